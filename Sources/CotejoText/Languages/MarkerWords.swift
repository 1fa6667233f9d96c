/// The words and phrases of a language that bear on whether a rendering is faithful, with their
/// classes, from a language's `fidelity.txt`.
///
/// Words stand there in small letters, as texts are compared; a phrase has one blank between its
/// words; a word that begins with `-` is an ending of words and one that ends with `-` a beginning,
/// which those that stand under `idioms` do not have. Another hyphen stands before a name listed under `endings`, as in
/// ``VerbForms``: `evit-ar`, `dej-ar de`. A word or phrase with `~` before it does not do what its
/// heading says, but may stand where the other language has one that does.
package struct MarkerWords: Sendable {
  /// What a word or phrase does.
  package struct Meaning: Hashable, Sendable {
    /// What it does.
    package var classes: MarkerClasses
    /// What it may render: what it does, and more.
    package var renderings: MarkerClasses
    /// The most words that a phrase beginning with it has; 0 if none does.
    package var longestPhrase = 0

    /// Does nothing.
    package static let none = Meaning(classes: [], renderings: [])

    fileprivate mutating func formUnion(_ other: Meaning) {
      classes.formUnion(other.classes)
      renderings.formUnion(other.renderings)
    }
  }

  private var words: [[UInt8]: Meaning] = [:]
  private var phrases: [[UInt8]: Meaning] = [:]
  /// The first words of phrases, with the most words that a phrase beginning so has.
  private var phraseLengths: [[UInt8]: Int] = [:]
  /// The endings by their last byte.
  private var endings: [UInt8: [(bytes: [UInt8], meaning: Meaning)]] = [:]
  private var beginnings: [(bytes: [UInt8], meaning: Meaning)] = []

  /// Knows no word.
  package init() {}

  /// Takes the words of a file of language data.
  ///
  /// - Throws: `languageData`, with file and line, for a malformed file.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let headings = Set(MarkerClasses.headings.keys).union(["endings"])
    let file = try WordListFile(bytes, place: place, sections: headings)
    let verbs = VerbForms(file)
    for entry in file.entries {
      guard let classes = MarkerClasses.headings[entry.section] else { continue }
      let isLoose = entry.text.utf8.first == UInt8(ascii: "~")
      let meaning = Meaning(classes: isLoose ? [] : classes, renderings: classes)
      let text = entry.text.utf8.dropFirst(isLoose ? 1 : 0)
      if text.first == UInt8(ascii: "-"), let last = text.last {
        endings[last, default: []].append((Array(text.dropFirst()), meaning))
        continue
      }
      if text.last == UInt8(ascii: "-") {
        beginnings.append((Array(text.dropLast()), meaning))
        continue
      }
      let word = WordListFile.Entry(
        section: entry.section, text: String(decoding: text, as: UTF8.self), line: entry.line)
      for form in try Self.forms(of: word, verbs, place: place) { insert(form, meaning) }
    }
  }

  /// An entry with each form of the verb that it may hold.
  private static func forms(
    of entry: WordListFile.Entry, _ verbs: VerbForms, place: String
  ) throws(TextError) -> [[UInt8]] {
    let parts = entry.text.split(separator: " ")
    guard let verb = parts.firstIndex(where: { $0.utf8.contains(UInt8(ascii: "-")) }) else {
      return [Array(entry.text.utf8)]
    }
    var forms: [[UInt8]] = []
    let word = WordListFile.Entry(
      section: entry.section, text: String(parts[verb]), line: entry.line)
    for form in try verbs.forms(of: word, place: place) {
      var phrase = parts
      phrase[verb] = Substring(form)
      forms.append(Array(phrase.joined(separator: " ").utf8))
    }
    return forms
  }

  private mutating func insert(_ entry: [UInt8], _ meaning: Meaning) {
    let parts = entry.split(separator: 0x20)
    if parts.count == 1 {
      words[entry, default: .none].formUnion(meaning)
    } else {
      phrases[entry, default: .none].formUnion(meaning)
      let first = Array(parts[0])
      phraseLengths[first] = max(phraseLengths[first] ?? 0, parts.count)
    }
  }

  /// Whether the language has no such words.
  package var isEmpty: Bool {
    words.isEmpty && phrases.isEmpty && endings.isEmpty && beginnings.isEmpty
  }

  /// What a word in matching form does.
  package func meaning(of word: [UInt8]) -> Meaning {
    var meaning = words[word] ?? .none
    meaning.longestPhrase = phraseLengths[word] ?? 0
    if meaning.classes.contains(.idiom) { return meaning }
    for ending in word.last.flatMap({ endings[$0] }) ?? []
    where word.count > ending.bytes.count && word.hasSuffix(ending.bytes) {
      meaning.formUnion(ending.meaning)
    }
    for beginning in beginnings
    where word.count > beginning.bytes.count && word.starts(with: beginning.bytes) {
      meaning.formUnion(beginning.meaning)
    }
    return meaning
  }

  /// Gives each phrase, its words in matching form with one blank between, and what it does.
  package func forEachPhrase(_ body: ([UInt8], Meaning) -> Void) {
    for (phrase, meaning) in phrases { body(phrase, meaning) }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
