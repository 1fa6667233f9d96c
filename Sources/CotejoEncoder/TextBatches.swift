/// Cuts texts into requests of bounded size.
enum TextBatches {
  /// Ranges of texts, in order: at most `texts` of them and `bytes` bytes each, but one at least.
  static func ranges(
    _ all: [EncodableText], texts: Int, bytes: Int
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var size = 0
    for (index, text) in all.enumerated() {
      if index > start, index - start >= max(1, texts) || size + text.bytes.count > bytes {
        ranges.append(start..<index)
        (start, size) = (index, 0)
      }
      size += text.bytes.count
    }
    if start < all.count { ranges.append(start..<all.count) }
    return ranges
  }
}
