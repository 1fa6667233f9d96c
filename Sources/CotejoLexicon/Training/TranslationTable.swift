internal import Dispatch

/// Translation probabilities in one direction: of each predicted word, given a word.
struct TranslationTable {
  /// Where the entries of each given word begin; one more than there are words.
  var starts: [Int32] = [0]
  /// The predicted word of each entry.
  var words: [Int32] = []
  /// Its probability given the word.
  var probabilities: [Float] = []

  /// A table without words.
  init() {}

  /// Trains by expectation maximization.
  ///
  /// The model is IBM model 2 with the position prior of Dyer, Chahuneau and Smith ("A Simple, Fast,
  /// and Effective Reparameterization of IBM Model 2", 2013): a token is explained by the empty word
  /// with probability `emptyWord`, else by a token whose relative place is near its own. Rows have a
  /// symmetric Dirichlet prior and are estimated by variational Bayes, which keeps rare words from
  /// explaining whatever stands beside them. What `known` says of a row counts as `knownLinks` links
  /// more, undiscounted: a word that the text does not have keeps the shares of the dictionary as
  /// they are. Other entries of fewer expected links than `leastLinks` are left out. There is one
  /// pass at least. The result does not depend on the number of jobs.
  init(
    given: Bitext.Side, predicted: Bitext.Side, known: TranslationPrior = .none,
    knownLinks: Float = 0, iterations: Int, leastLinks: Float = 0, jobs: Int,
    sentencesInAPart: Int = usualPart
  ) {
    let parts = min(Self.mostParts, 1 + given.ends.count / sentencesInAPart)
    let table = CooccurrenceTable(given: given, predicted: predicted, prior: known)
    let cells = table.predicted.count
    var weights = [Float](repeating: 1, count: cells)
    var links: [Float] = []
    // One for each worker: what they keep serves all passes.
    var priors = [PositionPriors](
      repeating: PositionPriors(emptyWord: Self.emptyWord, tension: Self.tension),
      count: max(1, min(jobs, parts)))
    for iteration in 0..<max(1, iterations) {
      links = Self.expectedCounts(
        table, weights, given: given, predicted: predicted, flat: iteration == 0, parts: parts,
        &priors)
      Self.estimate(&weights, from: links, table, knownLinks: knownLinks)
    }
    for row in 1..<(table.rowStarts.count - 1) {
      let range = Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])
      var sum: Float = 0
      for cell in range { sum += weights[cell] }
      for cell in range
      where weights[cell] > 0 && weights[cell] >= Self.smallest * sum
        && (links[cell] >= leastLinks || (!table.shares.isEmpty && table.shares[cell] > 0))
      {
        words.append(table.predicted[cell])
        probabilities.append(weights[cell] / sum)
      }
      starts.append(Int32(words.count))
    }
  }

  /// Smaller probabilities are not kept.
  static let smallest: Float = 0.002
  /// The probability that a token renders nothing, and the sharpness of the position prior: the
  /// defaults of the paper.
  static let emptyWord: Float = 0.08
  static let tension: Float = 4
  /// The Dirichlet prior's pseudo-count, the default of the paper's program.
  static let prior: Float = 0.01
  /// Sentences whose counts are summed together.
  ///
  /// Sums of floats depend on their order, so the order follows from the text alone, not from the
  /// number of jobs.
  static let usualPart = 32_768
  private static let mostParts = 8

  private static func expectedCounts(
    _ table: CooccurrenceTable, _ weights: [Float], given: Bitext.Side, predicted: Bitext.Side,
    flat: Bool, parts count: Int, _ priors: inout [PositionPriors]
  ) -> [Float] {
    let sentences = given.ends.count
    var parts = [[Float]](repeating: [], count: count)
    let workers = priors.count
    parts.withUnsafeMutableBufferPointer { parts in
      priors.withUnsafeMutableBufferPointer { priors in
        nonisolated(unsafe) let (parts, priors) = (parts, priors)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
          for part in stride(from: worker, to: count, by: workers) {
            let share = (sentences * part / count)..<(sentences * (part + 1) / count)
            parts[part] = partialCounts(
              share, table, weights, given: given, predicted: predicted, flat: flat,
              &priors[worker])
          }
        }
      }
    }
    guard count > 1 else { return parts.removeLast() }
    var counts = parts[0]
    for part in parts.dropFirst() {
      for cell in counts.indices { counts[cell] += part[cell] }
    }
    return counts
  }

  /// The expectation step over some of the sentences.
  private static func partialCounts(
    _ share: Range<Int>, _ table: CooccurrenceTable, _ weights: [Float], given: Bitext.Side,
    predicted: Bitext.Side, flat: Bool, _ priors: inout PositionPriors
  ) -> [Float] {
    let widest = share.map { given.range(of: $0).count + 1 }.max() ?? 1
    // Buffers, not arrays: these loops are the whole cost of training.
    return [Float](unsafeUninitializedCapacity: weights.count) { counts, count in
      counts.initialize(repeating: 0)
      count = weights.count
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * widest) { posteriors in
        weights.withUnsafeBufferPointer { weights in
          table.links.withUnsafeBufferPointer { links in
            let step = ExpectationStep(weights: weights, counts: counts, posteriors: posteriors)
            for sentence in share {
              let width = given.range(of: sentence).count + 1
              let height = predicted.range(of: sentence).count
              let cells = table.linkStarts[sentence]..<table.linkStarts[sentence + 1]
              let links = UnsafeBufferPointer(rebasing: links[cells])
              if flat {
                step.addEqual(links, width: width, height: height, emptyWord: emptyWord)
              } else {
                priors.withPriors(width: width, height: height) {
                  step.add(links, width: width, height: height, priors: $0)
                }
              }
            }
          }
        }
      }
    }
  }

  /// The maximization step, row by row.
  private static func estimate(
    _ weights: inout [Float], from counts: [Float], _ table: CooccurrenceTable, knownLinks: Float
  ) {
    let digamma = ExponentialDigamma.shared
    let (counts, shares) = (counts.span, table.shares.span)
    var weights = weights.mutableSpan
    for row in 0..<(table.rowStarts.count - 1) {
      let range = Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])
      var sum: Float = 0
      for cell in range { sum += counts[unchecked: cell] }
      let all = digamma(sum + prior * Float(range.count))
      var cell = range.lowerBound
      while all > 0, cell &+ 4 <= range.upperBound {
        let links = SIMD4(
          counts[unchecked: cell], counts[unchecked: cell &+ 1], counts[unchecked: cell &+ 2],
          counts[unchecked: cell &+ 3])
        let values = digamma(links + prior) / all
        for lane in 0..<4 { weights[unchecked: cell &+ lane] = values[lane] }
        cell &+= 4
      }
      for cell in cell..<range.upperBound {
        weights[unchecked: cell] = all > 0 ? digamma(counts[unchecked: cell] + prior) / all : 0
      }
      guard !shares.isEmpty else { continue }
      var known: Float = 0
      for cell in range { known += shares[cell] * knownLinks }
      guard known > 0 else { continue }
      for cell in range {
        let links = weights[cell] * all + shares[cell] * knownLinks
        weights[cell] = links / (all + known)
      }
    }
  }
}
