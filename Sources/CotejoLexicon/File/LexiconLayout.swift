/// How a lexicon lies in a file: little-endian, every section at a multiple of 8 bytes.
///
/// | offset | bytes | content |
/// | --- | --- | --- |
/// | 0 | 8 | `COTEJOLX` |
/// | 8 | 4 | format version |
/// | 12 | 4 | number of sections |
/// | 16 | 8 | size of the file |
/// | 24 | 8 | XXH64 of everything behind this field |
/// | 32 | 16 each | sections: offset, length in bytes |
///
/// Entries are 32 bits: the number of the other side's word in the upper 20, in the lower 12 the
/// negative natural logarithm of the probability in steps of 1/256.
enum LexiconLayout {
  static let magic: [UInt8] = Array("COTEJOLX".utf8)
  static let version: UInt32 = 1
  static let headerSize = 32
  /// Words are numbered with 20 bits.
  static let mostWords = 1 << 20

  enum Section: Int, CaseIterable {
    /// UTF-8 text, `key: value` a line.
    case description
    /// UInt32: where each word ends in the bytes; the bytes; hash slots (word + 1, 0 = free); UInt32
    /// mentions in the training text.
    case sourceEnds
    case sourceBytes
    case sourceSlots
    case sourceCounts
    case targetEnds
    case targetBytes
    case targetSlots
    case targetCounts
    /// UInt32: where the entries of each word end; the entries, most probable first.
    case forwardEnds
    case forwardEntries
    case backwardEnds
    case backwardEntries
  }

  static func pack(word: Int32, probability: Float) -> UInt32 {
    let steps = -naturalLogarithm(max(probability, 1e-30)) * 256
    return UInt32(word) << 12 | UInt32(min(max(steps.rounded(), 0), 4095))
  }

  /// The probabilities of the 4096 packed values.
  static let probabilities: [Float] = (0..<4096).map { exponential(-Float($0) / 256) }
}
