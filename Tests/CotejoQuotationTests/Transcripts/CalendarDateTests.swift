import CotejoText
import Testing

@testable import CotejoQuotation

struct CalendarDateTests {
  @Test(
    arguments: [
      (2031, 2, 29), (1900, 2, 29), (2031, 13, 1), (2031, 4, 31), (0, 1, 1), (2031, 1, 0),
    ]
  )
  func `days that are not in the calendar are none`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func `dates order by time and come back from their packed form`() throws {
    let dates = try [(2031, 3, 4), (2032, 2, 29), (2000, 2, 29), (9999, 12, 31), (1, 1, 1)].map {
      try #require(CalendarDate(year: $0.0, month: $0.1, day: $0.2))
    }
    #expect(
      dates.sorted().map(\.description) == [
        "0001-01-01", "2000-02-29", "2031-03-04", "2032-02-29", "9999-12-31",
      ])
    for date in dates { #expect(CalendarDate(packed: date.packed) == date) }
    #expect(CalendarDate(packed: 0) == nil)
  }

  @Test func `days are numbered without a gap`() throws {
    func number(_ year: Int, _ month: Int, _ day: Int) throws -> Int {
      try #require(CalendarDate(year: year, month: month, day: day)).number
    }
    // Four centuries have 97 leap days.
    #expect(try number(2400, 3, 1) - number(2000, 3, 1) == 400 * 365 + 97)
    #expect(try number(2024, 3, 1) - number(2024, 2, 28) == 2)
    #expect(try number(1900, 3, 1) - number(1900, 2, 28) == 1)
    #expect(try number(2032, 1, 1) - number(2031, 12, 31) == 1)
    var last = try number(1999, 12, 31)
    for year in 2000...2004 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(date.number == last + 1, "\(date)")
          last = date.number
        }
      }
    }
  }
}
