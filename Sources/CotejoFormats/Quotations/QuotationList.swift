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
    try JSONLines.read(bytes, place: place) { (scanner, _) throws(JSONScanner.Fault) in
      try span(&scanner, within: length)
    }
  }

  private static func span(
    _ scanner: inout JSONScanner, within length: Int
  ) throws(JSONScanner.Fault) -> TextSpan {
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
    guard let start, let end else { throw scanner.fault("'start' or 'end' is missing") }
    guard start <= end, Int(end) <= length else {
      throw scanner.fault(
        "\(start) to \(end) is no range of the article, which has \(length) bytes")
    }
    return TextSpan(start, end)
  }
}
