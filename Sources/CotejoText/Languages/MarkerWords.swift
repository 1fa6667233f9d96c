/// The words and phrases of a language that bear on whether a rendering is faithful, with their
/// classes, from a language's `fidelity.txt`.
///
/// Words stand there in small letters, as texts are compared; a phrase has one blank between its
/// words; a word that begins with `-` is the ending of words that are not listed.
package struct MarkerWords: Sendable {
  private var words: [[UInt8]: MarkerClasses] = [:]
  private var phrases: [[UInt8]: MarkerClasses] = [:]
  /// The first words of phrases, with the most words that a phrase beginning so has.
  private var phraseLengths: [[UInt8]: Int] = [:]
  private var endings: [(bytes: [UInt8], classes: MarkerClasses)] = []

  /// All classes that words, phrases or endings of the language have.
  package private(set) var inventory: MarkerClasses = []

  /// Knows no word.
  package init() {}

  /// Takes the words of a file of language data.
  ///
  /// - Throws: `languageData`, with file and line, for a malformed file.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(bytes, place: place, sections: Set(MarkerClasses.headings.keys))
    for entry in file.entries {
      guard let classes = MarkerClasses.headings[entry.section] else { continue }
      inventory.formUnion(classes)
      let bytes = Array(entry.text.utf8)
      if bytes.first == UInt8(ascii: "-") {
        endings.append((Array(bytes.dropFirst()), classes))
        continue
      }
      let parts = bytes.split(separator: 0x20)
      if parts.count == 1 {
        words[bytes, default: []].formUnion(classes)
      } else {
        phrases[bytes, default: []].formUnion(classes)
        let first = Array(parts[0])
        phraseLengths[first] = max(phraseLengths[first] ?? 0, parts.count)
      }
    }
  }

  /// Whether the language has no such words.
  package var isEmpty: Bool { words.isEmpty && phrases.isEmpty && endings.isEmpty }

  /// The classes of a word in matching form; none if it has none.
  package func classes(of word: [UInt8]) -> MarkerClasses {
    let listed = words[word]
    // What a word does does not say of which person it is: an ending may, unless a list does.
    let told: MarkerClasses =
      listed == nil
      ? .all : MarkerClasses.gendered.union(.personal).subtracting(listed?.groups ?? [])
    var classes = listed ?? []
    if told.isEmpty { return classes }
    for ending in endings
    where ending.classes.contains(any: told) && word.count > ending.bytes.count
      && word.hasSuffix(ending.bytes)
    {
      classes.formUnion(ending.classes)
    }
    return classes
  }

  /// The most words that a phrase with this first word has; 0 if none begins so.
  package func phraseLength(from word: [UInt8]) -> Int { phraseLengths[word] ?? 0 }

  /// The classes of a phrase of words in matching form, one blank between; `nil` if there is none.
  package func phraseClasses(of phrase: [UInt8]) -> MarkerClasses? { phrases[phrase] }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
