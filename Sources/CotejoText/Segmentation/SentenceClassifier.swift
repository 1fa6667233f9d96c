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
  /// The words that are common in small letters.
  let words: FeatureTable
  /// The natural logarithm of odds that a weight of 1 stands for.
  private let scale: Double
  private let weights: FeatureTable

  static let magic = "cotejo-sentence-ends 1"

  /// What stands where a language has no model: it finds no ends.
  static let untrained = SentenceClassifier()

  private init() {
    language = ""
    notes = []
    thresholds = nil
    words = FeatureTable(capacity: 0)
    scale = 0
    weights = FeatureTable(capacity: 0)
  }

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
    var reader = ModelReader(
      bytes: bytes, offset: header.end, keyBits: Int(FeatureTable.keyBits), place: place)
    var words = FeatureTable(capacity: header.words)
    for _ in 0..<header.words { words.insert(try reader.nextKey()) }
    reader.startAgain()
    var weights = FeatureTable(capacity: header.features)
    for _ in 0..<header.features {
      let key = try reader.nextKey()
      weights.insert(key, weight: Int8(bitPattern: try reader.nextByte()))
    }
    try reader.finish()
    self.words = words
    self.weights = weights
  }

  /// The natural logarithm of the odds that a sentence ends at a place.
  ///
  /// `stops` knows the stops of the text around it.
  /// - Complexity: O(1): looks a few chunks back and ahead, of 64 bytes at most.
  func logOdds(
    of question: SentencePlace.Question, at place: SentencePlace, stops: inout NextStop,
    in text: Span<UInt8>, ceiling: Int
  ) -> Double {
    var sums = SIMD4<Int32>()
    place.forEachFeature(
      of: question, words: words, stops: &stops, in: text, ceiling: ceiling
    ) { key in
      weights.addWeight(of: key, to: &sums)
    }
    return Double(sums.wrappedSum()) * scale
  }

  /// The same for a place that is asked about alone.
  func logOdds(
    of question: SentencePlace.Question, at place: SentencePlace, in text: Span<UInt8>,
    ceiling: Int
  ) -> Double {
    var stops = NextStop()
    return logOdds(of: question, at: place, stops: &stops, in: text, ceiling: ceiling)
  }

  /// The probability that natural logarithms of odds stand for.
  static func probability(ofLogOdds logOdds: Double) -> Double {
    1 / (1 + exp(-logOdds))
  }
}
