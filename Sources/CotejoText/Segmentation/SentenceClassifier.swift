#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the program has learnt of doubtful sentence ends: a sum of weights that becomes odds.
///
/// A file of `make segmentation-model`, trained by logistic regression; `Tools/segmentation` has the
/// texts, whose licences the notes in the file's header repeat. The features are the words around a
/// place, what they look like, the marks between them, and how far the sentence's start and the next
/// stop are (`SentencePlace`), each known by a hash of 24 bits.
///
/// The file is a header of lines `key value`, ended by an empty line; then the hashes of words that
/// are common in small letters, in order, each as the difference to the one before (LEB128); then for
/// each feature, in the order of its hash, the difference and its weight (a byte, signed).
final class SentenceClassifier: Sendable {
  /// The words that are common in small letters.
  typealias Words = KeySet

  /// From which odds on, as natural logarithms, a place is taken for a sentence end.
  struct Thresholds: Hashable, Sendable {
    /// Without a stop, in text that is informal.
    var informal: Double
    /// Without a stop, in other text.
    var formal: Double
    /// At a stop with a small letter behind it.
    var small: Double
  }

  /// The language that the model was trained for.
  let language: String
  /// Where the model came from: sources, licences, credits.
  let notes: [String]
  /// When places are ends; `nil` if the model can only say how sure other ends are.
  let thresholds: Thresholds?
  let words: Words
  /// The natural logarithm of odds that a weight of 1 stands for.
  private let scale: Double
  private let keys: KeySet
  /// The weight of each slot of `keys`.
  private let weights: [Int8]

  static let magic = "cotejo-sentence-ends 1"

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - place: its name, for errors.
  /// - Throws: `languageData` for bytes that are no model or a damaged one, with the byte.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let header = try SentenceModelHeader(bytes, place: place)
    language = header.language
    notes = header.notes
    thresholds = header.thresholds
    scale = header.scale
    var reader = KeyReader(bytes: bytes, offset: header.end, place: place)
    var words = KeySet(capacity: header.words)
    for _ in 0..<header.words { words.insert(try reader.nextKey()) }
    reader.startAgain()
    var keys = KeySet(capacity: header.features)
    var weights = [Int8](repeating: 0, count: keys.slots)
    for _ in 0..<header.features {
      let slot = keys.insert(try reader.nextKey())
      weights[slot] = Int8(bitPattern: try reader.nextByte())
    }
    try reader.finish()
    self.words = words
    self.keys = keys
    self.weights = weights
  }

  /// The natural logarithm of the odds that a sentence ends at a place.
  ///
  /// - Complexity: O(1): looks a few chunks back and ahead, of 64 bytes at most.
  func logOdds(
    of question: SentencePlace.Question, at place: SentencePlace, in text: Span<UInt8>,
    ceiling: Int
  ) -> Double {
    var sum = 0
    place.forEachFeature(of: question, words: words, in: text, ceiling: ceiling) { key in
      if let slot = keys.slot(of: key) { sum += Int(weights[slot]) }
    }
    return Double(sum) * scale
  }

  /// The probability that natural logarithms of odds stand for.
  static func probability(ofLogOdds logOdds: Double) -> Double {
    1 / (1 + exp(-logOdds))
  }
}

/// A set of hashes of 24 bits with a number for each: the slot it stands in.
struct KeySet: Sendable {
  /// The key in each slot, 0 for none; a key stands in the first free slot at or behind its upper
  /// bits.
  private var keys: [UInt32]
  /// A bit for the upper 16 bits of each key that is there: most are not, and the whole of this stays
  /// near.
  private var presence = [UInt64](repeating: 0, count: 1 << 10)
  private let shift: UInt32

  /// The bits of a key.
  static let keyBits: UInt32 = 24

  /// How many slots there are.
  var slots: Int { keys.count }

  /// Makes a set for so many keys, less than 2²³.
  init(capacity: Int) {
    var bits: UInt32 = 4
    while 1 << bits < 2 * capacity { bits += 1 }
    keys = Array(repeating: 0, count: 1 << bits)
    shift = Self.keyBits - bits
  }

  /// Puts in a key that is not 0.
  @discardableResult
  mutating func insert(_ key: UInt32) -> Int {
    var slot = Int(key >> shift)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    presence[Int(key >> 14)] |= 1 << UInt64(key >> 8 & 63)
    return slot
  }

  /// The slot of a key; `nil` if it is not there.
  @inline(__always)
  func slot(of key: UInt32) -> Int? {
    guard presence[Int(key >> 14)] >> UInt64(key >> 8 & 63) & 1 != 0 else { return nil }
    var slot = Int(key >> shift)
    while keys[slot] != 0 {
      if keys[slot] == key { return slot }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Whether a key is there.
  func contains(_ key: UInt32) -> Bool {
    slot(of: key) != nil
  }
}
