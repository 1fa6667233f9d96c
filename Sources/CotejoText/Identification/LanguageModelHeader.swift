/// The header of a file of language weights: lines `key value` up to an empty line.
struct LanguageModelHeader {
  var languages: [LanguageTag] = []
  var features = 0
  var scale = 0.0
  var temperature = (base: 1.0, growth: 0.0)
  var priors: [Double] = []
  /// The values of the sixteen levels of weights.
  var levels: [Int8] = []
  var checksum: UInt64 = 0
  var notes: [String] = []
  /// Where the weights begin.
  var end = 0

  /// No file has more features; guards against damaged headers that ask for all memory.
  private static let mostFeatures = 1 << 20

  /// Reads a header and verifies the checksum of what follows it.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    var values = Self()
    let header = try ModelHeader(
      bytes, magic: LanguageModel.magic, kind: "a model of languages", place: place
    ) { values.read($0, $1) }
    self = values
    end = header.end
    guard !languages.isEmpty, languages.count <= 32, priors.count == languages.count,
      Set(languages).count == languages.count, levels.count == 16,
      (1...Self.mostFeatures).contains(features), scale.isFinite, scale > 0,
      temperature.base.isFinite, temperature.base > 0, temperature.growth.isFinite,
      (0...1).contains(temperature.growth), priors.allSatisfy(\.isFinite)
    else { throw header.outOfRange }
    try header.verify(bytes, checksum: checksum)
  }

  private init() {}

  /// Takes a key and its value; false if it cannot be read.
  private mutating func read(_ key: Substring, _ value: String) -> Bool {
    let values = value.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    let numbers = values.compactMap(Double.init)
    switch key {
    case "languages":
      languages = values.compactMap { try? LanguageTag($0) }
      return languages.count == values.count
    case "features":
      guard let count = Int(value) else { return false }
      features = count
    case "scale":
      guard let number = Double(value) else { return false }
      scale = number
    case "temperature":
      guard numbers.count == 2, values.count == 2 else { return false }
      temperature = (numbers[0], numbers[1])
    case "priors":
      priors = numbers
      return numbers.count == values.count
    case "levels":
      levels = values.compactMap { Int8($0) }
      return levels.count == values.count
    case "checksum":
      guard let sum = UInt64(value, radix: 16) else { return false }
      checksum = sum
    case "note": notes.append(value)
    default: break
    }
    return true
  }
}

/// Reads the weights of features, one after the other.
struct WeightReader {
  private var reader: ModelReader
  private let header: LanguageModelHeader

  init(bytes: [UInt8], header: LanguageModelHeader, place: String) {
    reader = ModelReader(bytes: bytes, offset: header.end, keyBits: 32, place: place)
    self.header = header
  }

  /// Appends the weights of the next feature, each with the number of its language times 256.
  ///
  /// - Returns: the hash of the feature.
  mutating func next(into weights: inout [UInt16]) throws(TextError) -> UInt32 {
    let key = try reader.nextKey()
    var mask: UInt32 = 0
    for position in 0..<4 { mask |= UInt32(try reader.nextByte()) << UInt32(8 * position) }
    guard header.languages.count == 32 || mask >> UInt32(header.languages.count) == 0 else {
      throw reader.damaged("the model has weights for languages that it does not name")
    }
    var pending: UInt8?
    for language in 0..<header.languages.count where mask & 1 << UInt32(language) != 0 {
      let level: UInt8
      if let upper = pending {
        level = upper
        pending = nil
      } else {
        let pair = try reader.nextByte()
        level = pair & 15
        pending = pair >> 4
      }
      let weight = UInt8(bitPattern: header.levels[Int(level)])
      weights.append(UInt16(language) << 8 | UInt16(weight))
    }
    return key
  }

  /// Verifies that nothing follows.
  func finish() throws(TextError) { try reader.finish() }
}
