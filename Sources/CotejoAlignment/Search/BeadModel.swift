#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What a bead is worth: how much of both sides it covers beyond chance, and how like in length they
/// are; and how like their vectors are, where there are some.
///
/// The settings below were chosen by a search, one after another, for the best strict F1 and Brier
/// score on openly licensed development sets: FLORES, the Bible and *Candide* (es–en), ParIce (en–is),
/// novels (en–fr), *Candide* (en–el); as they are, with sentences merged, split, swapped and removed
/// by chance, and without the lexicon. What was found was drawn back where translated news and
/// transcripts of single pairs suffered: made-up changes are more frequent than real ones.
struct BeadModel {
  /// The most sentences on a side of a bead, and on both together.
  static let mostOnASide = 4
  static let mostTogether = 6
  /// The score of a bead without a partner.
  private static let nullScore: Float = -0.1
  /// What any two sentences of like length score before they share a word, where little is known of
  /// the languages; where much is known, words that are not shared tell.
  private static let companyScore: Float = 0.11
  /// The same where much is known: enough to make single pairs of what nothing tells apart.
  private static let leastCompanyScore: Float = 0.09
  /// Of several sentences on a side, each is to be covered by this share; what lacks costs so much.
  ///
  /// Otherwise a sentence that the other side omits is drawn into a neighbour's bead.
  private static let member: (share: Float, cost: Float) = (0.28, 0.7)
  /// The same of a sentence that is alone on its side.
  ///
  /// Otherwise what one side adds is paired with what the other omits.
  private static let lone: (share: Float, cost: Float) = (0.18, 1)
  /// To each sentence so much weight is added that is covered by so much, in nats: of a few words it
  /// says little that they are not covered.
  private static let prior: (weight: Float, covered: Float) = (10, 3)
  /// A bead that takes the place of several single pairs is worth more than one of them: this power
  /// of the mean number of its sentences a side, and so much more with several on both sides, where
  /// a part of one sentence is rendered in the neighbour of its counterpart.
  private static let sizePower: Float = 0.1
  private static let crossingScore: Float = 0.02
  /// The part of the coverage expected by chance that is taken off.
  private static let chanceDiscount: Float = 0.6
  /// The coverage of good pairs that scores are scaled to, so that a thin lexicon does not make
  /// null beads look good; and the bounds of that scaling.
  private static let usualShare: Float = 0.45
  private static let scaleBounds: ClosedRange<Float> = 0.5...4
  /// The weight of the length term.
  private static let lengthPower: Float = 1.15
  /// Pairs of this coverage tell how long the sides of a pair are, once they have so many code
  /// points a side together.
  private static let goodShare: Float = 0.3
  private static let enoughLength = 500.0
  /// Whole texts that differ more in length do not render each other, and tell nothing about pairs.
  ///
  /// Spanish takes about three times the code points of Chinese.
  private static let mostStretch = 4.0
  /// By what factor the whole texts may say otherwise and still be believed.
  private static let mostDisagreement = 1.6
  /// Sentences of usual coverage assumed beside those of the text.
  private static let priorSentences: Float = 20

  /// Corridors of no more cells than this are in sight as a whole.
  static let wholeCells = 1 << 18
  /// Of larger ones, so many stretches of so many rows tell how well sentences are covered.
  private static let samples = (count: 16, rows: 256)

  private var coverage: CoverageTable
  private let endings: EndingAgreement
  private let similarity: SimilarityTable?
  /// What the structure of both documents says, once it is known how far it may be believed.
  var structure: StructureEvidence?
  /// The sentences that end before each row and before each column.
  private let sources: [SentenceWindow]
  private let targets: [SentenceWindow]
  /// log₂(1 + r) for the ratio r of the shorter length to the longer, in 1/1024: the length term of
  /// Liu and Zhu ("Bertalign", 2022), to the power `lengthPower`.
  private let likeness = likenessTable
  private static let likenessTable: [Float] = (0...1024).map {
    powf(log2f(1 + Float($0) / 1024), lengthPower)
  }
  /// `sizePower` of the means of `a` source sentences, numbered from 0, and one to four target ones.
  private let sizes: [SIMD4<Float>]
  private var scale: Float = 1
  /// How much what is known of the languages says about these texts, 0 to 1.
  private var trust: Float = 0
  /// Source code points for one target code point.
  private var stretch: Float = 1

  init(
    _ evidence: WordEvidence, _ corridor: Corridor, sourceLengths: [Int32], targetLengths: [Int32],
    endings: EndingAgreement, jobs: Int = 1, similarity: SimilarityTable? = nil
  ) {
    self.endings = endings
    coverage = CoverageTable(evidence, corridor, jobs: jobs)
    self.similarity = similarity
    sources = SentenceWindow.all(
      of: evidence.source, lengths: sourceLengths, prior: Self.prior.weight, transposed: false)
    targets = SentenceWindow.all(
      of: evidence.target, lengths: targetLengths, prior: Self.prior.weight, transposed: true)
    sizes = (1...Self.mostOnASide).map { a in
      let means = (SIMD4<Float>(1, 2, 3, 4) + Float(a)) / 2
      return SIMD4(
        powf(means[0], Self.sizePower), powf(means[1], Self.sizePower),
        powf(means[2], Self.sizePower), powf(means[3], Self.sizePower))
    }
    let isWhole = corridor.cells <= Self.wholeCells
    var table = coverage
    calibrate(
      by: isWhole ? [0..<corridor.rows] : Self.sampleRows(of: corridor), in: corridor, &table)
    if isWhole { coverage = table }
  }

