/// A number with what else it may be: by its separator, or by the region.
struct Amount: Hashable, Sendable {
  /// Its likeliest value.
  var main: Double
  /// Its value where a separator means the other thing; not a number if there is none.
  var other = Double.nan
  /// Its value in some regions alone; not a number if there is none.
  var regional = Double.nan

  /// Makes a plain number.
  init(_ main: Double, other: Double = .nan, regional: Double = .nan) {
    self.main = main
    self.other = other
    self.regional = regional
  }

  /// The larger of the values that are not regional.
  var maximum: Double { other > main ? other : main }

  /// Each value changed in one way.
  func map(_ change: (Double) -> Double) -> Amount {
    Amount(change(main), other: change(other), regional: change(regional))
  }

  /// The sum of two; each may be of several values, but not both.
  static func + (left: Amount, right: Amount) -> Amount {
    Amount(
      left.main + right.main,
      other: left.other.isNaN ? left.main + right.other : left.other + right.main,
      regional: left.regional.isNaN ? left.main + right.regional : left.regional + right.main)
  }

  /// The product with a scale and its regional meaning.
  func scaled(by scale: Double, regional regionalScale: Double) -> Amount {
    Amount(
      main * scale, other: other * scale,
      regional: regional.isNaN ? main * regionalScale : regional * scale)
  }
}

/// A number phrase as the grammar has read it, before what it counts.
struct NumberPhrase: Sendable {
  /// The index of the piece behind it.
  var end: Int
  /// Its value.
  var amount: Amount
  /// What it is by its own words.
  var kind = ValueKind.cardinal
  /// How it is written.
  var traits: ValueReading.Traits = []
  /// The digits, if it is nothing but one piece of digits.
  var digits: Digits?
  /// The scale word that it ends with, else 1.
  var scale = 1.0
  /// Another thing it may be: "a third" is a fraction or an ordinal.
  var alternative: Value?
}
