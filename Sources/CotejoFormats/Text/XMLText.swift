/// Writes XML 1.0 text as bytes.
enum XMLText {
  /// What stands for a character that XML 1.0 cannot hold: U+FFFD, the replacement character.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Appends the text of an element.
  ///
  /// A CR is written as a reference, or a parser would read it as LF (XML 1.0, 2.11).
  /// - Returns: How many characters were replaced because XML 1.0 (2.2) has no place for them: the
  ///   controls below U+0020 other than tab, LF and CR, and U+FFFE and U+FFFF.
  static func append(_ string: String, to buffer: inout [UInt8]) -> Int {
    append(string, attribute: false, to: &buffer)
  }

  /// Appends the value of an attribute, without its quotation marks; tab and LF, too, are written as
  /// references, or a parser would read them as spaces (XML 1.0, 3.3.3).
  ///
  /// - Returns: How many characters were replaced, as for an element.
  static func append(attribute string: String, to buffer: inout [UInt8]) -> Int {
    append(string, attribute: true, to: &buffer)
  }

  private static func append(
    _ string: String, attribute: Bool, to buffer: inout [UInt8]
  ) -> Int {
    let text = string.utf8Span
    return text.span.withUnsafeBufferPointer { text in
      var replaced = 0
      var index = 0
      var runStart = 0
      while index < text.count {
        let byte = text[index]
        if byte > 0x3E, byte != 0xEF {
          index += 1
          continue
        }
        var width = 1
        var escape: StaticString?
        switch byte {
        case UInt8(ascii: "&"): escape = "&amp;"
        case UInt8(ascii: "<"): escape = "&lt;"
        case UInt8(ascii: ">"): escape = "&gt;"
        case 0x0D: escape = "&#13;"
        case 0x22 where attribute: escape = "&quot;"
        case 0x09 where attribute: escape = "&#9;"
        case 0x0A where attribute: escape = "&#10;"
        case 0x09, 0x0A, 0x20...0x7E: break
        case 0xEF:
          // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
          width = 3
          let forbidden =
            index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
          guard forbidden else { break }
          fallthrough
        default:
          buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
          buffer.append(contentsOf: replacement)
          replaced += 1
          runStart = index + width
        }
        if let escape {
          buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
          buffer.append(escape)
          runStart = index + 1
        }
        index += width
      }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
      return replaced
    }
  }
}
