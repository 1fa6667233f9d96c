/// Walks over one line of text, for the readers of small formats.
struct LineScanner {
  private let bytes: [UInt8]
  /// The bytes of the whole line, without its line end.
  let range: Range<Int>
  private(set) var index: Int

  /// Stands at the start of `range`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    index = range.lowerBound
  }

  private var end: Int { range.upperBound }

  /// Passes over spaces, tabs and carriage returns; `true` if nothing is left behind them.
  mutating func skipSpaces() -> Bool {
    while index < end, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
    return index == end
  }

  /// Passes over a byte, and spaces before it, if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard !skipSpaces(), bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Reads a whole number of decimal digits, with spaces before it; `nil` if none fits an `Int32`.
  mutating func number() -> Int32? {
    _ = skipSpaces()
    let start = index
    var value: Int32 = 0
    while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int32(bytes[index] & 0x0F))
      if overflow || carry { return nil }
      value = sum
      index += 1
    }
    return index > start ? value : nil
  }

  /// Reads a finite decimal number such as `0.93`, `-0.3` or `1e-4`, with spaces before it.
  mutating func decimal() -> Double? {
    _ = skipSpaces()
    let start = index
    while index < end, "0123456789+-.eE".utf8.contains(bytes[index]) { index += 1 }
    let value = Double(String(decoding: bytes[start..<index], as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Calls `body` with the range and the 1-based number of each line of a text that is not blank.
  ///
  /// Lines end at LF; a byte order mark at the start of the text is passed over.
  static func forEachLine<Failure: Error>(
    of bytes: [UInt8], _ body: (inout LineScanner, Int) throws(Failure) -> Void
  ) throws(Failure) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var scanner = LineScanner(bytes, start..<end)
      if !scanner.skipSpaces() { try body(&scanner, number) }
      start = end + 1
      number += 1
    }
  }
}
