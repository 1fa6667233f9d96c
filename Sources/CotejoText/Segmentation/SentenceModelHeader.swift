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
