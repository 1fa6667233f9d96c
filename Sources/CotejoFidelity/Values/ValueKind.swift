/// What a number in a text counts or names.
public enum ValueKind: Hashable, Sendable {
  /// A plain number: *tres*, *1.234*.
  case cardinal
  /// A place in a row: *tercero*, *Felipe VI*.
  case ordinal
  /// A part of a whole, as the fraction: 0.5 for *la mitad*.
  case fraction
  /// Per cent as a part of one: 0.035 for *3,5 %*.
  case percent
  /// A difference of percentages, in points: 0.25 for *0,25 puntos porcentuales*.
  case percentagePoints
  /// How many times as much: *el doble*, "threefold".
  case multiple
  /// An amount of money in one of some currencies.
  case money(Currencies)
  /// A quantity in a unit; ages are measures in years.
  case measure(MeasureUnit)
  /// A day of a month, 1 to 31.
  case day
  /// A month, 1 to 12.
  case month
  /// A day of the week, 1 (Monday) to 7.
  case weekday
  /// A day counted from the day of writing: −1 is yesterday.
  case relativeDay
  /// A year of the common era.
  case year
  /// A decade by its first year, or by the tens alone: 1990 or 90 for *los noventa*.
  case decade
  /// A century by its number: 21 for *siglo XXI*.
  case century
  /// A time of the day in minutes since midnight.
  case clock

  /// Kinds whose numbers may stand for one another: a month never stands for a count.
  enum Family: Hashable, Sendable {
    case number
    case month
    case weekday
    case relativeDay
    case clock
  }

  /// The family of the kind.
  var family: Family {
    switch self {
    case .month: .month
    case .weekday: .weekday
    case .relativeDay: .relativeDay
    case .clock: .clock
    default: .number
    }
  }
}

/// One meaning of a phrase: a number and what it counts.
public struct Value: Hashable, Sendable {
  /// What the number counts or names; it fixes the number's unit.
  public var kind: ValueKind
  /// The number.
  public var number: Double

  /// Makes a value.
  public init(_ kind: ValueKind, _ number: Double) {
    self.kind = kind
    self.number = number
  }

  /// Whether two numbers are the same but for the rounding of binary arithmetic.
  static func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right || abs(left - right) <= 1e-9 * max(abs(left), abs(right))
  }

  /// The power of ten that the last digit other than 0 stands at: 100,000,000 for 2.5 thousand
  /// million.
  static func step(of number: Double) -> Double {
    guard number != 0, number.isFinite else { return 1 }
    var step = 1.0
    func isMultiple(_ step: Double) -> Bool {
      let quotient = number / step
      return abs(quotient - quotient.rounded()) <= 1e-9 * max(1, abs(quotient))
    }
    while isMultiple(step * 10), step < 1e18 { step *= 10 }
    while !isMultiple(step), step > 1e-9 { step /= 10 }
    return step
  }
}
