/// A phrase that gives a number, a date or a time, with everything it may mean.
public struct ValueReading: Hashable, Sendable {
  /// What the words around a value say of its exactness.
  public enum Qualifier: UInt8, Hashable, Sendable {
    /// *unos 50*, "about 50".
    case about
    /// *casi 50*, "nearly 50".
    case almost
    /// *más de 50*, "over 50".
    case moreThan
    /// *al menos 50*, "at least 50".
    case atLeast
    /// *menos de 50*, "fewer than 50".
    case lessThan
    /// *hasta 50*, "up to 50".
    case atMost

    /// Which way the true value lies from the one given: 1 above, −1 below, 0 either.
    public var direction: Int {
      switch self {
      case .about: 0
      case .moreThan, .atLeast: 1
      case .almost, .lessThan, .atMost: -1
      }
    }
  }

  /// How a phrase gives its value.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// One bit a trait.
    public let rawValue: UInt16

    /// Makes a set of traits of their bits.
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// The phrase often stands for no number: *un*, "one", *segundo*, "both".
    public static let weak = Traits(rawValue: 1 << 0)
    /// A round number of no exact count: *miles de*, "a few hundred".
    public static let vague = Traits(rawValue: 1 << 1)
    /// It is written in words, at least in part.
    public static let spelled = Traits(rawValue: 1 << 2)
    /// It belongs to a name: *Covid-19*, *G7*, *Juan Pablo II*.
    public static let name = Traits(rawValue: 1 << 3)
    /// It has two digits or more, or is spelled and above twenty: seldom equal by chance.
    public static let specific = Traits(rawValue: 1 << 4)
    /// Its first value holds in one region alone and the alternative elsewhere: *billón*.
    public static let regional = Traits(rawValue: 1 << 5)
    /// It is a round number by its word: *una decena*.
    public static let round = Traits(rawValue: 1 << 6)
  }

  /// Its bytes in the text.
  public var range: Range<Int32>
  /// What it means in all likelihood.
  public var value: Value
  /// What else it may mean; empty for most.
  public var alternatives: [Value]
  /// What it means in some regions alone, which a check should doubt: 10⁹ for *billón*.
  public var regional: Value?
  /// What the words beside it say of its exactness.
  public var qualifier: Qualifier?
  /// How the phrase gives its value.
  public var traits: Traits

  /// Makes a reading of the bytes `range`.
  public init(
    range: Range<Int32>, value: Value, alternatives: [Value] = [], regional: Value? = nil,
    qualifier: Qualifier? = nil, traits: Traits = []
  ) {
    self.range = range
    self.value = value
    self.alternatives = alternatives
    self.regional = regional
    self.qualifier = qualifier
    self.traits = traits
  }

  /// Whether it is said to be rounded.
  public var isApproximate: Bool {
    qualifier != nil || !traits.isDisjoint(with: [.vague, .round])
  }

  /// Whether one of its meanings is `value`; regional ones do not count.
  public func contains(_ value: Value) -> Bool {
    meanings.contains { $0.kind == value.kind && Value.isSame($0.number, value.number) }
  }

  /// Whether it may be an article or a pronoun: *un*, "one".
  var isArticle: Bool { traits.contains(.weak) && value == Value(.cardinal, 1) }

  /// Its meanings, likeliest first.
  var meanings: [Value] { [value] + alternatives }
}
