/// The words and endings of a language that tell gender and person, with their classes, from a
/// language's `persons.txt`.
///
/// Words stand there in small letters, as texts are compared; one that begins with `-` is an ending.
package struct PersonWords: Sendable {
  private var words: [[UInt8]: PersonClasses] = [:]
  private var endings: [(bytes: [UInt8], classes: PersonClasses)] = []
  /// All classes that words or endings of the language have.
  package private(set) var inventory: PersonClasses = []

  /// Knows no word.
  package init() {}

  /// Takes the words of a file of language data.
  ///
  /// - Throws: `languageData`, with file and line, for a malformed file.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(bytes, place: place, sections: Set(PersonClasses.headings.keys))
    for entry in file.entries {
      guard let classes = PersonClasses.headings[entry.section] else { continue }
      inventory.formUnion(classes)
      let bytes = Array(entry.text.utf8)
      if bytes.first == UInt8(ascii: "-") {
        endings.append((Array(bytes.dropFirst()), classes))
      } else {
        words[bytes, default: []].formUnion(classes)
      }
    }
  }

  /// The classes of a word in matching form; none if it has none.
  ///
  /// Endings tell of a group of classes what no list tells. *The duke's* is as much of a man as the
  /// duke.
  package func classes(of word: [UInt8]) -> PersonClasses {
    var classes = listedClasses(of: word)
    let told = classes.groups
    for ending in endings
    where told.isDisjoint(with: ending.classes) && word.count > ending.bytes.count
      && word[(word.count - ending.bytes.count)...].elementsEqual(ending.bytes)
    {
      classes.formUnion(ending.classes)
    }
    return classes
  }

  private func listedClasses(of word: [UInt8]) -> PersonClasses {
    if let classes = words[word] { return classes }
    guard word.suffix(2).elementsEqual("'s".utf8) else { return [] }
    return words[Array(word.dropLast(2))]?.intersection(.gendered) ?? []
  }
}
