/// The header of a file of weights that was trained: a line that says what it is, then lines
/// `key value` up to an empty one; the weights behind it have a checksum (XXH64).
struct ModelHeader {
  /// Where the weights begin.
  private(set) var end = 0
  private let place: String

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - magic: Its first line.
  ///   - kind: What it is, for errors: `a model of languages`.
  ///   - place: Its name, for errors.
  ///   - read: Takes a key and its value; false if the value cannot be read. Unknown keys are for
  ///     programs to come.
  /// - Throws: `languageData`, with the byte, for what is no such header.
  init(
    _ bytes: [UInt8], magic: String, kind: String, place: String,
    read: (Substring, String) -> Bool
  ) throws(TextError) {
    self.place = place
    var isFirst = true
    while true {
      // A line that is longer is none of ours, and not read to its end.
      guard let feed = bytes[end...].prefix(4096).firstIndex(of: 0x0A) else {
        throw damaged(isFirst ? "is not \(kind)" : "the header of the model is cut off")
      }
      let line = String(decoding: bytes[end..<feed], as: UTF8.self)
      if isFirst {
        guard line == magic else { throw damaged("is not \(kind)") }
      } else if !line.isEmpty {
        guard let blank = line.utf8.firstIndex(of: 0x20),
          read(line[..<blank], String(line[line.utf8.index(after: blank)...]))
        else { throw damaged("the model's header has a line that cannot be read: '\(line)'") }
      }
      end = feed + 1
      isFirst = false
      if line.isEmpty { break }
    }
  }

  /// Makes sure that the weights are as they were written.
  ///
  /// - Throws: `languageData` if they are not.
  func verify(_ bytes: [UInt8], checksum: UInt64) throws(TextError) {
    let sum = bytes.withUnsafeBytes { xxh64(UnsafeRawBufferPointer(rebasing: $0[end...])) }
    guard sum == checksum else {
      throw damaged("the weights of the model do not agree with their checksum")
    }
  }

  /// A header whose values cannot be.
  var outOfRange: TextError {
    damaged("the header of the model is incomplete or has values out of range")
  }

  private func damaged(_ message: String) -> TextError {
    TextError(.languageData, place: place, offset: end, message: message)
  }
}
