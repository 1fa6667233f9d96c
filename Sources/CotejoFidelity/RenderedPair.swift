/// A text and its rendering, to be checked.
public struct RenderedPair: Hashable, Sendable {
  /// A place in an original that is put together from several where other words stood between.
  public struct Joint: Hashable, Sendable {
    /// The byte of ``RenderedPair/source`` at which the later words begin.
    public var offset: Int32
    /// The bytes that stood between in the document; `nil` for words of another document, or of an
    /// earlier place in it.
    public var gap: Int32?

    /// Names a place where words were joined.
    public init(offset: Int32, gap: Int32?) {
      self.offset = offset
      self.gap = gap
    }
  }

  /// The original: valid UTF-8.
  public var source: [UInt8]
  /// The rendering: valid UTF-8.
  public var target: [UInt8]
  /// Where the original was put together, in order; empty for one that stands as it is.
  public var joints: [Joint]

  /// Puts a text and its rendering together.
  public init(source: [UInt8], target: [UInt8], joints: [Joint] = []) {
    self.source = source
    self.target = target
    self.joints = joints
  }

  /// Puts a text and its rendering together.
  public init(_ source: String, _ target: String, joints: [Joint] = []) {
    self.init(source: Array(source.utf8), target: Array(target.utf8), joints: joints)
  }
}
