/// A word of the original and a word of the rendering that renders it.
public struct WordLink: Hashable, Sendable {
  /// The 0-based number of the word among those of the source side of the bead.
  public var source: Int32
  /// The 0-based number of the word among those of the target side of the bead.
  public var target: Int32
  /// How surely one renders the other, from 0 to 1, apart from where they stand; no probability.
  public var strength: Float

  /// Links two words.
  public init(source: Int32, target: Int32, strength: Float) {
    self.source = source
    self.target = target
    self.strength = strength
  }
}
