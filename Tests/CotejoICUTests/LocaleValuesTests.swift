import Testing

@testable import CotejoICU

struct LocaleValuesTests {
  @Test(arguments: [
    ("de", true), ("fr-CA", true), ("gl", true), ("zh", true), ("tlh", false), ("zz", false),
  ])
  func knowsWhatCLDRHas(locale: String, isKnown: Bool) throws {
    #expect(try LocaleValues.isKnown(locale) == isKnown)
  }

  @Test(arguments: [
    ("de", "März", "Montag", "Sonntag"), ("fr", "mars", "lundi", "dimanche"),
    ("pl", "marca", "poniedziałek", "niedziela"),
  ])
  func namesMonthsAndDays(locale: String, march: String, monday: String, sunday: String) throws {
    let months = try LocaleValues.months(locale)
    #expect(months.count == 12)
    #expect(months[2].first == march)
    let days = try LocaleValues.weekdays(locale)
    #expect(days.count == 7)
    #expect(days[0].first == monday)
    #expect(days[6].first == sunday)
  }

  @Test func monthsHaveTheFormsOfDatesAndTheirOwn() throws {
    #expect(try LocaleValues.months("pl")[2] == ["marca", "marzec"])
    #expect(try LocaleValues.months("fr")[2] == ["mars"])
  }

  @Test(arguments: [("de", ","), ("en", "."), ("de-CH", "."), ("fr", ",")])
  func knowsTheMarkOfDecimals(locale: String, mark: String) throws {
    #expect(try LocaleValues.decimalMark(locale) == mark)
  }

  @Test(arguments: [
    ("fr", "CAD", ["dollar canadien", "dollars canadiens"]), ("de", "EUR", ["Euro"]),
    // What is no code, or has no name, is called nothing.
    ("fr", "XBT", []), ("fr", "euro", []), ("fr", "", []), ("fr", "éé", []),
  ])
  func namesCurrencies(locale: String, code: String, names: [String]) throws {
    #expect(try LocaleValues.currencyNames(code, locale) == names)
  }

  @Test(arguments: [
    ("it", "kilometer", ["chilometro", "chilometri"]), ("ca", "percent", ["per cent"]),
    ("ru", "year", ["год", "года", "лет"]),
  ])
  func namesUnits(locale: String, unit: String, names: [String]) throws {
    #expect(try LocaleValues.unitNames(unit, locale) == names)
  }

  @Test(arguments: ["no unit", "kilometer-per-per"])
  func aUnitThatThereIsNotIsAnError(unit: String) {
    #expect(throws: ICUError.self) { try LocaleValues.unitNames(unit, "fr") }
  }
}
