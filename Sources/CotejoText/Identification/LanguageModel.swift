#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the program knows of the looks of languages: how much each run of letters speaks for each.
///
/// A file of `make identification`, trained by multinomial logistic regression: a word's score for a
/// language is the sum of the weights of its features, a text's that of its words. The features are
/// the runs of 1 to 5 code points of the word in small letters between two boundary signs, and the
/// word as a whole, each known by a hash of 32 bits; `Tools/identification` has the texts and their
/// licences, which the notes in the file's header repeat.
///
/// The file is a header of lines `key value`, ended by an empty line, and then, for each feature in
/// the order of its hash, the difference to the hash before (LEB128), a mask of the languages that it
/// has a weight for (32 bits, little endian, the first language lowest), and for each of those
/// languages the number of one of sixteen levels (four bits, low half first).
public final class LanguageModel: Sendable {
  /// The languages that can be told apart, at most 32.
  public let languages: [LanguageTag]
  /// Where the model came from: sources, licences, credits.
  public let notes: [String]
  /// XXH64 of the weights.
  public let checksum: UInt64

  /// The value of a score's unit: the natural logarithm of odds.
  let scale: Double
  /// Scores are divided by `max(1, base · words^growth)`, as words that stand together say the same
  /// more than once; fitted to texts that were not trained on.
  let temperature: (base: Double, growth: Double)
  /// What speaks for each language before a word is read, in units of `scale`.
  let priors: [Double]
  /// The hash in each slot, 0 for none; a feature stands in the first free slot at or behind the
  /// upper bits of its hash.
  private let keys: [UInt32]
  /// For each slot where its weights begin in `weights`, times 64, plus how many there are.
  private let places: [UInt32]
  /// The number of a language, times 256, plus the weight as the bits of an `Int8`.
  private let weights: [UInt16]
  private let shift: UInt32
  /// A bit for the upper 20 bits of each hash that is there: most runs are not, and the whole of this
  /// stays near.
  private let presence: [UInt64]

  static let magic = "cotejo-identification 1"
  /// A single word tips the scales by no more units than this.
  static let mostOfWord: Int16 = 1000

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - place: its name, for errors.
  /// - Throws: `languageData` for bytes that are no model or a damaged one, with the byte.
  public init(_ bytes: [UInt8], place: String) throws(TextError) {
    let header = try LanguageModelHeader(bytes, place: place)
    languages = header.languages
    notes = header.notes
    checksum = header.checksum
    scale = header.scale
    temperature = header.temperature
    priors = header.priors
    var bits: UInt32 = 4
    while 1 << bits < 2 * header.features { bits += 1 }
    shift = 32 - bits
    var keys = [UInt32](repeating: 0, count: 1 << bits)
    var presence = [UInt64](repeating: 0, count: 1 << 14)
    var places = [UInt32](repeating: 0, count: 1 << bits)
    var weights: [UInt16] = []
    var reader = WeightReader(bytes: bytes, header: header, place: place)
    for _ in 0..<header.features {
      let start = UInt32(weights.count)
      let key = try reader.next(into: &weights)
      presence[Int(key >> 18)] |= 1 << UInt64(key >> 12 & 63)
      var slot = Int(key >> shift)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      places[slot] = start << 6 | (UInt32(weights.count) - start)
    }
    try reader.finish()
    self.keys = keys
    self.presence = presence
    self.places = places
    self.weights = weights
  }

  /// Reads the model that comes with the program.
  ///
  /// - Parameter file: a model, or a folder with `identification/europe.model`, in place of it.
  /// - Returns: the model.
  /// - Throws: `languageData` if it is not found or damaged; `unreadable`.
  public static func shipped(file: String? = nil) throws(TextError) -> LanguageModel {
    let name = "identification/europe.model"
    guard let path = ResourceFolder.path(of: name, target: "CotejoText", override: file) else {
      throw TextError(
        .languageData, place: file ?? name, message: "the model of languages is not found")
    }
    return try LanguageModel(InputFile.bytes(of: path), place: path)
  }

  /// Whether a language can be told: by the weights, with any script or region, or by its script.
  public func knows(_ language: LanguageTag) -> Bool {
    let name = LanguageChoice.modelName(language)
    return languages.contains { $0.language == name }
      || DecisiveScript.allCases.contains { $0.confidence > 0 && $0.tag == name }
  }

  /// What the scores of a text of so many words are divided by.
  func temperature(words: Int) -> Double {
    max(1, temperature.base * pow(Double(words), temperature.growth))
  }

  /// Adds up the weights of a word's features.
  ///
  /// - Parameter word: its folded code points between two boundary signs.
  /// - Returns: for each language the sum, within `mostOfWord`.
  func score(ofWord word: Span<UInt16>) -> SIMD32<Int16> {
    var score = SIMD32<Int16>.zero
    // The lanes of a vector lie one after the other; few of them are written to a feature.
    withUnsafeMutableBytes(of: &score) { bytes in
      let lanes = bytes.bindMemory(to: Int16.self)
      for start in 0..<word.count {
        var hash = WordHash.runSeed
        for end in start..<min(start + WordHash.longestRun, word.count) {
          hash = (hash ^ UInt32(word[end])) &* WordHash.factor
          // A boundary alone says nothing.
          if end == start, word[end] == WordHash.boundary { continue }
          add(WordHash.mixed(hash), to: lanes)
        }
      }
      var hash = WordHash.wordSeed
      for index in 0..<word.count { hash = (hash ^ UInt32(word[index])) &* WordHash.factor }
      add(WordHash.mixed(hash), to: lanes)
      for lane in lanes.indices {
        lanes[lane] = min(max(lanes[lane], -Self.mostOfWord), Self.mostOfWord)
      }
    }
    return score
  }

  @inline(__always)
  private func add(_ key: UInt32, to lanes: UnsafeMutableBufferPointer<Int16>) {
    guard presence[Int(key >> 18)] >> UInt64(key >> 12 & 63) & 1 != 0 else { return }
    var slot = Int(key >> shift)
    while keys[slot] != 0 {
      if keys[slot] == key {
        let place = Int(places[slot])
        for index in (place >> 6)..<(place >> 6) + (place & 63) {
          let entry = weights[index]
          lanes[Int(entry >> 8)] &+= Int16(Int8(truncatingIfNeeded: entry))
        }
        return
      }
      slot = (slot + 1) & (keys.count - 1)
    }
  }
}

/// How features are hashed; `Tools/identification/features.py` does the same.
enum WordHash {
  static let runSeed: UInt32 = 0x811C_9DC5
  static let wordSeed: UInt32 = 0x2F0B_4C47
  static let factor: UInt32 = 0x9E37_79B1
  static let boundary: UInt16 = 0x20
  static let longestRun = 5
  /// A word's code points beyond these say nothing.
  static let longestWord = 24

  @inline(__always)
  static func mixed(_ hash: UInt32) -> UInt32 {
    let mixed = (hash ^ hash >> 15) &* 0x85EB_CA77
    return mixed ^ mixed >> 13
  }
}
