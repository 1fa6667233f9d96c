/// Sentences of one side and the sentences of the other side that render them.
public struct Bead: Hashable, Sendable {
  /// 0-based numbers of the sentences of the original; empty where the rendering adds.
  public var source: Range<Int32>
  /// 0-based numbers of the sentences of the rendering; empty where it omits.
  public var target: Range<Int32>
  /// The probability, 0 to 1, that exactly these sentences belong together.
  public var score: Float

  /// Joins a run of sentences of one side with a run of the other.
  public init(source: Range<Int32>, target: Range<Int32>, score: Float) {
    self.source = source
    self.target = target
    self.score = score
  }

  /// How many sentences stand on each side, as in `2-1`.
  public var type: String { "\(source.count)-\(target.count)" }
}
