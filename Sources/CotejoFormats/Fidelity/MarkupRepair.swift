/// Takes out of a file of XML in UTF-8 what would end its reading, so that it costs its unit alone.
///
/// Bytes that are not UTF-8, and controls that XML 1.0 (2.2) has no place for, are each replaced by
/// U+FDD0, a noncharacter, which no text may hold for interchange (Unicode Standard, 23.7), and which
/// XML allows. Files in another encoding are left as they are.
struct MarkupRepair {
  /// What stands for something that was taken out.
  static let mark: [UInt8] = [0xEF, 0xB7, 0x90]

  /// Whether something was taken out so far.
  private(set) var hasRepaired = false
  /// Whether the file is in UTF-8; not known before its start was seen.
  private var isUTF8: Bool?
  /// Bytes that wait for what follows.
  private var rest: [UInt8] = []

  /// So many bytes are waited for to look for a declaration, which is seldom half as long.
  private static let startSize = 256

  /// The next bytes for the parser, without the start of a character that the next piece ends.
  mutating func repaired(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> [UInt8] {
    var bytes = rest
    bytes.append(contentsOf: piece)
    rest = []
    if isUTF8 == nil {
      guard isLast || bytes.count >= Self.startSize else {
        rest = bytes
        return []
      }
      isUTF8 = Self.isUTF8(bytes.prefix(Self.startSize))
    }
    guard isUTF8 == true else { return bytes }
    if !isLast {
      let end = Self.completeEnd(of: bytes)
      rest = Array(bytes[end...])
      bytes.removeSubrange(end...)
    }
    guard let first = Self.fault(in: bytes, from: 0) else { return bytes }
    hasRepaired = true
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var start = 0
    var fault: Range<Int>? = first
    while let range = fault {
      result += bytes[start..<range.lowerBound]
      result += Self.mark
      start = range.upperBound
      fault = Self.fault(in: bytes, from: start)
    }
    return result + bytes[start...]
  }

  /// Whether a text holds a mark.
  static func isMarked(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + mark.count <= text.count {
      if text[index] == mark[0], text[index + 1] == mark[1], text[index + 2] == mark[2] {
        return true
      }
      index += 1
    }
    return false
  }

  /// The first bytes from an offset on that are not UTF-8 or a control that XML has no place for.
  private static func fault(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    let control = bytes[start...].firstIndex {
      $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D
    }
    // What stands behind the control is looked at from there.
    let end = control ?? bytes.count
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<end))
    } catch {
      return start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
    }
    return control.map { $0..<$0 + 1 }
  }

  /// Where the last character that is complete ends.
  private static func completeEnd(of bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let width = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return width > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }

  /// Whether the start of a file says that it is UTF-8, by its first bytes (XML 1.0, appendix F) or by
  /// its declaration; ASCII is some.
  private static func isUTF8(_ start: ArraySlice<UInt8>) -> Bool {
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return false }
    if start.prefix(4).contains(0) { return false }
    var text = start
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    guard text.starts(with: "<?xml".utf8) else { return true }
    let declaration = String(
      decoding: text.prefix { $0 != UInt8(ascii: ">") }.map { $0 | 0x20 }, as: UTF8.self)
    guard let named = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first
    else { return true }
    // `="utf-8"`, and spaces before the mark of equality or behind it.
    let quoted = named.drop { $0 != "\"" && $0 != "'" }.dropFirst()
    let name = quoted.prefix { $0 != "\"" && $0 != "'" }
    return ["utf-8", "utf8", "us-ascii", "ascii"].contains(String(name))
  }
}
