internal import CotejoText

/// A sentence as an encoder is given it, and the name it has in the cache.
struct EncodableText: Sendable {
  /// Valid UTF-8, not empty.
  let bytes: [UInt8]
  /// The hash of the bytes.
  let key: VectorKey

  /// Takes a sentence, its white space and control characters made single spaces; nil if nothing is
  /// left of it.
  ///
  /// A text of more than `limit` bytes is cut before the code point that would exceed them.
  init?(_ sentence: ArraySlice<UInt8>, limit: Int) {
    var bytes: [UInt8] = []
    var isSpaced = false
    for byte in sentence {
      if byte <= 0x20 || byte == 0x7F {
        isSpaced = !bytes.isEmpty
        continue
      }
      if isSpaced { bytes.append(0x20) }
      isSpaced = false
      bytes.append(byte)
      if bytes.count > limit { break }
    }
    if bytes.count > limit {
      var end = max(0, limit)
      while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.removeSubrange(end...)
    }
    guard !bytes.isEmpty else { return nil }
    self.bytes = bytes
    key = VectorKey(bytes)
  }
}
