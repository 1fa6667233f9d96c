/// The words of a language that say who speaks, with their classes, in small letters.
///
/// They come from a language's `quotations.txt`: words, phrases of several words, verbs with their
/// forms (`VerbForms`) and, as `-ly`, endings of words that are not listed; besides, how its verbs
/// look (`VerbShapes`) and what its grammar has (`GrammarTraits`).
package struct ClassedWords: Sendable {
  /// The classes of single words, by their bytes.
  private var words: [[UInt8]: WordClasses] = [:]
  /// The classes of phrases, by their words with one blank between.
  private var phrases: [[UInt8]: WordClasses] = [:]
  /// The first words of phrases, with the most words that a phrase beginning so has.
  private var phraseLengths: [[UInt8]: Int] = [:]
  /// Endings that give a word a class, with that class.
  private var endings: [(bytes: [UInt8], classes: WordClasses)] = []

  /// What the language's grammar has.
  package let grammar: GrammarTraits
  /// The endings by which forms of verbs are told.
  package let shapes: VerbShapes
  /// All classes that words, phrases or endings of the language have.
  package private(set) var inventory: WordClasses = []

  /// The headings that hold verbs.
  private static let verbHeadings: Set<String> = [
    "reporting-verbs", "claim-verbs", "speaking-verbs", "naming-verbs", "promise-verbs",
    "clause-verbs", "telling-verbs",
  ]
  /// The headings that `quotations.txt` may have.
  static let headings = Set(WordClasses.headings.keys).union(VerbShapes.headings)
    .union(["endings", "grammar"])

  /// Takes the words of a file of language data; without one, for languages that have none, no word
  /// is known.
  ///
  /// - Throws: `languageData` for a verb whose endings are not listed, a trait that there is not,
  ///   or half a pair of endings.
  init(_ file: WordListFile? = nil, place: String = "") throws(TextError) {
    shapes = try VerbShapes(file, place: place)
    grammar = try Self.grammar(of: file, place: place)
    guard let file else { return }
    let verbs = VerbForms(file)
    for entry in file.entries {
      guard let classes = WordClasses.headings[entry.section] else { continue }
      inventory.formUnion(classes)
      if Self.verbHeadings.contains(entry.section) {
        for (index, form) in try verbs.forms(of: entry, place: place).enumerated() {
          let bytes = Array(form.utf8)
          let shape = index == 0 ? .infinitive : shapes.classes(of: bytes)
          words[bytes, default: []].formUnion(classes.union(shape))
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

  /// Reads the words of a language, or of the language without script and region, and nothing else
  /// of its ``LanguagePack``.
  ///
  /// - Parameters:
  ///   - language: the language; `es-MX` takes the words of `es` unless it has a folder of its own.
  ///   - folder: a folder that holds `languages` or is it, in place of the data that come with the
  ///     program.
  /// - Returns: the words with the bytes of `quotations.txt`, `nil` where that is missing; `nil` if
  ///   the language has no data.
  /// - Throws: `languageData`, with file and line, for a malformed file; `unreadable`.
  package static func find(
    _ language: LanguageTag, in folder: String?
  ) throws(TextError) -> (words: ClassedWords, bytes: [UInt8]?)? {
    guard let found = try LanguageFolder(of: language, in: folder) else { return nil }
    let place = "\(found.path)/quotations.txt"
    guard let bytes = try LanguageFolder.bytes(of: place) else { return (try ClassedWords(), nil) }
    let file = try WordListFile(bytes, place: place, sections: headings)
    return (try ClassedWords(file, place: place), bytes)
  }

  /// The traits under `grammar`.
  private static func grammar(
    of file: WordListFile?, place: String
  ) throws(TextError) -> GrammarTraits {
    var traits: GrammarTraits = []
    for entry in file?.entries ?? [] where entry.section == "grammar" {
      guard let trait = GrammarTraits.names[entry.text] else {
        let known = GrammarTraits.names.keys.sorted().joined(separator: ", ")
        throw TextError(
          .languageData, place: "\(place):\(entry.line)",
          message: "unknown trait '\(entry.text)'; known are \(known)")
      }
      traits.formUnion(trait)
    }
    return traits
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
    if !classes.subtracting(.secondary).isEmpty { return classes }
    for ending in endings
    where word.count >= ending.bytes.count + 3
      && word.suffix(ending.bytes.count) == ending.bytes[...]
    {
      return classes.union(ending.classes)
    }
    return classes
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
