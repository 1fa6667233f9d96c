/// The header of a model of sentence ends: lines `key value` up to an empty line.
struct SentenceModelHeader {
  var language = ""
  var words = -1
  var features = -1
  var scale = 0.0
  var thresholds: SentenceClassifier.Thresholds?
  var checksum: UInt64 = 0
  var notes: [String] = []
  /// Where the words begin.
  var end = 0

  /// No file has more words or features; guards against damaged headers that ask for all memory.
  private static let most = 1 << 20

  /// Reads a header and verifies the checksum of what follows it.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    var values = Self()
    let header = try ModelHeader(
      bytes, magic: SentenceClassifier.magic, kind: "a model of sentence ends", place: place
    ) { values.read($0, $1) }
    self = values
    end = header.end
    guard !language.isEmpty, 0...Self.most ~= words, 1...Self.most ~= features, scale.isFinite,
      scale > 0
    else { throw header.outOfRange }
    try header.verify(bytes, checksum: checksum)
  }

  private init() {}

  /// Takes a key and its value; false if it cannot be read.
  private mutating func read(_ key: Substring, _ value: String) -> Bool {
    switch key {
    case "language": language = value
    case "words", "features":
      guard let count = Int(value) else { return false }
      if key == "words" { words = count } else { features = count }
    case "scale":
      guard let number = Double(value) else { return false }
      scale = number
    case "thresholds":
      let numbers = value.utf8.split(separator: 0x20).compactMap {
        Double(String(decoding: $0, as: UTF8.self))
      }
      guard numbers.count == 3, numbers.allSatisfy(\.isFinite) else { return false }
      thresholds = SentenceClassifier.Thresholds(
        informal: numbers[0], formal: numbers[1], small: numbers[2])
    case "checksum":
      guard let sum = UInt64(value, radix: 16) else { return false }
      checksum = sum
    case "note": notes.append(value)
    default: break
    }
    return true
  }
}

/// Reads hashes that were written in order, each as the difference to the one before.
struct KeyReader {
  private let bytes: [UInt8]
  private var offset: Int
  private let place: String
  private var key: UInt32 = 0

  init(bytes: [UInt8], offset: Int, place: String) {
    self.bytes = bytes
    self.offset = offset
    self.place = place
  }

  /// The next hash, greater than the one before.
  mutating func nextKey() throws(TextError) -> UInt32 {
    var step: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = try nextByte()
      // Four groups of seven bits hold more than a hash has.
      guard shift < 28 else { throw damaged("a hash of the model is too large") }
      step |= UInt32(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    guard step > 0, key + step < 1 << FeatureTable.keyBits else {
      throw damaged("the hashes of the model are not in order")
    }
    key += step
    return key
  }

  /// The next byte.
  mutating func nextByte() throws(TextError) -> UInt8 {
    guard offset < bytes.count else { throw damaged("the weights of the model are cut off") }
    offset += 1
    return bytes[offset - 1]
  }

  /// Begins another list of hashes.
  mutating func startAgain() {
    key = 0
  }

  /// Verifies that nothing follows.
  func finish() throws(TextError) {
    guard offset == bytes.count else { throw damaged("the model has bytes behind its weights") }
  }

  private func damaged(_ message: String) -> TextError {
    TextError(.languageData, place: place, offset: offset, message: message)
  }
}
