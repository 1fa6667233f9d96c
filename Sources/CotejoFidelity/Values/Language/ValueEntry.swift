internal import CotejoText

/// A line of a file of values: `form | form = argument argument …`.
///
/// A form is a word or a phrase; `metr-e/es` in it stands for *metre* and *metres*.
struct ValueEntry {
  /// The forms, endings spelled out.
  let forms: [String]
  /// The words after the `=`.
  let arguments: [String]
  /// The file and line, for errors.
  let place: String

  /// Takes a line apart.
  ///
  /// - Throws: `languageData` if a side of the `=` is missing.
  init(_ entry: WordListFile.Entry, place: String) throws(TextError) {
    self.place = "\(place):\(entry.line)"
    let words = entry.text.split(separator: " ").map(String.init)
    guard let equals = words.lastIndex(of: "="), equals > 0, equals + 1 < words.count else {
      throw TextError(
        .languageData, place: self.place, message: "'\(entry.text)' is not 'form = value'")
    }
    arguments = Array(words[(equals + 1)...])
    forms = words[..<equals].split(separator: "|").flatMap { Self.spelledOut(Array($0)) }
    if forms.isEmpty {
      throw TextError(.languageData, place: self.place, message: "has no form")
    }
  }

  /// A phrase with each ending that its words list.
  private static func spelledOut(_ words: [String]) -> [String] {
    var phrases = [""]
    for word in words {
      let parts = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let forms: [String]
      if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
        forms = parts[1].split(separator: "/").map { parts[0] + $0 }.map { String($0) }
      } else {
        forms = [word]
      }
      phrases = phrases.flatMap { phrase in
        forms.map { phrase.isEmpty ? $0 : "\(phrase) \($0)" }
      }
    }
    return phrases
  }
}
