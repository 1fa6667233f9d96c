/// The words of a language and their opposites, from a language's `opposites.txt`: a line is two words
/// in small letters, under `wordnet` or `own` by where they come from.
package struct Opposites: Sendable {
  private var opposites: [[UInt8]: [[UInt8]]] = [:]

  /// Knows no word.
  package init() {}

  /// Takes the pairs of a file of language data.
  ///
  /// - Throws: `languageData`, with file and line, for a line that is not two words.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(bytes, place: place, sections: ["wordnet", "own"])
    for entry in file.entries {
      let words = entry.text.utf8.split(separator: 0x20).map { Array($0) }
      guard words.count == 2 else {
        throw TextError(
          .languageData, place: "\(place):\(entry.line)", message: "'\(entry.text)' is no two words"
        )
      }
      opposites[words[0], default: []].append(words[1])
      opposites[words[1], default: []].append(words[0])
    }
  }

  /// Whether there are none.
  package var isEmpty: Bool { opposites.isEmpty }

  /// The opposites of a word in matching form.
  package func opposites(of word: [UInt8]) -> [[UInt8]] { opposites[word] ?? [] }
}
