internal import CotejoText

/// How words follow one another in a language: probabilities of trigrams that back off to shorter ones.
///
/// Made by Tools/fidelity/fluency.py. A file has 16 bytes of header, `COTEJOFL`, the version 1 and the
/// count of slots, and the slots, each of 32 bits, all little-endian: 16 bits of the hash of an n-gram,
/// the negated logarithm of its probability in 255ths of 20 nats, and that of the weight of shorter
/// contexts behind it in 255ths of 10 nats. An n-gram is in the slot that its hash, taken as a share of
/// 2⁶⁴, points at, or behind it with no empty slot between.
struct FluencyModel: Sendable {
  /// The file that it was read from.
  let source: [UInt8]
  private let slots: [UInt32]

  private static let magic = Array("COTEJOFL".utf8)
  private static let headerSize = 16
  private static let steps: (probability: Float, backoff: Float) = (20 / 255, 10 / 255)
  /// What the least likely word of all costs, in nats.
  private static let most: Float = 20

  /// What stands for the start of a text, for marks, for numbers, and for unknown words without and
  /// with a capital.
  static let start = hash("<s>")
  static let mark = hash("<,>")
  static let number = hash("<n>")
  static let unknown = hash("<u>")
  static let name = hash("<U>")

  /// Reads a file's bytes; `place` is the name that errors give it.
  ///
  /// - Throws: `languageData` for bytes of another form.
  init(_ bytes: [UInt8], place: String) throws(FidelityError) {
    func number(at offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
    }
    guard bytes.count >= Self.headerSize, bytes.starts(with: Self.magic), number(at: 8) == 1,
      (bytes.count - Self.headerSize) % 4 == 0,
      Int(number(at: 12)) == (bytes.count - Self.headerSize) / 4
    else {
      throw FidelityError(
        .languageData, place: place, message: "is no model of how words follow one another")
    }
    source = bytes
    slots = (0..<Int(number(at: 12))).map { number(at: Self.headerSize + 4 * $0) }
    // A look-up ends at an empty slot.
    guard slots.contains(0) else {
      throw FidelityError(.languageData, place: place, message: "has no empty slot")
    }
  }

  /// The model of a language that comes with the program; `nil` if there is none.
  ///
  /// - Throws: `languageData` if it is malformed.
  static func shipped(for language: LanguageTag) throws(FidelityError) -> FluencyModel? {
    let name = "fluency/\(language.language).model"
    guard let path = ResourceFolder.path(of: name, target: "CotejoFidelity") else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: path)
    } catch {
      throw FidelityError(.languageData, place: error.place, message: error.message)
    }
    return try FluencyModel(bytes, place: path)
  }

  /// The hash of a word: FNV-1a over 64 bits.
  ///
  /// Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923).
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private static func hash(_ word: String) -> UInt64 { hash(word.utf8) }

  /// The hash of an n-gram with one more word behind it.
  private static func extend(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }

  /// What a word costs alone, in nats; `nil` for one that the model lacks.
  func cost(of word: UInt64) -> Float? { find(Self.extend(0, word)).map(Self.cost) }

  /// What a word costs behind two others, in nats: the negated logarithm of its probability.
  func cost(of word: UInt64, behind first: UInt64, _ second: UInt64) -> Float {
    let pair = Self.extend(Self.extend(0, first), second)
    if let found = find(Self.extend(pair, word)) { return Self.cost(found) }
    let single = Self.extend(0, second)
    var backoff = find(pair).map(Self.backoff) ?? 0
    if let found = find(Self.extend(single, word)) { return backoff + Self.cost(found) }
    backoff += find(single).map(Self.backoff) ?? 0
    return backoff + (cost(of: word) ?? Self.most)
  }

  private static func cost(_ slot: UInt32) -> Float { Float(slot >> 8 & 0xFF) * steps.probability }
  private static func backoff(_ slot: UInt32) -> Float { Float(slot & 0xFF) * steps.backoff }

  private func find(_ hash: UInt64) -> UInt32? {
    let mark = UInt32(truncatingIfNeeded: hash & 0xFFFF | 1)
    var index = Int(hash.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[index] != 0 {
      if slots[index] >> 16 == mark { return slots[index] }
      index = index + 1 < slots.count ? index + 1 : 0
    }
    return nil
  }
}
