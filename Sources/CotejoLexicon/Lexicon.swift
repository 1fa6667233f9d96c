public import CotejoText

/// Translation probabilities between the words of two languages, in both directions.
///
/// A lexicon is a view of one block of bytes, the same in memory as in a file: opening a file maps
/// it. Words are in matching form (case-folded; see `MatchingForm`) and numbered from 0 on each side.
public struct Lexicon: Sendable {
  /// A side of the lexicon.
  public enum Side: Sendable {
    /// The words of the originals.
    case source
    /// The words of the renderings.
    case target
  }

  /// A word of the other side, with its probability given the word that was looked up.
  public struct Translation: Hashable, Sendable {
    /// Its number on the other side.
    public var word: Int32
    /// Its probability, above 0, at most 1.
    public var probability: Float
  }

  /// The language of the originals.
  public let source: LanguageTag
  /// The language of the renderings.
  public let target: LanguageTag
  /// What the header says: training text, credits, licence; keys in the order of the file.
  public let description: [(key: String, value: String)]
  /// How its words are cut, where it holds stems: other words are looked up by theirs.
  public let stems: WordStems?
  let storage: LexiconStorage
  /// Whether source and target are the other way round in the storage.
  private var isReversed = false

  /// Opens a lexicon file by mapping it; all of it is verified against its checksum.
  public init(mapping path: String) throws(LexiconError) {
    try self.init(storage: LexiconStorage(mapping: path), file: path)
    try verify(file: path)
  }

  /// Takes the bytes of a lexicon, as ``content`` gives them; all of them are verified.
  ///
  /// - Throws: `unknownFormat`, `damaged`.
  package init(content: [UInt8]) throws(LexiconError) {
    try self.init(storage: LexiconStorage(copying: content), file: "")
    try verify()
  }

  /// All of the lexicon as bytes, as a file has them.
  package var content: [UInt8] {
    var content: [UInt8] = []
    storage.withContent { span in content = span.withUnsafeBufferPointer { Array($0) } }
    return content
  }

  /// Opens a lexicon file that came with the program, as the program's own code did: its header is
  /// checked, its tables are read where look-ups go.
  ///
  /// Takes no longer for a larger lexicon. Whatever the tables hold, look-ups stay inside them;
  /// `verify` tells whether they are as they were written.
  init(installed path: String) throws(LexiconError) {
    try self.init(storage: LexiconStorage(mapping: path, isReadWhole: false), file: path)
  }

  /// Reads all of the lexicon and checks it against its checksum; errors name `file`.
  ///
  /// - Throws: `damaged`.
  public func verify(file: String = "") throws(LexiconError) {
    guard storage.hasRightChecksum else {
      throw LexiconError(.damaged, file: file, message: "the checksum does not fit")
    }
    guard storage.isSound else {
      throw LexiconError(.damaged, file: file, message: "its tables do not fit together")
    }
  }

  init(storage: LexiconStorage, file: String) throws(LexiconError) {
    let description = Self.description(of: storage)
    func language(_ key: String) throws(LexiconError) -> LanguageTag {
      do {
        return try LanguageTag(description.first { $0.key == key }?.value ?? "")
      } catch {
        throw LexiconError(.damaged, file: file, message: "no \(key) language in the header")
      }
    }
    self.init(
      source: try language("source"), target: try language("target"), description: description,
      storage: storage, isReversed: false)
  }

  private init(
    source: LanguageTag, target: LanguageTag, description: [(key: String, value: String)],
    storage: LexiconStorage, isReversed: Bool
  ) {
    self.source = source
    self.target = target
    self.description = description
    stems = description.first { $0.key == Self.stemsKey }.flatMap { Int($0.value) }
      .map(WordStems.init)
    self.storage = storage
    self.isReversed = isReversed
  }

  /// What the header calls the length of stems, in code points.
  static let stemsKey = "stems"

  /// The same lexicon, for renderings the other way.
  public var reversed: Lexicon {
    Lexicon(
      source: target, target: source, description: description, storage: storage,
      isReversed: !isReversed)
  }

