/// How two readings agree, worst first.
enum ValueAgreement: Int, Comparable, Sendable {
  case none = 0
  /// The same by a regional meaning.
  case regional = 40
  /// One rounds to the other.
  case rounded = 50
  /// Two digits of a year against four.
  case shortYear = 52
  /// The same number of another kind, unit or currency.
  case otherKind = 54
  case otherUnit = 55
  case otherCurrency = 56
  /// The quantity is the same in another unit.
  case converted = 70
  /// The numbers are the same and what they count may be.
  case likely = 75
  /// The numbers are the same and one counts nothing that is known.
  case equal = 90
  /// Number and kind are the same.
  case same = 100

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Whether nothing is wrong with the pair.
  var isFaithful: Bool { self >= .converted || self == .shortYear }
}

extension ValueAgreement {
  /// The best agreement of any meanings of two readings.
  init(_ left: ValueReading, _ right: ValueReading) {
    var best = Self(left.value, right.value)
    if !left.alternatives.isEmpty || !right.alternatives.isEmpty, best < .same {
      for one in left.meanings {
        for other in right.meanings { best = max(best, Self(one, other)) }
      }
    }
    if best == .none { best = Self(inexact: left, right) }
    if best < .regional {
      let isRegional = { (regional: Value?, others: [Value]) in
        regional.map { one in
          others.contains { Self(one, $0) >= .likely }
        } ?? false
      }
      if isRegional(left.regional, right.meanings) || isRegional(right.regional, left.meanings) {
        best = .regional
      }
    }
    self = best
  }

  /// The agreement of two values.
  init(_ left: Value, _ right: Value) {
    guard left.kind.family == right.kind.family else {
      self = .none
      return
    }
    let scaled = (Self.plain(left), Self.plain(right))
    let isSame = Value.isSame(scaled.0, scaled.1)
    switch (left.kind, right.kind) {
    case (.percent, .fraction), (.fraction, .percent), (.fraction, .fraction):
      self = Value.isSame(left.number, right.number) ? .equal : .none
      if self == .equal, left.kind == right.kind { self = .same }
      return
    case (.percent, .percentagePoints), (.percentagePoints, .percent):
      self = isSame ? .otherKind : .none
      return
    case (.cardinal, .fraction), (.fraction, .cardinal):
      // *una de cada seis* is "one person in six" elsewhere.
      self = isSame || Value.isSame(left.number * right.number, 1) ? .likely : .none
      return
    case (.measure(let unit), .measure(let other)):
      self = Self.measures(left.number, unit, right.number, other)
      return
    case (.decade, .decade), (.decade, .year), (.year, .decade), (.decade, .cardinal),
      (.cardinal, .decade):
      let short = min(scaled.0, scaled.1)
      let isShort =
        short < 100 && max(scaled.0, scaled.1) > 999
        && max(scaled.0, scaled.1).truncatingRemainder(dividingBy: 100) == short
      self = isSame || isShort ? (left.kind == right.kind ? .same : .likely) : .none
      return
    case (.year, .cardinal) where right.number < 100 && right.number >= 10,
      (.cardinal, .year) where left.number < 100 && left.number >= 10:
      let year = max(left.number, right.number)
      let short = min(left.number, right.number)
      self = year.truncatingRemainder(dividingBy: 100) == short ? .shortYear : .none
      return
    default: break
    }
    self = isSame ? Self.kinds(left.kind, right.kind) : .none
  }

  /// A value's number as it is written: per cent in hundredths.
  private static func plain(_ value: Value) -> Double {
    value.kind == .percent ? value.number * 100 : value.number
  }

