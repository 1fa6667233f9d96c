/// Reads JSON Lines: text with a JSON value on each line.
///
/// Lines end at LF, a CR before it is white space of JSON, and a byte order mark at the start of the
/// text is passed over. Blank lines are passed over too, but are counted.
package enum JSONLines {
  /// The records of a text, in the order of their lines.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - place: The file that it comes from, for errors.
  ///   - record: Is given a scanner at the start of each line and the line's 1-based number, and
  ///     reads one value. What is wrong with that it says by a fault of the scanner.
  /// - Returns: What `record` made of each line.
  /// - Throws: `malformed`, with the line and what is wrong at which byte of it, for a line that is
  ///   not UTF-8, that holds something behind its value, or that `record` has a fault for.
  package static func read<Record>(
    _ bytes: [UInt8], place: String,
    _ record: (inout JSONScanner, Int) throws(JSONScanner.Fault) -> Record
  ) throws(FormatError) -> [Record] {
    var records: [Record] = []
    try LineScanner.forEachLine(of: bytes) { (line, number) throws(FormatError) in
      records.append(
        try self.record(in: Array(bytes[line.range]), place: place, number: number) {
          scanner throws(JSONScanner.Fault) in
          try record(&scanner, number)
        })
    }
    return records
  }

  /// The record of one line, for readers that do not hold the text.
  ///
  /// - Parameters:
  ///   - line: The line, without a byte order mark; its end may be there or not.
  ///   - place: The file that it comes from, for errors.
  ///   - number: Its 1-based number there, for errors.
  ///   - record: Is given a scanner at the start of the line, and reads one value.
  /// - Returns: What `record` made of it.
  /// - Throws: `malformed`, as ``read(_:place:_:)``.
  package static func record<Record>(
    in line: [UInt8], place: String, number: Int,
    _ record: (inout JSONScanner) throws(JSONScanner.Fault) -> Record
  ) throws(FormatError) -> Record {
    do throws(JSONScanner.Fault) {
      var scanner = JSONScanner(line)
      guard (try? UTF8Span(validating: line.span)) != nil else {
        throw scanner.fault("the line is not valid UTF-8")
      }
      let value = try record(&scanner)
      try scanner.end()
      return value
    } catch {
      throw FormatError(
        .malformed, place: place, line: number,
        message: "\(error.message) (byte \(error.offset) of the line)")
    }
  }
}
