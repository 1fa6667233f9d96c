internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What it says for a bead how far its times are from one another, once the clocks of both sides are
/// set alike: the logarithm of a likelihood ratio, in nats.
///
/// Target time = offset + drift · source time, fitted by medians (Theil, "A rank-invariant method of
/// linear and polynomial regression analysis", 1950; Sen, 1968): wrong beads do not sway it. What is
/// left over, *d*, is Laplace distributed in a share *s* of beads and anything in the others; by
/// chance it is anything in the time *T* that the target takes. The ratio is
/// max(*s* · *T*/2*b* · e^(−|*d*|/*b*), 1 − *s*), for the mean |*d*| *b*. Where nearly all times stand on
/// both sides, as in subtitles made from others, there is one clock, whatever the beads say.
struct TimeAgreement {
  /// Source milliseconds are taken times this, and that is added.
  private let drift: Float
  private let offset: Float
  /// What equal times say, and what each millisecond between them takes off.
  private let most: Float
  private let slope: Float
  /// What the most distant times say.
  private let least: Float

  /// So many beads, spread over the texts, say how the clocks are set.
  private static let samples = 256
  /// Clocks that differ more in speed do not measure the same.
  private static let mostDrift = 2.0
  private static let rounds = 8
  /// From this share of common times on, the clocks are one.
  private static let sameClock = 0.9

  /// Fits the times of first sentences of beads; `nil` if there are too few, or chance explains them.
  ///
  /// *b* and *s* are found by expectation maximization. Two beads beside those there are keep them
  /// from being too sure: one whose *d* is a quarter of *T*, and one that may be anything.
  init?(_ beads: [Bead], _ source: [DocumentStructure.Mark], _ target: [DocumentStructure.Mark]) {
    var points: [(source: Double, target: Double, weight: Double)] = []
    MarkedBeads.forEach(beads, source, target) { bead, one, other in
      points.append((Double(one), Double(other), Double(bead.score)))
    }
    guard points.count >= 3 else { return nil }
    let all = target.map { Double($0.value) }
    let span = (all.max() ?? 0) - (all.min() ?? 0)
    guard span > 0 else { return nil }
    let sample = (0..<min(Self.samples, points.count)).map { index in
      points[index * points.count / min(Self.samples, points.count)]
    }
    var slopes: [Double] = []
    for (index, one) in sample.enumerated() {
      for other in sample[(index + 1)...] where one.source != other.source {
        slopes.append((other.target - one.target) / (other.source - one.source))
      }
    }
    let shared = Self.sharedTimes(source, target)
    var drift = Self.median(slopes) ?? 1
    if shared >= Self.sameClock || !(1 / Self.mostDrift...Self.mostDrift).contains(drift) {
      drift = 1
    }
    let offsets = sample.map { $0.target - drift * $0.source }
    guard let offset = shared >= Self.sameClock ? 0 : Self.median(offsets) else { return nil }
    let distances = points.map { abs($0.target - drift * $0.source - offset) }

    // The half that is nearest is taken for right at first.
    var width = max(Self.median(distances) ?? 0, 1)
    var share = 0.5
    for _ in 0..<Self.rounds {
      var (right, total, sum) = (0.0, 0.0, 0.0)
      for (distance, point) in zip(distances, points) {
        let near = share / (2 * width) * exp(-distance / width)
        let part = point.weight * near / (near + (1 - share) / span)
        right += part
        total += point.weight
        sum += part * distance
      }
      width = (sum + span / 4) / (right + 1)
      share = (right + 0.5) / (total + 1.5)
    }
    if shared >= Self.sameClock {
      share = max(share, shared * Double(points.count) / (Double(points.count) + 1))
      width = min(width, span / 4 / (shared * Double(points.count) + 1))
    }
    let most = log(share * span / (2 * width))
    let least = log(1 - share)
    guard most > 0 else { return nil }
    self.drift = Float(drift)
    self.offset = Float(offset)
    self.most = Float(most)
    self.least = Float(least)
    slope = Float(1 / width)
  }

  /// The share of the times of the side with fewer that the other side has as well.
  private static func sharedTimes(
    _ source: [DocumentStructure.Mark], _ target: [DocumentStructure.Mark]
  ) -> Double {
    let (sources, targets) = (Set(source.map(\.value)), Set(target.map(\.value)))
    let least = min(sources.count, targets.count)
    return least < 3 ? 0 : Double(sources.intersection(targets).count) / Double(least)
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  /// What the times of a bead say, in nats.
  @inline(__always)
  func evidence(_ source: Int32, _ target: Int32) -> Float {
    let distance = abs(Float(target) - drift * Float(source) - offset)
    return max(most - distance * slope, least)
  }
}
