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
}