  /// The rows whose beads can be scored; four rows in front of them must be in sight too.
  var rows: Range<Int> { coverage.rows }

  /// Brings other rows in sight, which may not begin or end before those at hand.
  mutating func look(at rows: Range<Int>) { coverage.move(to: rows) }

  /// Stretches of rows that lie evenly in a corridor.
  private static func sampleRows(of corridor: Corridor) -> [Range<Int>] {
    guard corridor.rows > samples.count * samples.rows else { return [0..<corridor.rows] }
    return (0..<samples.count).map { number in
      let start = (corridor.rows - samples.rows) * number / (samples.count - 1)
      return start..<start + samples.rows
    }
  }

  /// Sets the scale that brings the best coverage of an average sentence of some rows to the usual one,
  /// and the stretch that makes good pairs equally long on average.
  private mutating func calibrate(
    by samples: [Range<Int>], in corridor: Corridor, _ coverage: inout CoverageTable
  ) {
    var shareSum: Float = 0
    var sentences = 0
    var (good, all) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
    for rows in samples {
      coverage.move(to: rows)
      // Of both sides, so that a text and its excerpt are judged alike whichever is the original.
      let first = Int(corridor.lower[rows.lowerBound])
      let last = Int(corridor.upper[rows.upperBound - 1])
      var bestOfColumns = [Float](repeating: 0, count: last - first + 1)
      for row in rows where row > 0 {
        var best: (share: Float, column: Int) = (0, 0)
        for column in corridor.columns(of: row).dropFirst(corridor.lower[row] == 0 ? 1 : 0) {
          let cell = corridor.cell(row, column)
          let covered = SIMD4(repeating: coverage.source[cell][0] + coverage.target[cell][0])
          let share = shares(covered, sources[row], targets[column], 1)[0]
          if share > best.share { best = (share, column) }
          bestOfColumns[column - first] = max(bestOfColumns[column - first], share)
        }
        sentences += 1
        shareSum += best.share
        if best.share >= Self.goodShare {
          good += SIMD2(Double(sources[row].lengths[0]), Double(targets[best.column].lengths[0]))
        }
      }
      // The columns that no other row has.
      let start = rows.lowerBound == 0 ? 1 : Int(corridor.upper[rows.lowerBound - 1]) + 1
      let end = rows.upperBound == corridor.rows ? last + 1 : Int(corridor.lower[rows.upperBound])
      for column in start..<max(start, end) {
        sentences += 1
        shareSum += bestOfColumns[column - first]
      }
    }
    let share =
      (shareSum / 2 + Self.usualShare * Self.priorSentences)
      / (Float(sentences) / 2 + Self.priorSentences)
    for window in sources { all[0] += Double(window.lengths[0]) }
    for window in targets { all[1] += Double(window.lengths[0]) }
    var stretch = all.min() > 0 ? all[0] / all[1] : 1
    if !(1 / Self.mostStretch...Self.mostStretch).contains(stretch) { stretch = 1 }
    if good.min() >= Self.enoughLength {
      // Where a text lacks much of the other, the whole lengths mislead.
      let ratio = good[0] / good[1]
      if max(ratio / stretch, stretch / ratio) > Self.mostDisagreement { stretch = ratio }
    }
    self.stretch = Float(stretch)
    scale = min(
      Self.scaleBounds.upperBound, max(Self.scaleBounds.lowerBound, Self.usualShare / share))
    // By the square: at two thirds of the usual coverage there is little to go by.
    trust = min(1, 1 / (scale * scale))
  }

  /// The covered share of the weight of both sides, less what chance would cover: 0 for strangers, 1
  /// for word by word; for `a` source sentences and one to four target sentences, a lane each.
  @inline(__always)
  private func shares(
    _ covered: SIMD4<Float>, _ source: SentenceWindow, _ target: SentenceWindow, _ a: Int
  ) -> SIMD4<Float> {
    let chance = source.chances[a - 1] + target.chances[a - 1]
    let discount = Self.chanceDiscount * chance
    let total = source.totals[a - 1] + target.totals
    return (covered - discount) / greater(total - discount, SIMD4(repeating: 1))
  }

