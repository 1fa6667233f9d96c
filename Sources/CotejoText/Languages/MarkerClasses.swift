/// What a word or phrase does to what a sentence says: denies it, weakens it, counts it.
///
/// The classes stand by their headings in a language's `fidelity.txt`. A word may be in several.
package struct MarkerClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable package init(bit: UInt64) { self.init(rawValue: 1 << bit) }

  /// The set of some classes.
  @inlinable @inline(__always) package init(arrayLiteral classes: Self...) {
    var bits: UInt64 = 0
    for one in classes { bits |= one.rawValue }
    self.init(rawValue: bits)
  }

  /// Denies a clause by itself: *not*, *no*.
  @inlinable package static var negation: Self { Self(bit: 0) }
  /// Denies by what it names: *nobody*, *nunca*; beside a negation it is part of it in Spanish.
  @inlinable package static var negative: Self { Self(bit: 1) }
  /// Says that something lacks or is kept from being: *without*, *fail to*, *dejar de*.
  @inlinable package static var privative: Self { Self(bit: 2) }

  /// Whether it holds one of `classes` at least.
  @inlinable @inline(__always) package func contains(any classes: Self) -> Bool {
    rawValue & classes.rawValue != 0
  }

  /// The classes by the headings of `fidelity.txt`.
  static let headings: [String: MarkerClasses] = [
    "negations": .negation, "negatives": .negative, "privatives": .privative,
  ]
}
