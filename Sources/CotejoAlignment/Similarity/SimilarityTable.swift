/// How like the vectors of beads are, beyond what strangers are.
///
/// The vector of several sentences is the sum of theirs, each by its length. Its products with those
/// of the other side are then sums of products of sentences, so that a sentence is encoded once and
/// a bead costs a few additions; encoding the joined sentences themselves gains nothing for a score
/// with a margin, at ten times the cost.
///
/// Encoders differ in how like they make any two sentences, so the cosine is set against its mean
/// over the sentences of the other side, as in Thompson and Koehn ("Vecalign", 2019): 0 for
/// strangers, 1 for the same. They differ, too, in how like they make translations: so the similarity
/// is scaled for the best of an average sentence to have the usual one.
///
/// The settings below were found by a search for the best mean strict F1, lexicons learnt from each
/// set, on openly licensed sets alone: FLORES-101 and the Bible (es–en), the Candide of TransRead
/// (es–en) and ParIce (en–is), each as it is and with sentences removed, merged, split and swapped by
/// chance; with multilingual-e5-small in four bits.
struct SimilarityTable {
  /// One to four sentences that end before a row or a column: a lane each.
  struct Windows {
    /// The length of the sum of their vectors; 1 where that is zero.
    var norms: SIMD4<Float> = .one
    /// Its mean cosine with a sentence of the other side.
    var strangers: SIMD4<Float> = .zero
  }

  /// What similarity counts beside the covered share of words, and what is taken off it first.
  static let weight: Float = 0.6
  static let offset: Float = 0.2
  /// Of several sentences on a side, each is to be so like the other side; what lacks costs so much.
  ///
  /// Otherwise a sentence that the other side omits is drawn into a neighbour's bead, whose
  /// similarity it hardly lowers; where nothing is known of the languages, words do not hold it off.
  static let memberSimilarity: Float = 0.1
  static let shortfallCost: Float = 0.5

  /// What is left between strangers and the same counts as this much at least.
  private static let leastRoom: Float = 0.05
  /// Windows of no direction are like none; others divide by at least this.
  private static let leastNorm: Float = 1e-6

  /// What similarities are scaled to, on average, and the bounds of that scaling.
  private static let usual: Float = 0.6
  private static let scaleBounds: ClosedRange<Float> = 0.25...4
  /// Sentences of the usual similarity assumed beside those of both texts.
  private static let priorSentences: Float = 40

  /// What similarities are multiplied by.
  private(set) var scale: Float = 1
  /// The product of the weighted vectors of the last sentences at each cell of the corridor.
  private let products: [Float]
  private let sources: [Windows]
  private let targets: [Windows]
  /// The last four target sentences before each column, each alone: a lane each.
  private let members: [Windows]

  /// Takes the vectors of both sides, and the lengths of the sentences in code points.
  ///
  /// - Complexity: O(*cd*) for *c* cells of the corridor and vectors of *d* numbers.
  init(
    _ vectors: SentencePairVectors, _ corridor: Corridor, sourceLengths: [Int32],
    targetLengths: [Int32]
  ) {
    let (source, target) = (vectors.source, vectors.target)
    precondition(
      source.count == sourceLengths.count && target.count == targetLengths.count,
      "every sentence has a vector")
    // A side of blank lines alone may never have met the encoder.
    guard source.dimension == target.dimension else {
      products = [Float](repeating: 0, count: corridor.cells)
      sources = [Windows](repeating: Windows(), count: source.count + 1)
      targets = [Windows](repeating: Windows(), count: target.count + 1)
      members = targets
      return
    }
    let sourceWeights = Self.weights(sourceLengths)
    let targetWeights = Self.weights(targetLengths)
    var products = [Float](repeating: 0, count: corridor.cells)
    for row in 1..<max(1, corridor.rows) {
      for column in corridor.columns(of: row) where column > 0 {
        products[corridor.cell(row, column)] =
          sourceWeights[row - 1] * targetWeights[column - 1]
          * Self.product(source, row - 1, target, column - 1)
      }
    }
    self.products = products
    sources = Self.windows(source, sourceWeights, strangers: target)
    targets = Self.windows(target, targetWeights, strangers: source)
    members = Self.members(targets)
    calibrate(in: corridor)
  }

  /// Sets the scale that brings the best similarity of an average sentence to the usual one.
  private mutating func calibrate(in corridor: Corridor) {
    var sum = Self.usual * Self.priorSentences
    var bestOfColumns = [Float](repeating: 0, count: corridor.columns)
    for row in 1..<max(1, corridor.rows) {
      var best: Float = 0
      for column in corridor.columns(of: row) where column > 0 {
        let product = SIMD4(repeating: products[corridor.cell(row, column)])
        let similarity = similarities(product, row, column, 1)[0]
        best = max(best, similarity)
        bestOfColumns[column] = max(bestOfColumns[column], similarity)
      }
      sum += best
    }
    for best in bestOfColumns { sum += best }
    let sentences = Float(corridor.rows + corridor.columns - 2)
    let mean = sum / (sentences + Self.priorSentences)
    scale = min(
      Self.scaleBounds.upperBound, max(Self.scaleBounds.lowerBound, Self.usual / mean))
  }

