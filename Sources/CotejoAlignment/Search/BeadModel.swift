#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What a bead is worth: how much of both sides it covers beyond chance, and how like in length they
/// are.
///
/// The settings below were found by search on development sets (professional, biblical and literary
/// translations); results change little in their neighbourhood.
struct BeadModel {
  /// The most sentences on a side of a bead, and on both together.
  static let mostOnASide = 4
  static let mostTogether = 6
  /// The score of a bead without a partner.
  private static let nullScore: Float = -0.1
  /// What any two sentences of like length score before they share a word.
  private static let companyScore: Float = 0.1
  /// The part of the coverage expected by chance that is taken off.
  private static let chanceDiscount: Float = 0.6
  /// The coverage of good pairs that scores are scaled to, so that a thin lexicon does not make
  /// null beads look good; and the bounds of that scaling.
  private static let usualShare: Float = 0.45
  private static let scaleBounds: ClosedRange<Float> = 0.5...4
  /// Pairs of this coverage tell how long the sides of a pair are, once they have so many code
  /// points a side together.
  private static let goodShare: Float = 0.3
  private static let enoughLength: Float = 500
  /// By what factor the whole texts may say otherwise and still be believed.
  private static let mostDisagreement: Float = 1.6
  /// Sentences of usual coverage assumed beside those of the text.
  private static let priorSentences: Float = 20

  private let coverage: CoverageTable
  private let source: WordEvidence.Side
  /// Code points before each source sentence.
  private let sourceLengths: [Float]
  private let windows: [TargetWindows]
  /// log₂(1 + r) for the ratio r of the shorter length to the longer, in 1/1024: the length term of
  /// Liu and Zhu ("Bertalign", 2022).
  private let likeness: [Float]
  private var scale: Float = 1
  /// Source code points for one target code point.
  private var stretch: Float = 1

