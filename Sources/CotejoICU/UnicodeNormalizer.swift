internal import CICU

/// Brings UTF-8 into a Unicode normalization form.
///
/// Opening one is cheap; use one a task.
package struct UnicodeNormalizer: ~Copyable {
  package enum Form: Sendable {
    /// Canonical composition: the same text in its shortest usual spelling.
    case nfc
    /// Compatibility composition, which also changes what a reader sees: `1º` becomes `1o`.
    case nfkc
  }

  private let form: cicu_form
  private var result: ICUText

  package init(_ form: Form) throws(ICUError) {
    self.form = form == .nfc ? .nfc : .nfkc
    result = try ICUText()
  }

  /// The normalized text, or `nil` if `text` (valid UTF-8) is in the form already.
  ///
  /// - Complexity: Western text in NFC is passed at the speed of memory; ICU is asked only where a
  ///   character stands that could change.
  package mutating func normalized(_ text: Span<UInt8>) throws(ICUError) -> ChangedText? {
    if try isNormalized(text) { return nil }
    unsafe try result.fill("normalize a text") { buffer, status in
      unsafe text.withUnsafeBufferPointer { bytes in
        unsafe cicu_normalize(form, bytes.baseAddress, Int32(bytes.count), buffer, &status)
      }
    }
    return ChangedText(bytes: result.bytes, edits: result.edits)
  }

  /// Whether `text` (valid UTF-8) is in the form already.
  package borrowing func isNormalized(_ text: Span<UInt8>) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let form = form
    let answer = unsafe text.withUnsafeBufferPointer { bytes in
      if unsafe form == .nfc ? Self.isSurelyNFC(bytes) : Self.isASCII(bytes) { return true }
      return unsafe cicu_is_normalized(form, bytes.baseAddress, Int32(bytes.count), &status)
    }
    try ICUError.check(status, "check whether a text is normalized")
    return answer
  }

  /// Whether every character is one of those which no normalization to NFC changes, whatever stands
  /// beside it: those below U+0300, U+2002–U+203F (dashes, quotes, dots), `€` and `™`.
  ///
  /// The first combining mark is U+0300; of the others, the Unicode property NFC_Quick_Check is
  /// Yes and the combining class 0.
  private static func isSurelyNFC(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while unsafe skipBytes(below: 0xCC, bytes, &index) {
      guard index + 2 < bytes.count else { return false }
      switch unsafe (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE2, 0x80, 0x82...0xBF), (0xE2, 0x82, 0xAC), (0xE2, 0x84, 0xA2): index += 3
      default: return false
      }
    }
    return true
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    return unsafe !skipBytes(below: 0x80, bytes, &index)
  }

  /// Moves `index` to the next byte from `limit` (0x80 or above) on; false if there is none.
  @inline(__always)
  private static func skipBytes(
    below limit: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    // Eight bytes at a time: the top bit of each is set where the byte is at least the limit.
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let rise = UInt64(0x100 &- UInt(limit)) &* 0x0101_0101_0101_0101
    while index + 8 <= bytes.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let found = UInt64(littleEndian: word & ((word & low) &+ rise) & ~low)
      if found != 0 {
        index += found.trailingZeroBitCount / 8
        return true
      }
      index += 8
    }
    while index < bytes.count {
      if unsafe bytes[index] >= limit { return true }
      index += 1
    }
    return false
  }
}
