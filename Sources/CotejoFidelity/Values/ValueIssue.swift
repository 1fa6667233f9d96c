/// A value of one side that the other has not, or has otherwise.
public struct ValueIssue: Hashable, Sendable {
  /// What became of the value.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Another number, month, day or time.
    case changed
    /// The target has none for it.
    case missing
    /// The source has none for it.
    case added
    /// The same number of another unit: kilometres have become miles.
    case unitChanged
    /// The same amount of another currency.
    case currencyChanged
    /// The same number of another kind: per cent have become percentage points.
    case kindChanged
    /// More has become less, or a vague number an exact one.
    case qualifierChanged
    /// Another unit with the number that belongs to it: no fault, a note.
    case converted
    /// A number with fewer digits that the other rounds to: no fault, a note.
    case rounded

    /// Whether the rendering may be faithful all the same.
    public var isNote: Bool { self == .converted || self == .rounded }
  }

  /// What bears on how likely a fault is.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// One bit a trait.
    public let rawValue: UInt8

    /// Makes a set of traits of their bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// A side of it often stands for no number.
    public static let weak = Traits(rawValue: 1 << 0)
    /// A side of it has two digits or more, or is spelled and above twenty.
    public static let specific = Traits(rawValue: 1 << 1)
    /// The words of the two sides are linked.
    public static let linked = Traits(rawValue: 1 << 2)
    /// The values agree by a regional meaning: *billón* as 10⁹.
    public static let regional = Traits(rawValue: 1 << 3)
    /// A side of it belongs to a name.
    public static let name = Traits(rawValue: 1 << 4)
    /// A side of it is vague or said to be rounded.
    public static let approximate = Traits(rawValue: 1 << 5)
    /// The value stands on the other side, too, but fewer times.
    public static let repeated = Traits(rawValue: 1 << 6)
  }

  /// What became of the value.
  public var kind: Kind
  /// The value in the source; `nil` for one added.
  public var source: ValueReading?
  /// The value in the target; `nil` for one missing.
  public var target: ValueReading?
  /// What bears on how likely a fault is.
  public var traits: Traits

  /// Makes an issue; at least one side is there.
  public init(
    _ kind: Kind, source: ValueReading?, target: ValueReading?, traits: Traits = []
  ) {
    self.kind = kind
    self.source = source
    self.target = target
    var traits = traits
    let sides = [source, target].compactMap(\.self)
    if sides.contains(where: { $0.traits.contains(.weak) }) { traits.insert(.weak) }
    if sides.contains(where: { $0.traits.contains(.specific) }) { traits.insert(.specific) }
    if sides.contains(where: { $0.traits.contains(.name) }) { traits.insert(.name) }
    if sides.contains(where: \.isApproximate) { traits.insert(.approximate) }
    self.traits = traits
  }

  /// How likely the issue is a fault, 0 to 1: a prior of ours by kind and traits, uncalibrated.
  ///
  /// Faithful renderings drop a weekday or a small number often, and change one hardly ever.
  public var likelihood: Double {
    let isWeak = traits.contains(.weak)
    let alone = max(source.map(Self.loss) ?? 0, target.map(Self.loss) ?? 0)
    switch kind {
    case .converted, .rounded: return 0.02
    case .qualifierChanged:
      let isVague = [source, target].contains { $0?.traits.contains(.vague) ?? false }
      return isVague ? 0.55 : 0.3
    case .unitChanged, .kindChanged: return isWeak ? 0.4 : 0.8
    case .currencyChanged: return 0.9
    case .changed:
      let bothWeak = [source, target].allSatisfy { $0?.traits.contains(.weak) ?? true }
      // "One" and "both" are articles and conjunctions oftener than numbers.
      if bothWeak { return 0.03 }
      if traits.contains(.regional) { return 0.6 }
      if isWeak { return max(0.3, alone) }
      if source?.value.kind == .relativeDay { return 0.6 }
      return traits.contains(.specific) ? 0.95 : 0.8
    case .missing: return 0.8 * alone
    case .added: return alone
    }
  }

  /// How likely a value without partner is a fault, 0 to 1.
  private static func loss(_ reading: ValueReading) -> Double {
    if reading.traits.contains(.weak) { return 0.05 }
    if reading.traits.contains(.name) { return 0.2 }
    switch reading.value.kind {
    case .relativeDay: return 0.1
    case .weekday, .ordinal, .fraction: return 0.3
    case .month: return 0.4
    case .year, .clock, .century, .decade: return 0.6
    default: return reading.traits.contains(.specific) ? 0.8 : 0.45
    }
  }
}
