internal import CotejoText

/// Writes JSON (RFC 8259) as bytes.
package enum JSONText {
  /// Appends a string with its quotation marks.
  ///
  /// Escaped are what JSON demands (the quotation mark, the backslash, the controls below U+0020),
  /// what some readers take for the end of a line (U+007F to U+009F, U+2028 and U+2029), so that a
  /// record is one line for every reader, and U+FEFF, which Foundation on Linux loses at the start
  /// of a string. All else stays as it is.
  package static func append(_ string: String, to buffer: inout [UInt8]) {
    let text = string.utf8Span
    buffer.append(UInt8(ascii: "\""))
    text.span.withUnsafeBufferPointer { append(escaped: $0, to: &buffer) }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func append(
    escaped text: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]
  ) {
    let span = text.span
    var index = 0
    var runStart = 0
    while true {
      index = span.endOfPlainASCII(from: index, to: text.count)
      guard index < text.count else { break }
      // C2 leads U+0080 to U+00BF, E2 U+2000 to U+2FFF, EF U+F000 to U+FFFF: the only ones beyond
      // ASCII with something to escape.
      if text[index] >= 0x80, !mayLeadEscape(text[index]) {
        index += 1
        continue
      }
      let (scalar, width) = span.decodeScalar(at: index)
      if isEscaped(scalar) {
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        append(escape: scalar, to: &buffer)
        runStart = index + width
      }
      index += width
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  @inline(__always)
  private static func mayLeadEscape(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  @inline(__always)
  private static func isEscaped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x22, 0x5C, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  private static func append(escape code: UInt32, to buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\\"))
    switch code {
    case 0x22, 0x5C: buffer.append(UInt8(code))
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    default:
      buffer.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] {
        buffer.append(hexadecimalDigit(code >> UInt32(shift) & 0xF))
      }
    }
  }

  private static func hexadecimalDigit(_ value: UInt32) -> UInt8 {
    UInt8(value < 10 ? 0x30 + value : 0x57 + value)
  }
}
