/// Reads what follows the header of a model: bytes, and hashes that were written in order, each as the
/// difference to the one before.
struct ModelReader {
  private let bytes: [UInt8]
  private var offset: Int
  /// The bits of a hash.
  private let keyBits: Int
  private let place: String
  private var key: UInt32 = 0

  /// Begins at a byte of a file that errors call `place`; hashes have up to 32 bits.
  init(bytes: [UInt8], offset: Int, keyBits: Int, place: String) {
    self.bytes = bytes
    self.offset = offset
    self.keyBits = keyBits
    self.place = place
  }

  /// The next hash, greater than the one before.
  mutating func nextKey() throws(TextError) -> UInt32 {
    var step: UInt64 = 0
    var shift = 0
    while true {
      let byte = try nextByte()
      guard shift < keyBits else { throw damaged("a hash of the model is too large") }
      step |= UInt64(byte & 0x7F) << UInt64(shift)
      shift += 7
      if byte < 0x80 { break }
    }
    guard step > 0, UInt64(key) + step < 1 << UInt64(keyBits) else {
      throw damaged("the hashes of the model are not in order")
    }
    key += UInt32(step)
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

  /// What is wrong where the reader stands.
  func damaged(_ message: String) -> TextError {
    TextError(.languageData, place: place, offset: offset, message: message)
  }
}