  /// The checksum of the whole content: the same for the same lexicon in memory and in a file.
  public var checksum: UInt64 { storage.checksum }

  /// Writes the lexicon to a file, which takes its name when it is complete.
  public func write(to path: String) throws(LexiconError) {
    do {
      var file = try OutputFile(path: path)
      storage.withContent { file.write($0) }
      try file.commit()
    } catch {
      throw LexiconError(.unwritable, file: path, message: error.message)
    }
  }

  private static func description(of storage: LexiconStorage) -> [(key: String, value: String)] {
    let text = storage.section(.description)
    return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let value = line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }
      return (
        String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self)
      )
    }
  }

  @inline(__always)
  private func isStored(_ side: Side, as other: Side) -> Bool { (side == other) != isReversed }

  /// How many words a side has.
  public func count(_ side: Side) -> Int {
    storage.numbers(isStored(side, as: .source) ? .sourceEnds : .targetEnds).count
  }

  /// The words of a side, for look-ups.
  func words(_ side: Side) -> LexiconWordTable {
    isStored(side, as: .source)
      ? LexiconWordTable(
        slots: storage.numbers(.sourceSlots), ends: storage.numbers(.sourceEnds),
        bytes: storage.section(.sourceBytes))
      : LexiconWordTable(
        slots: storage.numbers(.targetSlots), ends: storage.numbers(.targetEnds),
        bytes: storage.section(.targetBytes))
  }

  /// The translations of the words of a side, for look-ups.
  func translations(_ side: Side) -> LexiconTranslations {
    isStored(side, as: .source)
      ? LexiconTranslations(
        ends: storage.numbers(.forwardEnds), entries: storage.numbers(.forwardEntries),
        others: storage.numbers(.targetEnds).count)
      : LexiconTranslations(
        ends: storage.numbers(.backwardEnds), entries: storage.numbers(.backwardEntries),
        others: storage.numbers(.sourceEnds).count)
  }

  /// The number on a side of a word in matching form (UTF-8), or nil where it is not known.
  public func find(_ form: Span<UInt8>, _ side: Side) -> Int32? {
    words(side).find(form.extracting(0..<(stems?.count(of: form) ?? form.count)))
  }

  /// The number of a source word as people write it, or nil where it is not known.
  public func find(_ word: String) throws(TextError) -> Int32? {
    var builder = try IndexedText.Builder(language: source)
    try builder.append(Array(word.utf8))
    let text = builder.finish()
    guard text.words.count == 1 else { return nil }
    return find(text.vocabulary.pool.span, .source)
  }

  /// Appends the matching form of a word, UTF-8, to `form`.
  package func appendForm(of number: Int32, _ side: Side, to form: inout [UInt8]) {
    let table = words(side)
    form.append(contentsOf: table.bytes[table.range(of: Int(number))])
  }

  /// A word as text.
  public func word(_ number: Int32, _ side: Side) -> String {
    var form: [UInt8] = []
    appendForm(of: number, side, to: &form)
    return String(decoding: form, as: UTF8.self)
  }

  /// How often a word was seen in the training text.
  public func mentions(_ number: Int32, _ side: Side) -> Int {
    Int(storage.numbers(isStored(side, as: .source) ? .sourceCounts : .targetCounts)[Int(number)])
  }

  /// How many words the training text had on a side.
  public var totalMentions: (source: Int, target: Int) {
    let (left, right) = storage.totalMentions
    return isReversed ? (right, left) : (left, right)
  }

  /// Calls `body` with each translation of a word of `side`, the most probable first.
  public func forEachTranslation(
    of number: Int32, _ side: Side, _ body: (Translation) -> Void
  ) {
    let table = translations(side)
    for entry in table.range(of: Int(number)) {
      guard let word = table.word(entry) else { continue }
      body(Translation(word: word, probability: table.probability(entry)))
    }
  }

  /// The translations of a word of `side`, the most probable first.
  public func translations(of number: Int32, _ side: Side) -> [Translation] {
    var translations: [Translation] = []
    forEachTranslation(of: number, side) { translations.append($0) }
    return translations
  }
}
