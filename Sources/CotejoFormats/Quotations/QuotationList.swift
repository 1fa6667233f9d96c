public import CotejoText

/// Reads which quotations of an article to trace.
///
/// A list is JSON Lines: `{"start":120,"end":164}` a line, byte offsets into the article's file, the
/// end exclusive. Other members are passed over, so that the records of `cotejo quotes` are a list.
public enum QuotationList {
  /// The spans of a list, in its order.
  ///
  /// - Parameters:
  ///   - bytes: the whole list; blank lines are passed over.
  ///   - place: the name that errors give it.
  ///   - length: the bytes of the article, which no span may leave.
  /// - Returns: the spans, as bytes of the article's file.
  /// - Throws: `malformed`, with the line, for what is no such record.
  public static func spans(
    in bytes: [UInt8], place: String, within length: Int
  ) throws(FormatError) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = Array(bytes[start..<end])
      if line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
        do {
          spans.append(try span(in: line, within: length))
        } catch {
          throw FormatError(
            .malformed, place: place, line: number,
            message: "\(error.message) (byte \(error.offset) of the line)")
        }
      }
      start = end + 1
      number += 1
    }
    return spans
  }

  private static func span(
    in line: [UInt8], within length: Int
  ) throws(JSONScanner.Fault) -> TextSpan {
    var scanner = JSONScanner(line)
    guard String(validating: line, as: UTF8.self) != nil else {
      throw scanner.fault("the line is not valid UTF-8")
    }
    var start: Int32?
    var end: Int32?
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      if key.elementsEqual("start".utf8) {
        start = try scanner.wholeNumber()
      } else if key.elementsEqual("end".utf8) {
        end = try scanner.wholeNumber()
      } else {
        try scanner.skipValue()
      }
    }
    try scanner.end()
    guard let start, let end else { throw scanner.fault("'start' or 'end' is missing") }
    guard start <= end, Int(end) <= length else {
      throw scanner.fault(
        "\(start) to \(end) is no range of the article, which has \(length) bytes")
    }
    return TextSpan(start, end)
  }
}
