internal import CICU

/// What numbers, money, measures and dates are written with in a locale, from CLDR.
///
/// All functions take a BCP 47 tag; of a locale that ``isKnown(_:)`` denies they give what belongs to
/// another one.
package enum LocaleValues {
  /// Whether CLDR has data of a locale's language.
  package static func isKnown(_ locale: String) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let isKnown = unsafe cicu_locale_is_known(locale, &status)
    try ICUError.check(status, "look a locale up", locale)
    return isKnown
  }

  /// The months from January on, each with its forms: in a date, and by itself.
  package static func months(_ locale: String) throws(ICUError) -> [[String]] {
    try names(of: .month, locale)
  }

  /// The days of the week from Monday on, each with its forms.
  package static func weekdays(_ locale: String) throws(ICUError) -> [[String]] {
    let days = try names(of: .weekday, locale)
    return Array(days.dropFirst() + days.prefix(1))
  }

  /// The mark before decimals: `,` or `.` in most locales.
  package static func decimalMark(_ locale: String) throws(ICUError) -> String {
    var text = try ICUText()
    unsafe try text.fill("look up the mark of decimals", locale) { buffer, status in
      unsafe cicu_decimal_mark(locale, buffer, &status)
    }
    return text.string
  }

  /// What a currency (ISO 4217) is called after numbers: *dollar canadien*, *dollars canadiens*.
  package static func currencyNames(
    _ code: String, _ locale: String
  ) throws(ICUError) -> [String] {
    // ICU takes three letters.
    guard code.utf8.count == 3 else { return [] }
    var text = try ICUText()
    unsafe try text.fill("look up the name of a currency", "\(code) in \(locale)") {
      buffer, status in
      unsafe cicu_currency_names(locale, code, buffer, &status)
    }
    return distinct(text.string).filter { $0 != code }
  }

  /// What a unit, by CLDR's name for it such as `square-kilometer`, is called after numbers.
  package static func unitNames(_ unit: String, _ locale: String) throws(ICUError) -> [String] {
    var text = try ICUText()
    unsafe try text.fill("look up the name of a unit", "\(unit) in \(locale)") { buffer, status in
      unsafe cicu_unit_names(locale, unit, buffer, &status)
    }
    return distinct(text.string)
  }

  private static func names(
    of part: cicu_calendar_part, _ locale: String
  ) throws(ICUError) -> [[String]] {
    var text = try ICUText()
    var forms: [[Substring]] = []
    for isStandalone in [false, true] {
      unsafe try text.fill("look up the names of a calendar", locale) { buffer, status in
        unsafe cicu_calendar_names(locale, part, isStandalone, buffer, &status)
      }
      forms.append(text.string.split(separator: "\n"))
    }
    return zip(forms[0], forms[1]).map { distinct("\($0)\n\($1)") }
  }

  /// The lines of a text, each once.
  static func distinct(_ lines: String) -> [String] {
    var distinct: [String] = []
    for line in lines.split(separator: "\n").map(String.init) where !distinct.contains(line) {
      distinct.append(line)
    }
    return distinct
  }
}
