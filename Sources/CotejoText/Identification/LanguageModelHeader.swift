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
  private let bytes: [UInt8]
  private var offset: Int
  private let header: LanguageModelHeader
  private let place: String
  private var key: UInt32 = 0

  init(bytes: [UInt8], offset: Int, header: LanguageModelHeader, place: String) {
    self.bytes = bytes
    self.offset = offset
    self.header = header
    self.place = place
  }

  /// Appends the weights of the next feature, each with the number of its language times 256.
  ///
  /// - Returns: the hash of the feature.
  mutating func next(into weights: inout [UInt16]) throws(TextError) -> UInt32 {
    var step: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 35 else { throw damaged("a hash of the model is too large") }
      step |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    guard step > 0, UInt64(key) + step <= UInt64(UInt32.max) else {
      throw damaged("the hashes of the model are not in order")
    }
    key += UInt32(step)
    var mask: UInt32 = 0
    for position in 0..<4 { mask |= UInt32(try byte()) << UInt32(8 * position) }
    guard header.languages.count == 32 || mask >> UInt32(header.languages.count) == 0 else {
      throw damaged("the model has weights for languages that it does not name")
    }
    var pending: UInt8?
    for language in 0..<header.languages.count where mask & 1 << UInt32(language) != 0 {
      let level: UInt8
      if let upper = pending {
        level = upper
        pending = nil
      } else {
        let pair = try byte()
        level = pair & 15
        pending = pair >> 4
      }
      let weight = UInt8(bitPattern: header.levels[Int(level)])
      weights.append(UInt16(language) << 8 | UInt16(weight))
    }
    return key
  }

  /// Verifies that nothing follows.
  func finish() throws(TextError) {
    guard offset == bytes.count else { throw damaged("the model has bytes behind its weights") }
  }

  private mutating func byte() throws(TextError) -> UInt8 {
    guard offset < bytes.count else { throw damaged("the weights of the model are cut off") }
    offset += 1
    return bytes[offset - 1]
  }

  private func damaged(_ message: String) -> TextError {
    TextError(.languageData, place: place, offset: offset, message: message)
  }
}
