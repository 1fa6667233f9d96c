/// The words of a language that say who speaks, with their classes, in small letters.
///
/// They come from a language's `quotations.txt`: words, phrases of several words, verbs with their
/// forms (`VerbForms`) and, as `-ly`, endings of words that are not listed.
package struct ClassedWords: Sendable {
  /// The classes of single words, by their bytes.
  private var words: [[UInt8]: WordClasses] = [:]
  /// The classes of phrases, by their words with one blank between.
  private var phrases: [[UInt8]: WordClasses] = [:]
  /// The first words of phrases, with the most words that a phrase beginning so has.
  private var phraseLengths: [[UInt8]: Int] = [:]
  /// Endings that give a word a class, with that class.
  private var endings: [(bytes: [UInt8], classes: WordClasses)] = []

  /// The headings that hold verbs.
  private static let verbHeadings: Set<String> = [
    "reporting-verbs", "claim-verbs", "speaking-verbs", "naming-verbs", "promise-verbs",
    "clause-verbs",
  ]
  /// The headings that `quotations.txt` may have.
  static let headings = Set(WordClasses.headings.keys).union([
    "endings", "gerund-endings", "participle-endings",
  ])

  /// A list without words, for languages that have no data.
  init() {}

  /// Takes the words of a file of language data.
  ///
  /// - Throws: `languageData` for a verb whose endings are not listed.
  init(_ file: WordListFile, place: String) throws(TextError) {
    let verbs = VerbForms(file)
    let shapes = ["gerund-endings": WordClasses.gerund, "participle-endings": .participle]
    let marked = file.entries.compactMap { entry in
      shapes[entry.section].map { (ending: entry.text.drop { $0 == "-" }, classes: $0) }
    }
    for entry in file.entries {
      guard let classes = WordClasses.headings[entry.section] else { continue }
      if Self.verbHeadings.contains(entry.section) {
        for (index, form) in try verbs.forms(of: entry, place: place).enumerated() {
          let shape = marked.first { form.hasSuffix($0.ending) }?.classes ?? []
          words[Array(form.utf8), default: []].formUnion(
            classes.union(index == 0 ? .infinitive : shape))
        }
      } else if entry.text.utf8.first == UInt8(ascii: "-") {
        endings.append((Array(entry.text.utf8.dropFirst()), classes))
      } else if entry.text.utf8.contains(0x20) {
        let bytes = Array(entry.text.utf8)
        let parts = bytes.split(separator: 0x20)
        phrases[bytes, default: []].formUnion(classes)
        let first = Array(parts[0])
        phraseLengths[first] = max(phraseLengths[first] ?? 0, parts.count)
      } else {
        words[Array(entry.text.utf8), default: []].formUnion(classes)
      }
    }
  }

  /// The classes of a word in small letters; none if it is not known.
  ///
  /// The plural of what somebody or something is need not be listed where it is made by `s` or `es`,
  /// as in the languages at hand.
  package func classes(of word: [UInt8]) -> WordClasses {
    var classes = words[word] ?? []
    if word.last == UInt8(ascii: "s"), classes.isDisjoint(with: Self.nominal) {
      for ending in [1, 2] where word.count > ending + 3 {
        let singular = words[Array(word.dropLast(ending))] ?? []
        guard !singular.isDisjoint(with: Self.nominal) else { continue }
        classes.formUnion(
          singular.intersection(Self.nominal.union([.feminine, .masculine])).union(.plural))
        break
      }
    }
    if !classes.isEmpty { return classes }
    for ending in endings
    where word.count >= ending.bytes.count + 3
      && word.suffix(ending.bytes.count) == ending.bytes[...]
    {
      return ending.classes
    }
    return []
  }

  /// Classes of nouns, whose plural is found by their singular.
  private static let nominal: WordClasses = [
    .role, .body, .title, .reportingNoun, .titleWord, .time,
  ]

  /// The most words that a phrase with this first word has; 0 if none begins so.
  package func phraseLength(from word: [UInt8]) -> Int { phraseLengths[word] ?? 0 }

  /// The classes of a phrase in small letters with one blank between its words; nil if there is none.
  package func phraseClasses(of phrase: [UInt8]) -> WordClasses? { phrases[phrase] }

  /// The forms of single words that are in one of `classes`, but infinitives.
  func forms(in classes: WordClasses) -> [[UInt8]] {
    words.filter { !$0.value.isDisjoint(with: classes) && !$0.value.contains(.infinitive) }.map(
      \.key)
  }
}
