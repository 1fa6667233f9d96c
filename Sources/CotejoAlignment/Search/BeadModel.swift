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
  /// What similarity counts beside coverage, and what is taken off it first.
  ///
  /// Found by a search for the best mean strict F1, lexicons learnt from each set, on development
  /// halves of openly licensed sets alone: FLORES-101 and the Bible (es–en), the Candide of
  /// TransRead (es–en) and ParIce (en–is); with multilingual-e5-small in four bits.
  private static let similarityWeight: Float = 0.5
  private static let similarityOffset: Float = 0.2
  /// Sentences of usual coverage assumed beside those of the text.
  private static let priorSentences: Float = 20

  private let coverage: CoverageTable
  private let endings: EndingAgreement
  private let similarity: SimilarityTable?
  /// The sentences that end before each row and before each column.
  private let sources: [Windows]
  private let targets: [Windows]
  /// log₂(1 + r) for the ratio r of the shorter length to the longer, in 1/1024: the length term of
  /// Liu and Zhu ("Bertalign", 2022), to the power `lengthPower`.
  private let likeness: [Float]
  /// `sizePower` of the means of `a` source sentences, numbered from 0, and one to four target ones.
  private let sizes: [SIMD4<Float>]
  private var scale: Float = 1
  /// How much what is known of the languages says about these texts, 0 to 1.
  private var trust: Float = 0
  /// Source code points for one target code point.
  private var stretch: Float = 1

  /// The last one to four sentences before a row or a column: a lane each.
  private struct Windows {
    /// The weight of their words.
    var totals: SIMD4<Float>
    /// Their code points.
    var lengths: SIMD4<Float>
    /// One over the weight of the last one alone, with that of `prior`.
    var share: Float = 0
    /// The weight that chance would cover of source sentences, for each number of them, and of target
    /// sentences, a lane for each number of them; by one to four sentences of the other side.
    var chances: InlineArray<4, SIMD4<Float>>
  }

  init(
    _ evidence: WordEvidence, _ corridor: Corridor, sourceLengths: [Int32], targetLengths: [Int32],
    endings: EndingAgreement, jobs: Int = 1, similarity: SimilarityTable? = nil
  ) {
    self.endings = endings
    coverage = CoverageTable(evidence, corridor, jobs: jobs)
    self.similarity = similarity
    sources = Self.windows(evidence.source, lengths: sourceLengths, transposed: false)
    targets = Self.windows(evidence.target, lengths: targetLengths, transposed: true)
    likeness = (0...1024).map { powf(log2f(1 + Float($0) / 1024), Self.lengthPower) }
    sizes = (1...Self.mostOnASide).map { a in
      let means = (SIMD4<Float>(1, 2, 3, 4) + Float(a)) / 2
      return SIMD4(
        powf(means[0], Self.sizePower), powf(means[1], Self.sizePower),
        powf(means[2], Self.sizePower), powf(means[3], Self.sizePower))
    }
    calibrate(in: corridor)
  }

  /// The windows of a side; those of the target hold their chances by number of source sentences.
  private static func windows(
    _ side: WordEvidence.Side, lengths: [Int32], transposed: Bool
  ) -> [Windows] {
    var before = [0]
    for length in lengths { before.append(before[before.count - 1] + Int(length)) }
    return before.indices.map { end in
      var windows = Windows(
        totals: .zero, lengths: .zero, chances: InlineArray(repeating: .zero))
      for lane in 0..<min(mostOnASide, end) {
        let start = end - lane - 1
        windows.totals[lane] = Float(side.totals[end] - side.totals[start])
        windows.lengths[lane] = Float(before[end] - before[start])
        if lane == 0 { windows.share = 1 / (windows.totals[0] + prior.weight) }
        let chances = SIMD4<Float>(side.chances[end] - side.chances[start])
        if transposed {
          for other in 0..<mostOnASide { windows.chances[other][lane] = chances[other] }
        } else {
          windows.chances[lane] = chances
        }
      }
      return windows
    }
  }

  /// Sets the scale that brings the best coverage of an average sentence to the usual one, and the
  /// stretch that makes good pairs equally long on average.
  private mutating func calibrate(in corridor: Corridor) {
    var shareSum: Float = 0
    // Of both sides, so that a text and its excerpt are judged alike whichever is the original.
    var bestOfColumns = [Float](repeating: 0, count: corridor.columns)
    var (good, all) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
    for row in 1..<max(1, corridor.rows) {
      var best: (share: Float, column: Int) = (0, 0)
      for column in corridor.columns(of: row).dropFirst(corridor.lower[row] == 0 ? 1 : 0) {
        let cell = corridor.cell(row, column)
        let covered = SIMD4(repeating: coverage.source[cell][0] + coverage.target[cell][0])
        let share = shares(covered, sources[row], targets[column], 1)[0]
        if share > best.share { best = (share, column) }
        bestOfColumns[column] = max(bestOfColumns[column], share)
      }
      shareSum += best.share
      if best.share >= Self.goodShare {
        good += SIMD2(Double(sources[row].lengths[0]), Double(targets[best.column].lengths[0]))
      }
    }
    for share in bestOfColumns { shareSum += share }
    let sentences = Float(corridor.rows + corridor.columns - 2)
    let share =
      (shareSum / 2 + Self.usualShare * Self.priorSentences)
      / (sentences / 2 + Self.priorSentences)
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
    _ covered: SIMD4<Float>, _ source: Windows, _ target: Windows, _ a: Int
  ) -> SIMD4<Float> {
    let chance = source.chances[a - 1] + target.chances[a - 1]
    let discount = Self.chanceDiscount * chance
    let total = source.totals[a - 1] + target.totals
    return (covered - discount) / greater(total - discount, SIMD4(repeating: 1))
  }

  /// What it costs that the last sentence of a window lacks a share of coverage; `covered` is its
  /// covered weight, a lane for each number of sentences of the other side.
  @inline(__always)
  private func shortfall(
    _ covered: SIMD4<Float>, of window: Windows, from wanted: (share: Float, cost: Float)
  ) -> SIMD4<Float> {
    let share = (covered * scale + Self.prior.covered) * window.share
    // Where little is known of the languages, that nothing is shared says little.
    return greater(SIMD4(repeating: wanted.share) - share, .zero) * (wanted.cost * trust)
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
    var right = InlineArray<4, SIMD4<Float>>(repeating: coverage.target[cell])
    // What it costs that target sentences lack coverage, by the same.
    var lacking = InlineArray<4, SIMD4<Float>>(
      repeating: shortfall(coverage.target[cell], of: targets[column], from: Self.member))
    for lane in 1..<max(1, widest) {
      right[lane] = right[lane - 1] + coverage.target[cell - lane]
      lacking[lane] =
        lacking[lane - 1]
        + shortfall(coverage.target[cell - lane], of: targets[column - lane], from: Self.member)
    }
    lacking[0] = shortfall(coverage.target[cell], of: targets[column], from: Self.lone)
    let end = endings.end(row, column)
    let (source, target) = (sources[row], targets[column])
    var left = SIMD4<Float>.zero
    var missing = SIMD4<Float>.zero
    let company = max(Self.leastCompanyScore, Self.companyScore * (1 - trust))
    let crossing = Self.crossingScore
    var products = SIMD4<Float>.zero
    for a in 1...min(Self.mostOnASide, row) {
      guard corridor.contains(row - a + 1, column) else { break }
      let covered = coverage.source[corridor.cell(row - a + 1, column)]
      left += covered
      missing += shortfall(covered, of: sources[row - a + 1], from: Self.member)
      let lane = a - 1
      let rights = SIMD4(right[0][lane], right[1][lane], right[2][lane], right[3][lane])
      var shares = shares(left + rights, source, target, a) * scale + company
      if let similarity {
        similarity.add(corridor.cell(row - a + 1, column), widest: widest, to: &products)
        let similarities = similarity.similarities(products, row, column, a)
        shares += Self.similarityWeight * (similarities - Self.similarityOffset)
      }
      let length = SIMD4(repeating: source.lengths[lane])
      // Three code points more a side keep short sentences from ratios that say nothing.
      let others = target.lengths * stretch
      let ratios = 1024 * (lesser(length, others) + 3) / (greater(length, others) + 3)
      let like = SIMD4(
        likeness[Int(ratios[0])], likeness[Int(ratios[1])], likeness[Int(ratios[2])],
        likeness[Int(ratios[3])])
      var scores = shares * like * sizes[lane] + endings.starts(row - a, before: column) + end
      scores -= SIMD4(lacking[0][lane], lacking[1][lane], lacking[2][lane], lacking[3][lane])
      if a > 1 {
        scores += SIMD4(0, crossing, crossing, crossing) - missing
      } else {
        scores -= shortfall(covered, of: source, from: Self.lone)
      }
      for b in 1...min(widest, Self.mostTogether - a) {
        guard corridor.contains(row - a, column - b) else { continue }
        body(a, b, corridor.cell(row - a, column - b), scores[b - 1])
      }
    }
  }
}

/// The greater number of each lane; the library's function of that kind is a call.
@inline(__always)
private func greater(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  a.replacing(with: b, where: a .< b)
}

/// The lesser number of each lane.
@inline(__always)
private func lesser(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  a.replacing(with: b, where: b .< a)
}
