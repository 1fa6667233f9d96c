/// Puts characters in place of the references that stand for them in HTML: `&eacute;`, `&#233;`,
/// `&#xE9;`.
///
/// Names are those of HTML 4.01; a reference ends with a semicolon. As in HTML, numbers from 128 to 159
/// are meant in Windows-1252. References to control characters, to surrogates and to numbers that are no
/// code point stay. A reference that comes of another (`&amp;eacute;`) stays too: the text was meant
/// to show it.
struct EntityRepair: TextRepair {
  var needs: TextFeatures { .ampersand }

  func repaired(_ view: TextView, repairs: inout Repairs) -> RepairedText? {
    let text = view.bytes.span
    var builder = ViewBuilder(view.bytes)
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "&"),
        let (scalar, end) = Self.reference(in: text, at: index)
      else {
        index += 1
        continue
      }
      builder.replace(index..<end, with: scalar)
      repairs.note(.entity, at: view.sourceOffset(of: index))
      index = end
    }
    return builder.finish()
  }

  /// The code point that a reference stands for, and where the reference ends; `nil` if none stands at
  /// `start`.
  private static func reference(
    in text: Span<UInt8>, at start: Int
  ) -> (scalar: UInt32, end: Int)? {
    let most = min(text.count, start + 2 + EntityNames.longest)
    var end = start + 1
    while end < most, text[end] != UInt8(ascii: ";") { end += 1 }
    guard end < most, end > start + 1 else { return nil }
    let body = text.extracting(start + 1..<end)
    let scalar = body[0] == UInt8(ascii: "#") ? number(body.extracting(1...)) : name(body)
    return scalar.map { ($0, end + 1) }
  }

  private static func name(_ body: Span<UInt8>) -> UInt32? {
    var name = ""
    for index in body.indices {
      guard body[index] < 0x80 else { return nil }
      name.unicodeScalars.append(Unicode.Scalar(body[index]))
    }
    return EntityNames.scalars[name[...]]
  }

  private static func number(_ digits: Span<UInt8>) -> UInt32? {
    guard digits.count > 0 else { return nil }
    let isHexadecimal = digits[0] | 0x20 == UInt8(ascii: "x")
    var value: UInt32 = 0
    guard digits.count > (isHexadecimal ? 1 : 0) else { return nil }
    for index in (isHexadecimal ? 1 : 0)..<digits.count {
      let digit: UInt8
      switch digits[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = digits[index] - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: digit = digits[index] - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: digit = digits[index] - 0x37
      default: return nil
      }
      // At most seven digits come this far: no overflow.
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
    }
    switch value {
    case 0x09, 0x0A: return value
    case 0x80...0x9F: return Windows1252.scalar(of: UInt8(value))
    case ..<0x20, 0x7F, 0xD800...0xDFFF, 0x11_0000...: return nil
    default: return value
    }
  }
}
