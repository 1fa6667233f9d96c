import CotejoTestSupport
import Foundation
import Testing

@testable import CotejoEncoder

struct RetryAfterTests {
  // Sun, 06 Nov 1994 08:49:37 GMT.
  private static let now = 784_111_777.0

  @Test(arguments: [
    ("0", 0), (" 12\t", 12), ("007", 7), ("99999999999", 99_999_999_999),
    ("Sun, 06 Nov 1994 08:50:07 GMT", 30), (" Sun, 06 Nov 1994 08:50:07 GMT ", 30),
    ("Sun, 06 Nov 1994 08:49:60 GMT", 23), ("Mon, 07 Nov 1994 08:49:37 GMT", 86_400),
    ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
  ])
  func `reads seconds and dates`(_ value: String, _ seconds: Double) {
    #expect(RetryAfter.seconds(value, now: Self.now) == seconds)
  }

  @Test(arguments: [
    "", " ", "soon", "-1", "1.5", "1e3", "1 2", "\u{664}", "Sun, 06 Nov",
    "Sun 06 Nov 1994 08:50:07 GMT", "Sun, 06 Nov 1994 08:50:07 CET",
    "Sun, 06 nov 1994 08:50:07 GMT", "Sun, 00 Nov 1994 08:50:07 GMT",
    "Sun, 32 Nov 1994 08:50:07 GMT", "Sun, 06 Nov 1994 24:50:07 GMT",
    "Sun, 06 Nov 1994 08:50 GMT", "Sun, 06 Nov 1994 08::07 GMT",
    "Sun, 06 Nov 99999999999999999999 08:50:07 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
  ])
  func `what is neither is none`(_ value: String) {
    #expect(RetryAfter.seconds(value, now: Self.now) == nil)
  }

  @Test func `each day of the calendar is the one that Foundation knows`() {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    var generator = SeededGenerator(seed: 30)
    let leaps = [951_782_400.0, 951_868_800, 4_107_456_000, 4_107_542_400]
    let days = (0..<500).map { _ in
      Double.random(in: 0..<8_000_000_000, using: &generator).rounded()
    }
    for seconds in leaps + days {
      let value = format.string(from: Date(timeIntervalSince1970: seconds))
      #expect(RetryAfter.seconds(value, now: 0) == seconds, "\(value)")
    }
  }
}
