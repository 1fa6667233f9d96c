/// A text and its rendering, to be checked.
public struct RenderedPair: Hashable, Sendable {
  /// The original: valid UTF-8.
  public var source: [UInt8]
  /// The rendering: valid UTF-8.
  public var target: [UInt8]

  /// Puts a text and its rendering together.
  public init(source: [UInt8], target: [UInt8]) {
    self.source = source
    self.target = target
  }

  /// Puts a text and its rendering together.
  public init(_ source: String, _ target: String) {
    self.init(source: Array(source.utf8), target: Array(target.utf8))
  }
}
