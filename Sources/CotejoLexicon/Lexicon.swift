public import CotejoText

/// Translation probabilities between the words of two languages, in both directions.
///
/// A lexicon is a view of one block of bytes, the same in memory as in a file: opening a file maps
/// it. Words are in matching form (``MatchingForm``) and numbered from 0 on each side.
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

  /// The language of the originals it was trained on.
  public let source: LanguageTag
  /// The language of the renderings.
  public let target: LanguageTag
  /// What the header says: training text, credits, licence; keys in the order of the file.
  public let description: [(key: String, value: String)]
  let storage: LexiconStorage

  /// Opens a lexicon file by mapping it; all of it is verified against its checksum.
  public init(mapping path: String) throws(LexiconError) {
    try self.init(storage: LexiconStorage(mapping: path), file: path)
  }

  init(storage: LexiconStorage, file: String) throws(LexiconError) {
    self.storage = storage
    var description: [(key: String, value: String)] = []
    let text = String(decoding: storage.section(.description), as: UTF8.self)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == UInt8(ascii: " ") }
      description.append((String(line[..<colon]) ?? "", String(value) ?? ""))
    }
    self.description = description
    func language(_ key: String) throws(LexiconError) -> LanguageTag {
      do {
        return try LanguageTag(description.first { $0.key == key }?.value ?? "")
      } catch {
        throw LexiconError(.damaged, file: file, message: "no \(key) language in the header")
      }
    }
    source = try language("source")
    target = try language("target")
    guard Self.isSound(storage) else {
      throw LexiconError(.damaged, file: file, message: "its tables do not fit together")
    }
  }

  /// Whether every index that look-ups follow stays inside its table.
  private static func isSound(_ storage: LexiconStorage) -> Bool {
    func fits(_ ends: LexiconLayout.Section, _ length: Int) -> Bool {
      let ends = storage.numbers(ends)
      var last: UInt32 = 0
      for end in ends {
        if end < last { return false }
        last = end
      }
      return Int(last) == length
    }
    let sourceWords = storage.numbers(.sourceEnds).count
    let targetWords = storage.numbers(.targetEnds).count
    let slots = [
      (storage.numbers(.sourceSlots), sourceWords), (storage.numbers(.targetSlots), targetWords),
    ]
    return fits(.sourceEnds, storage.section(.sourceBytes).count)
      && fits(.targetEnds, storage.section(.targetBytes).count)
      && fits(.forwardEnds, storage.numbers(.forwardEntries).count)
      && fits(.backwardEnds, storage.numbers(.backwardEntries).count)
      && storage.numbers(.forwardEnds).count == sourceWords
      && storage.numbers(.backwardEnds).count == targetWords
      && storage.numbers(.sourceCounts).count == sourceWords
      && storage.numbers(.targetCounts).count == targetWords
      && slots.allSatisfy { slots, words in
        // A free slot must exist, or a look-up of an unknown word would never end.
        slots.count.nonzeroBitCount == 1 && slots.count > words
          && slots.allSatisfy { $0 <= words }
      }
      && storage.numbers(.forwardEntries).allSatisfy { $0 >> 12 < targetWords }
      && storage.numbers(.backwardEntries).allSatisfy { $0 >> 12 < sourceWords }
  }

  /// How many words a side has.
  public func count(_ side: Side) -> Int {
    storage.numbers(side == .source ? .sourceEnds : .targetEnds).count
  }

  /// The number of a word on a side, or nil where it is not known.
  ///
  /// - Parameter form: the word in matching form, UTF-8.
  public func find(_ form: Span<UInt8>, _ side: Side) -> Int32? {
    let slots = storage.numbers(side == .source ? .sourceSlots : .targetSlots)
    let ends = storage.numbers(side == .source ? .sourceEnds : .targetEnds)
    let bytes = storage.section(side == .source ? .sourceBytes : .targetBytes)
    var slot = Int(truncatingIfNeeded: wordHash(form) >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = Int(slots[slot]) - 1
      let start = word == 0 ? 0 : Int(ends[word - 1])
      if Int(ends[word]) - start == form.count,
        form.indices.allSatisfy({ bytes[start + $0] == form[$0] })
      {
        return Int32(word)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// A word as text.
  public func word(_ number: Int32, _ side: Side) -> String {
    let ends = storage.numbers(side == .source ? .sourceEnds : .targetEnds)
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    let bytes = storage.section(side == .source ? .sourceBytes : .targetBytes)
    return String(decoding: bytes[start..<Int(ends[Int(number)])], as: UTF8.self)
  }

  /// How often a word was seen in the training text.
  public func mentions(_ number: Int32, _ side: Side) -> Int {
    Int(storage.numbers(side == .source ? .sourceCounts : .targetCounts)[Int(number)])
  }

  /// How many words the training text had on a side.
  public var totalMentions: (source: Int, target: Int) {
    (
      storage.numbers(.sourceCounts).reduce(0) { $0 + Int($1) },
      storage.numbers(.targetCounts).reduce(0) { $0 + Int($1) }
    )
  }

  /// Calls `body` with each translation of a word, the most probable first.
  ///
  /// - Parameters:
  ///   - number: a word of `side`.
  ///   - side: the side that is given; translations are words of the other one.
  public func forEachTranslation(
    of number: Int32, _ side: Side, _ body: (Translation) -> Void
  ) {
    let ends = storage.numbers(side == .source ? .forwardEnds : .backwardEnds)
    let entries = storage.numbers(side == .source ? .forwardEntries : .backwardEntries)
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    for entry in entries[start..<Int(ends[Int(number)])] {
      body(
        Translation(
          word: Int32(entry >> 12), probability: LexiconLayout.probabilities[Int(entry & 0xFFF)]))
    }
  }
}

extension Lexicon { package func dump() -> [UInt8] { Array(storage.content) } }