  /// What it costs that a sentence lacks a share of coverage; `covered` is its covered weight, a lane
  /// for each number of sentences of the other side, and `share` one over its weight.
  @inline(__always)
  private func shortfall(
    _ covered: SIMD4<Float>, share unit: Float, from wanted: (share: Float, cost: Float)
  ) -> SIMD4<Float> {
    let share = (covered * scale + Self.prior.covered) * unit
    // Where little is known of the languages, that nothing is shared says little.
    return greater(SIMD4(repeating: wanted.share) - share, .zero) * (wanted.cost * trust)
  }

  /// The score of a bead that has sentences of one side alone.
  var nullScore: Float { Self.nullScore }

  /// What the beads that end at a cell score: a vector for each number of source sentences from one on,
  /// a lane for each number of target sentences from one on; minus infinity where there is no bead.
  struct Scores {
    fileprivate(set) var all = InlineArray<4, SIMD4<Float>>(
      repeating: SIMD4(repeating: -.infinity))

    /// Those of beads of `a` source sentences.
    @inline(__always)
    subscript(a: Int) -> SIMD4<Float> { all[a - 1] }
  }

  /// The scores of the beads of both sides that end behind `row` source and `column` target
  /// sentences, whether or not the corridor holds the cells they start from.
  @inline(__always)
  func scores(endingAt row: Int, _ column: Int, in corridor: Corridor) -> Scores {
    var scores = Scores()
    let widest = min(Self.mostOnASide, column - Int(corridor.lower[row]) + 1, column)
    guard row > 0, widest > 0 else { return scores }
    let cell = corridor.cell(row, column)
    let (sources, targets) = (sources.span, targets.span)
    // Target coverage by windows of source sentences, of one to four target sentences together.
    var right = InlineArray<4, SIMD4<Float>>(repeating: coverage.target[cell])
    // What it costs that target sentences lack coverage, by the same.
    var lacking = InlineArray<4, SIMD4<Float>>(
      repeating: shortfall(
        right[0], share: targets[unchecked: column].share, from: Self.member))
    for lane in 1..<max(1, widest) {
      let covered = coverage.target[cell &- lane]
      right[lane] = right[lane - 1] + covered
      lacking[lane] =
        lacking[lane - 1]
        + shortfall(covered, share: targets[unchecked: column &- lane].share, from: Self.member)
    }
    lacking[0] = shortfall(right[0], share: targets[unchecked: column].share, from: Self.lone)
    let end = endings.end(row, column)
    // From here on a lane for each number of target sentences.
    let rights = transposed(right)
    let lackings = transposed(lacking)
    var left = SIMD4<Float>.zero
    var missing = SIMD4<Float>.zero
    let company = max(Self.leastCompanyScore, Self.companyScore * (1 - trust))
    let crossing = Self.crossingScore
    var sums = SimilarityTable.Sums()
    let others = targets[unchecked: column].lengths * stretch
    for a in 1...min(Self.mostOnASide, row) {
      guard corridor.contains(row - a + 1, column) else { break }
      let covered = coverage.source[corridor.cell(row - a + 1, column)]
      left += covered
      missing += shortfall(
        covered, share: sources[unchecked: row &- a &+ 1].share, from: Self.member)
      var shares =
        shares(
          left + rights[a - 1], sources[unchecked: row], targets[unchecked: column], a) * scale
        + company
      if let similarity {
        let pair = corridor.cell(row - a + 1, column)
        similarity.add(pair, widest: widest, row, column, a, to: &sums)
        shares += similarity.scores(sums, row, column, a)
      }
      let length = SIMD4(repeating: sources[unchecked: row].lengths[a - 1])
      // Three code points more a side keep short sentences from ratios that say nothing.
      let ratios = (lesser(length, others) + 3) / (greater(length, others) + 3)
      var worth = shares * likeness(ratios) * sizes[a - 1]
      worth += endings.starts(row - a, before: column) + end - lackings[a - 1]
      if let structure { worth += structure.scores(a, endingAt: row, column) }
      if a > 1 {
        worth += SIMD4(0, crossing, crossing, crossing) - missing
      } else {
        worth -= shortfall(covered, share: sources[unchecked: row].share, from: Self.lone)
      }
      scores.all[a - 1] = worth.replacing(
        with: -.infinity,
        where: SIMD4<Int32>(1, 2, 3, 4) .> Int32(min(widest, Self.mostTogether - a)))
    }
    return scores
  }

  /// The length term of ratios from 0 to 1.
  @inline(__always)
  private func likeness(_ ratios: SIMD4<Float>) -> SIMD4<Float> {
    // From 2²³ on a float has its whole part in its lowest bits; a conversion would test each lane.
    let parts = greater(ratios * 1024, SIMD4(repeating: 0.5)) + (8_388_608 - 0.5)
    let places = unsafeBitCast(parts, to: SIMD4<UInt32>.self) & 0x7FF
    // Ratios are at most 1, so that no place is beyond 1024.
    let likeness = likeness.span
    return SIMD4(
      likeness[unchecked: Int(places[0])], likeness[unchecked: Int(places[1])],
      likeness[unchecked: Int(places[2])], likeness[unchecked: Int(places[3])])
  }
}
