/// A range of UTF-8 bytes in a text.
public struct TextSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var lower: Int32
  /// The offset behind the last byte; never below `lower`.
  public var upper: Int32

  /// Makes the range of bytes from `lower` up to, not including, `upper`.
  @inlinable
  public init(_ lower: Int32, _ upper: Int32) {
    precondition(lower <= upper, "a text span ends before it starts")
    self.lower = lower
    self.upper = upper
  }

  /// How many bytes the range holds.
  @inlinable
  public var count: Int { Int(upper - lower) }

  /// Whether the range holds no byte.
  @inlinable
  public var isEmpty: Bool { lower == upper }

  /// The same range, to index an array of bytes.
  @inlinable
  public var range: Range<Int> { Int(lower)..<Int(upper) }
}