  /// The one to four target sentences that end before a column: a lane each.
  private struct TargetWindows {
    /// The weight of their words.
    var totals: SIMD4<Float>
    /// Their code points.
    var lengths: SIMD4<Float>
    /// The weight that chance would cover of them, by one to four source sentences.
    var chances: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)
  }

  init(
    _ evidence: WordEvidence, _ corridor: Corridor, sourceLengths: [Int32], targetLengths: [Int32]
  ) {
    coverage = CoverageTable(evidence, corridor)
    source = evidence.source
    func sums(_ lengths: [Int32]) -> [Float] {
      var sums: [Float] = [0]
      for length in lengths { sums.append(sums[sums.count - 1] + Float(length)) }
      return sums
    }
    self.sourceLengths = sums(sourceLengths)
    windows = Self.windows(evidence.target, lengths: sums(targetLengths))
    likeness = (0...1024).map { log2f(1 + Float($0) / 1024) }
    calibrate(in: corridor)
  }

  private static func windows(_ side: WordEvidence.Side, lengths: [Float]) -> [TargetWindows] {
    lengths.indices.map { column in
      var totals = SIMD4<Float>.zero
      var reaches = totals
      var chances = (totals, totals, totals, totals)
      for lane in 0..<min(mostOnASide, column) {
        let start = column - lane - 1
        totals[lane] = side.totals[column] - side.totals[start]
        reaches[lane] = lengths[column] - lengths[start]
        let chance = side.chances[column] - side.chances[start]
        chances.0[lane] = chance[0]
        chances.1[lane] = chance[1]
        chances.2[lane] = chance[2]
        chances.3[lane] = chance[3]
      }
      return TargetWindows(totals: totals, lengths: reaches, chances: chances)
    }
  }

  /// Sets the scale that brings the best coverage of an average source sentence to the usual one, and
  /// the stretch that makes good pairs equally long on average.
  private mutating func calibrate(in corridor: Corridor) {
    var shareSum = Self.usualShare * Self.priorSentences
    var (good, all) = (SIMD2<Float>.zero, SIMD2<Float>.zero)
    for row in 1..<max(1, corridor.rows) {
      var best: (share: Float, column: Int) = (0, 0)
      for column in corridor.columns(of: row).dropFirst(corridor.lower[row] == 0 ? 1 : 0) {
        let cell = corridor.cell(row, column)
        let covered = SIMD4(repeating: coverage.source[cell][0] + coverage.target[cell][0])
        let share = shares(covered, row, windows[column], 1)[0]
        if share > best.share { best = (share, column) }
      }
      shareSum += best.share
      if best.share >= Self.goodShare {
        good += SIMD2(
          sourceLengths[row] - sourceLengths[row - 1], windows[best.column].lengths[0])
      }
    }
    for window in windows { all[1] += window.lengths[0] }
    all[0] = sourceLengths[sourceLengths.count - 1]
    if all.min() > 0 { stretch = all[0] / all[1] }
    if good.min() >= Self.enoughLength {
      // Where a text lacks much of the other, the whole lengths mislead.
      let ratio = good[0] / good[1]
      if max(ratio / stretch, stretch / ratio) > Self.mostDisagreement { stretch = ratio }
    }
    let share = shareSum / (Float(corridor.rows - 1) + Self.priorSentences)
    scale = min(
      Self.scaleBounds.upperBound, max(Self.scaleBounds.lowerBound, Self.usualShare / share))
  }

  /// The covered share of the weight of both sides, less what chance would cover: 0 for strangers, 1
  /// for word by word; for `a` source sentences and one to four target sentences, a lane each.
  @inline(__always)
  private func shares(
    _ covered: SIMD4<Float>, _ row: Int, _ window: TargetWindows, _ a: Int
  ) -> SIMD4<Float> {
    let chance =
      switch a {
      case 1: window.chances.0
      case 2: window.chances.1
      case 3: window.chances.2
      default: window.chances.3
      }
    let discount = Self.chanceDiscount * (source.chances[row] - source.chances[row - a] + chance)
    let total = source.totals[row] - source.totals[row - a] + window.totals
    return (covered - discount) / pointwiseMax(total - discount, SIMD4(repeating: 1))
  }

  /// Calls `body` with every bead that ends behind `row` source and `column` target sentences: its
  /// sentences on both sides, the cell it starts from, and its score.
  @inline(__always)
  func forEachBead(
    endingAt row: Int, _ column: Int, in corridor: Corridor,
    _ body: (Int, Int, Int, Float) -> Void
  ) {
    if row > 0, corridor.contains(row - 1, column) {
      body(1, 0, corridor.cell(row - 1, column), Self.nullScore)
    }
    let widest = min(Self.mostOnASide, column - Int(corridor.lower[row]) + 1, column)
    let cell = corridor.cell(row, column)
    if column > Int(corridor.lower[row]) { body(0, 1, cell - 1, Self.nullScore) }
    guard row > 0, widest > 0 else { return }
    // Target coverage by windows of source sentences, of one to four target sentences together.
    var right = (coverage.target[cell], SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero)
    if widest > 1 { right.1 = right.0 + coverage.target[cell - 1] }
    if widest > 2 { right.2 = right.1 + coverage.target[cell - 2] }
    if widest > 3 { right.3 = right.2 + coverage.target[cell - 3] }
    let window = windows[column]
    var left = SIMD4<Float>.zero
    for a in 1...min(Self.mostOnASide, row) {
      guard corridor.contains(row - a + 1, column) else { break }
      left += coverage.source[corridor.cell(row - a + 1, column)]
      let lane = a - 1
      let rights = SIMD4(right.0[lane], right.1[lane], right.2[lane], right.3[lane])
      let shares = shares(left + rights, row, window, a) * scale + Self.companyScore
      let length = SIMD4(repeating: sourceLengths[row] - sourceLengths[row - a])
      // Three code points more a side keep short sentences from ratios that say nothing.
      let others = window.lengths * stretch
      let ratios = 1024 * (pointwiseMin(length, others) + 3) / (pointwiseMax(length, others) + 3)
      for b in 1...min(widest, Self.mostTogether - a) {
        guard corridor.contains(row - a, column - b) else { continue }
        body(
          a, b, corridor.cell(row - a, column - b),
          shares[b - 1] * likeness[Int(ratios[b - 1])])
      }
    }
  }
}
