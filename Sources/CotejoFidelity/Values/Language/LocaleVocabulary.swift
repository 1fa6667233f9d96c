internal import CotejoICU
internal import CotejoText

/// What CLDR (by way of ICU) has of the numbers, money, measures and dates of a language, for those
/// that have no word list of their own.
///
/// Numbers up to 999 are whole phrases with a meaning each, *mille* and *Millionen* scales; where
/// thousands are glued to their number (*zwanzigtausend*) those are phrases, too. Ordinals, fractions,
/// qualifiers and what is told in other cases than that of counting is not known.
struct LocaleVocabulary {
  /// The words and phrases, blanks between their pieces, with what they mean.
  private(set) var entries: [(form: String, meaning: ValueVocabulary.Meaning)] = []
  /// Which mark stands before decimals.
  private(set) var traits: NumeralTraits = []

  /// The units of the table that CLDR (Unicode Technical Standard 35, part 2, "Units") has names for.
  private static let units = [
    "mm": "millimeter", "cm": "centimeter", "m": "meter", "km": "kilometer", "in": "inch",
    "ft": "foot", "yd": "yard", "mi": "mile", "ly": "light-year", "m2": "square-meter",
    "km2": "square-kilometer", "ft2": "square-foot", "mi2": "square-mile", "ha": "hectare",
    "acre": "acre", "ml": "milliliter", "l": "liter", "m3": "cubic-meter", "mg": "milligram",
    "g": "gram", "kg": "kilogram", "lb": "pound", "oz": "ounce", "celsius": "celsius",
    "fahrenheit": "fahrenheit", "km/h": "kilometer-per-hour", "mph": "mile-per-hour",
    "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "kWh": "kilowatt-hour",
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week",
    "month": "month", "year": "year", "century": "century", "kB": "kilobyte", "MB": "megabyte",
    "GB": "gigabyte", "TB": "terabyte", "Hz": "hertz", "MHz": "megahertz",
  ]
  /// Numbers up to here stand for other words in many languages (*six*, *nove*, *acht*).
  private static let lastWeak = 12

  /// Looks up what CLDR has; `nil` for a language that it lacks.
  ///
  /// - Throws: `icu`.
  init?(
    _ language: LanguageTag, _ units: UnitTable, _ currencies: CurrencyTable
  ) throws(TextError) {
    let locale = language.description
    do throws(ICUError) {
      guard try LocaleValues.isKnown(locale) else { return nil }
      switch try LocaleValues.decimalMark(locale) {
      case ",": traits = .decimalComma
      case ".": traits = .decimalPoint
      default: break
      }
      try addCalendar(locale)
      try addPercent(locale)
      for (unit, name) in Self.units.sorted(by: { $0.key < $1.key }) {
        guard let unit = units.units[unit] else { continue }
        for form in try LocaleValues.unitNames(name, locale) {
          add(form, .init(role: .unit, number: 1, unit: unit))
        }
      }
      try addCurrencies(currencies, locale)
      try addNumbers(locale)
    } catch {
      throw TextError(.icu, place: locale, message: error.description)
    }
  }

  private mutating func add(_ form: String, _ meaning: ValueVocabulary.Meaning) {
    let pieces = Self.pieces(of: form)
    if !pieces.isEmpty { entries.append((pieces.joined(separator: " "), meaning)) }
  }

  /// The words and marks of a name, as a text's pieces part.
  private static func pieces(of name: String) -> [String] {
    var pieces: [String] = [""]
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace {
        pieces.append("")
      } else if ["-", "\u{2010}", ".", ",", "/"].contains(scalar) {
        pieces += [String(scalar), ""]
      } else {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      }
    }
    return pieces.filter { !$0.isEmpty }
  }

  private mutating func addCalendar(_ locale: String) throws(ICUError) {
    for (role, list) in [
      (ValueRoles.month, try LocaleValues.months(locale)),
      (.weekday, try LocaleValues.weekdays(locale)),
    ] {
      for (index, forms) in list.enumerated() {
        for form in forms {
          var meaning = ValueVocabulary.Meaning(role: role, number: Double(index + 1))
          meaning.needsCapital =
            role == .month && form.unicodeScalars.first?.properties.isUppercase == true
          add(form, meaning)
        }
      }
    }
  }

  private mutating func addPercent(_ locale: String) throws(ICUError) {
    for form in ["%"] + (try LocaleValues.unitNames("percent", locale)) {
      add(form, .init(role: .percent, number: 1 / 100))
    }
    for form in ["‰"] + (try LocaleValues.unitNames("permille", locale)) {
      add(form, .init(role: .percent, number: 1 / 1000))
    }
  }

  /// Adds currencies by their names, and by what several are called: *dollars*, *Kronen*.
  private mutating func addCurrencies(
    _ table: CurrencyTable, _ locale: String
  ) throws(ICUError) {
    var names: [String: [[String]]] = [:]
    for code in table.codes {
      names[code] = try LocaleValues.currencyNames(code, locale).map {
        Self.pieces(of: String($0.lowercased().prefix { $0 != "(" }))
      }.filter { !$0.isEmpty }
    }
    // What the American and the Canadian dollar have in common tells where the noun stands.
    func ends(_ code: String, _ end: KeyPath<[String], String?>) -> Set<String> {
      Set((names[code] ?? []).compactMap { $0[keyPath: end] })
    }
    let noun = [\[String].first, \[String].last].first { end in
      !ends("USD", end).isDisjoint(with: ends("CAD", end))
    }
    var currencies: [String: Currencies] = [:]
    for (index, code) in table.codes.enumerated() {
      let own = Currencies(rawValue: 1 << UInt128(index))
      for name in names[code] ?? [] {
        currencies[name.joined(separator: " "), default: []].formUnion(own)
        if let word = noun.flatMap({ name[keyPath: $0] }) {
          if name.count > 1 { currencies[word, default: []].formUnion(own) }
        }
      }
    }
    for (form, currencies) in currencies.sorted(by: { $0.key < $1.key }) {
      add(form, .init(role: .currency, number: 1, currencies: currencies))
    }
  }

  private mutating func addNumbers(_ locale: String) throws(ICUError) {
    var writer = try SpelloutWriter(locale: locale)
    for number in 2...999 {
      for form in try writer.forms(of: number) {
        var meaning = ValueVocabulary.Meaning(
          role: number > Self.lastWeak ? .compound : .one, number: Double(number))
        meaning.isWeak = number <= Self.lastWeak
        add(form, meaning)
      }
    }
    let isGlued = try writer.forms(of: 2000).first.map { Self.pieces(of: $0).count == 1 } ?? false
    if isGlued {
      for number in 2...999 {
        for form in try writer.forms(of: number * 1000) {
          add(form, .init(role: .compound, number: Double(number * 1000)))
        }
      }
    }
    for scale in [1000, 1_000_000, 1_000_000_000, 1_000_000_000_000] {
      for count in [1, 2, 5] {
        let counts = try writer.forms(of: count)
        for form in try writer.forms(of: count * scale) {
          let pieces = Self.pieces(of: form)
          guard var word = pieces.last else { continue }
          if pieces.count == 1, let count = counts.first(where: word.hasPrefix) {
            word.removeFirst(count.count)
          }
          if !word.isEmpty { add(word, .init(role: .scale, number: Double(scale))) }
        }
      }
    }
  }
}
