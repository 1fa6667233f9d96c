/// What words and phrases do in the grammar of values; a word may do several things.
struct ValueRoles: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let one = ValueRoles(1 << 0)
  static let compound = ValueRoles(1 << 1)
  static let ten = ValueRoles(1 << 2)
  static let hundreds = ValueRoles(1 << 3)
  static let multiplier = ValueRoles(1 << 4)
  static let scale = ValueRoles(1 << 5)
  static let digitScale = ValueRoles(1 << 6)
  static let plural = ValueRoles(1 << 7)
  static let group = ValueRoles(1 << 8)
  static let ordinal = ValueRoles(1 << 9)
  static let ordinalSuffix = ValueRoles(1 << 10)
  static let denominator = ValueRoles(1 << 11)
  static let half = ValueRoles(1 << 12)
  static let halfAdjective = ValueRoles(1 << 13)
  static let afterFraction = ValueRoles(1 << 14)
  static let multiple = ValueRoles(1 << 15)
  static let count = ValueRoles(1 << 16)
  static let month = ValueRoles(1 << 17)
  static let weekday = ValueRoles(1 << 18)
  static let relativeDay = ValueRoles(1 << 19)
  static let decade = ValueRoles(1 << 20)
  static let decadeCue = ValueRoles(1 << 21)
  static let decadeSuffix = ValueRoles(1 << 22)
  static let centuryCue = ValueRoles(1 << 23)
  static let centuryWord = ValueRoles(1 << 24)
  static let percent = ValueRoles(1 << 25)
  static let points = ValueRoles(1 << 26)
  static let currency = ValueRoles(1 << 27)
  static let currencySign = ValueRoles(1 << 28)
  static let cents = ValueRoles(1 << 29)
  static let digitCurrency = ValueRoles(1 << 30)
  static let unit = ValueRoles(1 << 31)
  static let unitSymbol = ValueRoles(1 << 32)
  static let unitFiller = ValueRoles(1 << 33)
  static let linker = ValueRoles(1 << 34)
  static let article = ValueRoles(1 << 35)
  static let definite = ValueRoles(1 << 36)
  static let joiner = ValueRoles(1 << 37)
  static let decimalWord = ValueRoles(1 << 38)
  static let rangeJoiner = ValueRoles(1 << 39)
  static let ofEach = ValueRoles(1 << 40)
  static let several = ValueRoles(1 << 41)
  static let clockCue = ValueRoles(1 << 42)
  static let clockMark = ValueRoles(1 << 43)
  static let dayPart = ValueRoles(1 << 44)
  static let clockWord = ValueRoles(1 << 45)
  static let clockFraction = ValueRoles(1 << 46)
  static let clockBefore = ValueRoles(1 << 47)
  static let about = ValueRoles(1 << 48)
  static let almost = ValueRoles(1 << 49)
  static let moreThan = ValueRoles(1 << 50)
  static let atLeast = ValueRoles(1 << 51)
  static let lessThan = ValueRoles(1 << 52)
  static let atMost = ValueRoles(1 << 53)
  static let aboutAfter = ValueRoles(1 << 54)
  static let atLeastAfter = ValueRoles(1 << 55)
  static let atMostAfter = ValueRoles(1 << 56)
  static let romanCue = ValueRoles(1 << 57)

  static let agoBefore = ValueRoles(1 << 58)
  static let agoAfter = ValueRoles(1 << 59)

  /// Words that a number may begin with.
  static let numberStart: ValueRoles = [
    .one, .compound, .ten, .hundreds, .multiplier, .scale, .plural, .group, .ordinal,
    .denominator, .half, .halfAdjective, .article, .several, .decade, .multiple, .count,
  ]

  /// Words without which, and without digits, a text has no value.
  static let starts: ValueRoles = numberStart.subtracting([.article, .several]).union([
    .month, .weekday, .relativeDay, .clockWord, .centuryCue,
  ])

  /// The headings of `values.txt` with what their entries do.
  static let headings: [String: ValueRoles] = [
    "ones": .one, "compounds": .compound, "tens": .ten, "hundreds": .hundreds,
    "multipliers": .multiplier, "scales": .scale, "digit-scales": .digitScale, "plurals": .plural,
    "groups": .group, "ordinals": .ordinal, "ordinal-suffixes": .ordinalSuffix,
    "denominators": .denominator, "halves": .half, "half-adjectives": .halfAdjective,
    "after-fractions": .afterFraction, "multiples": .multiple, "counts": .count, "months": .month,
    "weekdays": .weekday, "relative-days": .relativeDay, "decades": .decade,
    "decade-cues": .decadeCue, "decade-suffixes": .decadeSuffix, "century-cues": .centuryCue,
    "century-words": .centuryWord, "percent": .percent, "percentage-points": .points,
    "currencies": .currency, "cents": .cents, "digit-currencies": .digitCurrency, "units": .unit,
    "unit-fillers": .unitFiller, "linkers": .linker, "articles": .article,
    "definites": .definite, "joiners": .joiner, "decimal-words": .decimalWord,
    "range-joiners": .rangeJoiner, "of-each": .ofEach, "several": .several,
    "clock-cues": .clockCue, "clock-marks": .clockMark, "day-parts": .dayPart,
    "clock-words": .clockWord, "clock-fractions": .clockFraction, "clock-before": .clockBefore,
    "about": .about, "almost": .almost, "more-than": .moreThan, "at-least": .atLeast,
    "less-than": .lessThan, "at-most": .atMost, "about-after": .aboutAfter,
    "at-least-after": .atLeastAfter, "at-most-after": .atMostAfter, "roman-cues": .romanCue,
    "ago-before": .agoBefore, "ago-after": .agoAfter,
  ]

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  private init(_ rawValue: UInt64) {
    self.rawValue = rawValue
  }
}

/// Traits of a language's numbers, from `grammar` in `values.txt`.
struct NumeralTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// A word like *y* joins tens and ones: *treinta y cinco*.
  static let tenAndOne = NumeralTraits(rawValue: 1 << 0)
  /// A word like "and" may stand before the last two places: "one hundred and twenty".
  static let hundredAnd = NumeralTraits(rawValue: 1 << 1)
  /// Digits and scale words take turns: *3 mil 500 millones*.
  static let mixedScales = NumeralTraits(rawValue: 1 << 2)
  /// Years are read in pairs: "nineteen ninety-nine".
  static let yearPairs = NumeralTraits(rawValue: 1 << 3)
  /// A comma may mark decimals.
  static let decimalComma = NumeralTraits(rawValue: 1 << 4)
  /// A point may mark decimals.
  static let decimalPoint = NumeralTraits(rawValue: 1 << 5)

  /// The traits by their names in `values.txt`.
  static let names: [String: NumeralTraits] = [
    "ten-and-one": .tenAndOne, "hundred-and": .hundredAnd, "mixed-scales": .mixedScales,
    "year-pairs": .yearPairs, "decimal-comma": .decimalComma, "decimal-point": .decimalPoint,
  ]
}
