internal import CotejoQuotation

/// Days in the paths of documents.
enum PathDate {
  /// The name of the capture that holds a day.
  static let capture = "date"
  /// The names of the captures that hold one together.
  private static let parts = ["year", "month", "day"]
  /// All of these names.
  static let names = [capture] + parts

  /// Whether a pattern has the captures that a day is read from.
  static func isNamed(in pattern: PathPattern) -> Bool {
    let captures = pattern.captures
    return captures.contains(capture) || parts.allSatisfy(captures.contains)
  }

  /// The day that captures tell: `{date}`, or else `{year}`, `{month}` and `{day}`.
  static func read(_ captures: [String: String]) -> CalendarDate? {
    if let text = captures[capture] { return read(Array(text.utf8)[...]) }
    let numbers = parts.compactMap { captures[$0].flatMap { digits(Array($0.utf8)[...]) } }
    guard numbers.count == 3, captures[parts[0]]?.utf8.count == 4 else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// A day as ISO 8601 writes it, `2031-03-04` or `20310304`; in place of hyphens there may be dots or
  /// low lines.
  static func read(_ text: ArraySlice<UInt8>) -> CalendarDate? {
    let start = text.startIndex
    func number(_ offset: Int, _ count: Int) -> Int? {
      digits(text[start + offset..<start + offset + count])
    }
    let width: Int
    switch text.count {
    case 8: width = 0
    case 10:
      guard text[start + 4] == text[start + 7], Array("-._".utf8).contains(text[start + 4])
      else { return nil }
      width = 1
    default: return nil
    }
    guard let year = number(0, 4), let month = number(4 + width, 2),
      let day = number(6 + 2 * width, 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A number of one to four digits.
  private static func digits(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(text.count), text.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
