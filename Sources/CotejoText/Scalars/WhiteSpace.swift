/// White space in UTF-8: the characters of the Unicode property White_Space (PropList.txt).
package enum WhiteSpace {
  /// How many bytes the white-space character takes that starts at `index`; 0 if none does.
  @inline(__always)
  static func length(in text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    guard byte == 0xC2 || (0xE1...0xE3).contains(byte) else { return 0 }
    let (scalar, width) = text.decodeScalar(at: index)
    return contains(scalar) ? width : 0
  }

  /// How many bytes the white-space character takes that ends at `index`, but not before `start`.
  @inline(__always)
  static func length(in text: Span<UInt8>, before index: Int, from start: Int) -> Int {
    guard index > start else { return 0 }
    let byte = text[index - 1]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    return length(in: text, at: text.scalarStart(before: index, floor: start))
  }

  /// A range without the white space at its ends; empty at its start if there is nothing else.
  package static func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let length = length(in: text, at: lower)
      if length == 0 { break }
      lower += length
    }
    while lower < upper {
      let length = length(in: text, before: upper, from: lower)
      if length == 0 { break }
      upper -= length
    }
    return lower < upper ? lower..<upper : range.lowerBound..<range.lowerBound
  }

  private static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