  /// The agreement of the same number of two kinds.
  private static func kinds(_ left: ValueKind, _ right: ValueKind) -> ValueAgreement {
    if left == right { return .same }
    switch (left, right) {
    case (.money(let one), .money(let other)):
      return one.isDisjoint(with: other) ? .otherCurrency : .same
    case (.cardinal, .ordinal), (.ordinal, .cardinal): return .likely
    case (.cardinal, _), (_, .cardinal): return .equal
    case (.multiple, .measure), (.measure, .multiple): return .equal
    case (.percentagePoints, .measure(let unit)), (.measure(let unit), .percentagePoints):
      return unit.isCount ? .equal : .otherKind
    case (.money, .measure), (.measure, .money): return .otherKind
    case (.percent, .money), (.percent, .measure), (.money, .percent), (.measure, .percent),
      (.money, .percentagePoints), (.percentagePoints, .money):
      return .otherKind
    case (.ordinal, .day), (.day, .ordinal), (.ordinal, .century), (.century, .ordinal),
      (.ordinal, .multiple), (.multiple, .ordinal), (.ordinal, .year), (.year, .ordinal):
      return .likely
    // *tercera reforma en dos años* and "second reform in three years" do not agree crosswise.
    default: return .none
    }
  }

  /// The agreement of two measures.
  private static func measures(
    _ left: Double, _ unit: MeasureUnit, _ right: Double, _ other: MeasureUnit
  ) -> ValueAgreement {
    let isSameNumber = Value.isSame(left, right)
    if unit == other { return isSameNumber ? .same : .none }
    guard unit.dimension == other.dimension else { return isSameNumber ? .otherUnit : .none }
    if isSameNumber, unit.isInterchangeable(with: other) { return .equal }
    let (base, otherBase) = (unit.inBaseUnit(left), other.inBaseUnit(right))
    let difference = abs(base - otherBase) / max(abs(base), abs(otherBase), .leastNormalMagnitude)
    // Rounded conversions: 10 kilometres are 6 miles (3.4 % off); a fortnight is 14 days or 15.
    if difference < 0.04 || difference < 0.08 && unit.dimension == MeasureUnit.duration {
      return .converted
    }
    return isSameNumber ? .otherUnit : .none
  }

  /// The agreement of two readings that are no more than near: a source rounded in the target, or
  /// round words of either side (*una decena*, "a dozen").
  private init(inexact source: ValueReading, _ target: ValueReading) {
    let (left, right) = (source.value, target.value)
    self = .none
    guard Self.mayRound(left.kind), Self.mayRound(right.kind), left.number > 0, right.number > 0,
      left.kind.family == right.kind.family, Self.kinds(left.kind, right.kind) >= .equal
    else { return }
    let (fine, coarse) = (Self.plain(left), Self.plain(right))
    let difference = abs(fine - coarse)
    let areRound = [source, target].allSatisfy { !$0.traits.isDisjoint(with: [.vague, .round]) }
    let isRound = source.traits.contains(.round) || target.traits.contains(.round)
    if areRound || isRound, difference <= 0.2 * max(fine, coarse) {
      self = .likely
      return
    }
    // A rendering never has more digits than its source. Two significant ones must be left, or the
    // text must say that it rounds: 50 for 46 is a fault, "almost 50" is none.
    let step = Value.step(of: coarse)
    guard step > Value.step(of: fine) else { return }
    let isRounded =
      target.isApproximate
      ? difference <= 0.05 * coarse
      : coarse >= 10 * step && difference < step && difference <= 0.02 * coarse
    if isRounded { self = .rounded }
  }

  /// Whether numbers of a kind are ever rounded.
  private static func mayRound(_ kind: ValueKind) -> Bool {
    switch kind {
    case .cardinal, .percent, .percentagePoints, .money, .measure, .fraction: true
    default: false
    }
  }
}

extension MeasureUnit {
  /// The dimension of time, by its place in the table.
  static let duration = UInt8(UnitTable.dimensions.firstIndex(of: "duration") ?? 0)
  private static let count = UInt8(UnitTable.dimensions.firstIndex(of: "count") ?? 0)
  private static let temperature = UInt8(UnitTable.dimensions.firstIndex(of: "temperature") ?? 0)

  /// Whether it counts times or points, which are no measure of their own.
  var isCount: Bool { dimension == Self.count }

  /// Whether one name is used for either: tons of any kind, degrees of either scale.
  func isInterchangeable(with other: MeasureUnit) -> Bool {
    if dimension == Self.temperature {
      return factor == 1 && other.factor == 1 || factor != other.factor
    }
    return factor / other.factor < 1.15 && other.factor / factor < 1.15
  }
}