  /// What each sentence counts for in a sum: its length in code points, 1 for the longest.
  private static func weights(_ lengths: [Int32]) -> [Float] {
    let longest = Float(max(1, lengths.max() ?? 1))
    return lengths.map { max(1, Float($0)) / longest }
  }

  private static func product(
    _ source: SentenceVectors, _ i: Int, _ target: SentenceVectors, _ j: Int
  ) -> Float {
    let dimension = source.dimension
    let (a, b) = (source.values.span, target.values.span)
    let (left, right) = (i * dimension, j * dimension)
    var lanes = SIMD8<Float>.zero
    var index = 0
    while index + 8 <= dimension {
      var (x, y) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
      for lane in 0..<8 {
        x[lane] = a[left + index + lane]
        y[lane] = b[right + index + lane]
      }
      lanes += x * y
      index += 8
    }
    var sum = lanes.sum()
    while index < dimension {
      sum += a[left + index] * b[right + index]
      index += 1
    }
    return sum
  }

  private static func windows(
    _ side: SentenceVectors, _ weights: [Float], strangers: SentenceVectors
  ) -> [Windows] {
    let dimension = side.dimension
    var mean = [Float](repeating: 0, count: dimension)
    for index in strangers.values.indices { mean[index % dimension] += strangers.values[index] }
    for index in mean.indices { mean[index] /= Float(max(1, strangers.count)) }
    return (0...side.count).map { end in
      var windows = Windows()
      var sum = [Float](repeating: 0, count: dimension)
      for lane in 0..<min(BeadModel.mostOnASide, end) {
        let start = (end - lane - 1) * dimension
        let weight = weights[end - lane - 1]
        var (square, stranger): (Float, Float) = (0, 0)
        for index in 0..<dimension {
          sum[index] += weight * side.values[start + index]
          square += sum[index] * sum[index]
          stranger += sum[index] * mean[index]
        }
        windows.norms[lane] = max(leastNorm, square.squareRoot())
        windows.strangers[lane] = stranger / windows.norms[lane]
      }
      return windows
    }
  }

  private static func members(_ windows: [Windows]) -> [Windows] {
    windows.indices.map { end in
      var members = Windows()
      for lane in 0..<min(BeadModel.mostOnASide, end) {
        members.norms[lane] = windows[end - lane].norms[0]
        members.strangers[lane] = windows[end - lane].strangers[0]
      }
      return members
    }
  }

  /// What is summed up while the beads that end at a cell grow, a source sentence at a time.
  struct Sums {
    /// The products of their source sentences with one to four target sentences, a lane each.
    fileprivate(set) var together: SIMD4<Float> = .zero
    /// Those with each of the last four target sentences alone.
    fileprivate var alone: SIMD4<Float> = .zero
    /// What the source sentences lack in likeness to one to four target sentences, a lane each.
    fileprivate var lacking: SIMD4<Float> = .zero
  }

  /// Takes one more source sentence into account, the `a`th before `row`; `widest` target sentences
  /// lie before `column` in the corridor, up to four, and `cell` is that of the sentence and the last
  /// of them.
  @inline(__always)
  func add(_ cell: Int, widest: Int, _ row: Int, _ column: Int, _ a: Int, to sums: inout Sums) {
    var products = SIMD4<Float>.zero
    for lane in 0..<widest { products[lane] = self.products[cell - lane] }
    sums.alone += products
    for lane in 1..<4 { products[lane] += products[lane - 1] }
    sums.together += products
    sums.lacking += shortfall(similarities(products, row - a + 1, column, 1))
  }

  /// What similarity adds to the scores of beads of `a` source sentences and one to four target
  /// sentences, a lane each.
  @inline(__always)
  func scores(_ sums: Sums, _ row: Int, _ column: Int, _ a: Int) -> SIMD4<Float> {
    var short = shortfall(
      similarities(sums.alone, sources[row], a, members[column]))
    for lane in 1..<4 { short[lane] += short[lane - 1] }
    // One sentence is as like as its bead.
    short[0] = 0
    if a > 1 { short += sums.lacking }
    return Self.weight * (similarities(sums.together, row, column, a) - Self.offset)
      - Self.shortfallCost * short
  }

  @inline(__always)
  private func shortfall(_ similarities: SIMD4<Float>) -> SIMD4<Float> {
    let missing = Self.memberSimilarity - similarities
    return missing.replacing(with: 0, where: missing .< 0)
  }

  /// The similarity of `a` source sentences and one to four target sentences, a lane each: about 0.6
  /// for translations, 0 for strangers.
  ///
  /// `sums` are the products of all their sentences.
  @inline(__always)
  func similarities(
    _ sums: SIMD4<Float>, _ row: Int, _ column: Int, _ a: Int
  ) -> SIMD4<Float> {
    similarities(sums, sources[row], a, targets[column])
  }

  @inline(__always)
  private func similarities(
    _ sums: SIMD4<Float>, _ source: Windows, _ a: Int, _ target: Windows
  ) -> SIMD4<Float> {
    let cosines = sums / (source.norms[a - 1] * target.norms)
    let strangers = (source.strangers[a - 1] + target.strangers) / 2
    // Where all are the same, even the smallest difference would tell.
    let room = pointwiseMax(1 - strangers, SIMD4(repeating: Self.leastRoom))
    return scale * (cosines - strangers) / room
  }
}
