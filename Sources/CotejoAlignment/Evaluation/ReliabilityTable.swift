/// Whether scores are what they claim to be: of beads with a score of 0.8, eight in ten are right.
///
/// Scores are sorted into ten bins of equal width, a bound between two belonging to the upper one.
/// The expected calibration error is the mean distance of a bin's mean score from its share of right
/// beads, weighed by its beads (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated
/// Probabilities Using Bayesian Binning", AAAI 2015).
public struct ReliabilityTable: Hashable, Sendable {
  /// The beads of which the score lies in one range.
  public struct Bin: Hashable, Sendable {
    /// How many there are.
    public var count = 0
    /// How many are right.
    public var right = 0
    /// The sum of their scores.
    public var scores = 0.0

    /// Their mean score; `nil` without beads.
    public var meanScore: Double? { count > 0 ? scores / Double(count) : nil }
    /// The share of them that is right; `nil` without beads.
    public var shareRight: Double? { count > 0 ? Double(right) / Double(count) : nil }
  }

  /// How many bins there are.
  public static let binCount = 10

  /// The bins, from the lowest scores to the highest.
  public private(set) var bins = [Bin](repeating: Bin(), count: binCount)

  /// Starts at nothing.
  public init() {}

  /// How many beads there are.
  public var count: Int { bins.reduce(0) { $0 + $1.count } }

  /// Takes in a bead; a score outside 0 to 1 is no probability and is left out.
  public mutating func add(score: Double, isRight: Bool) {
    guard (0...1).contains(score) else { return }
    let bin = min(Self.binCount - 1, Int(score * Double(Self.binCount)))
    bins[bin].count += 1
    bins[bin].right += isRight ? 1 : 0
    bins[bin].scores += score
  }

  /// The range of scores of a bin.
  public static func bounds(of bin: Int) -> (lower: Double, upper: Double) {
    (Double(bin) / Double(binCount), Double(bin + 1) / Double(binCount))
  }

  /// The expected calibration error, from 0 to 1; `nil` without beads.
  public var expectedError: Double? {
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.scores - Double($1.right)) } / Double(count)
  }
}
