/// The value of the header `Retry-After` (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// Seconds from `now`, 0 for a date that has passed; nil for what is neither seconds nor a date.
  ///
  /// `now` is in seconds since 1970. Of the three forms that RFC 9110 knows for a date, the one that
  /// servers may still send is read.
  static func seconds(_ value: String, now: Double) -> Double? {
    let words = value.utf8.split { $0 == 0x20 || $0 == 0x09 }
    if words.count == 1, words[0].allSatisfy({ (0x30...0x39).contains($0) }) {
      return Double(Substring(words[0]))
    }
    return date(words.map(Array.init)).map { max(0, Double($0) - now) }
  }

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, cut at its spaces, as seconds since 1970.
  private static func date(_ words: [[UInt8]]) -> Int? {
    guard words.count == 6, words[0].count == 4, words[0][3] == UInt8(ascii: ","),
      words[5].elementsEqual("GMT".utf8),
      let month = months.firstIndex(where: { words[2].elementsEqual($0.utf8) }),
      let day = number(words[1][...], in: 1...31), let year = number(words[3][...], in: 1970...9999)
    else { return nil }
    let time = words[4].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    // A leap second has the number 60.
    guard time.count == 3, let hour = number(time[0], in: 0...23),
      let minute = number(time[1], in: 0...59), let second = number(time[2], in: 0...60)
    else { return nil }
    return ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func number(_ digits: ArraySlice<UInt8>, in range: ClosedRange<Int>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    return range.contains(number) ? number : nil
  }

  /// The days from 1970 to a day of the Gregorian calendar; `month` is 0 for January.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years from March on, so that the leap day is the last: the months before it then have
    // 31, 30, 31, 30, 31 days again and again, 153 each five.
    let (years, months) = month < 2 ? (year - 1, month + 10) : (year, month - 2)
    let leapDays = years / 4 - years / 100 + years / 400
    // From the first of March of the year 0 to 1970 it is 719,468 days.
    return years * 365 + leapDays + (153 * months + 2) / 5 + day - 1 - 719_468
  }
}
