/// The endings of a language's verbs, by which its lists of verbs are short.
///
/// An entry under `endings` is a name and the endings that it stands for, the infinitive's first; `0`
/// is no ending. A verb is a line of words: `afirm-ar` stands for the stem `afirm` with each ending
/// named `ar`, a word without a hyphen for itself. The first form of a line is the infinitive.
struct VerbForms: Sendable {
  /// The endings by their name.
  private var endings: [Substring: [Substring]] = [:]

  /// Takes the endings of a file of language data.
  init(_ file: WordListFile) {
    for entry in file.entries where entry.section == "endings" {
      let words = entry.text.split(separator: " ")
      endings[words[0]] = words.dropFirst().map { $0 == "0" ? "" : $0 }
    }
  }

  /// The forms of a verb, the infinitive first.
  ///
  /// - Throws: `languageData` for a hyphen with no name of endings behind it.
  func forms(of entry: WordListFile.Entry, place: String) throws(TextError) -> [String] {
    var forms: [String] = []
    for word in entry.text.split(separator: " ") {
      let parts = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      // A verb with a hyphen of its own would be written by the name of endings behind the last one.
      guard parts.count == 2 else {
        forms.append(String(word))
        continue
      }
      guard let endings = endings[parts[1]] else {
        throw TextError(
          .languageData, place: "\(place):\(entry.line)",
          message: "'\(word)' names endings that are not listed before it")
      }
      forms += endings.map { String(parts[0] + $0) }
    }
    return forms
  }
}
