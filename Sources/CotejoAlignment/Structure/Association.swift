#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Whether the rows and columns of a table of counts have to do with one another.
enum Association {
  /// The counts that a cell is taken to have seen as expected, beside those it has seen.
  private static let prior = 1.0

  /// The probability, 0 to 1, that what stands in the rows depends on the columns, both being as
  /// likely beforehand.
  ///
  /// It is *B*/(1 + *B*) for the Bayes factor *B* = Π *m*(row) / *m*(sum of the rows), in which *m* is
  /// the Dirichlet-multinomial probability of counts with Jeffreys's prior of ½ for each column:
  /// where all rows are drawn alike, the one sum explains them better than each its own draw (Good,
  /// "On the application of symmetric Dirichlet distributions and their mixtures to contingency
  /// tables", 1976). Columns that no row has are left out. Counts need not be whole.
  static func probability(_ rows: [[Double]]) -> Double {
    var sums = [Double](repeating: 0, count: rows.first?.count ?? 0)
    for row in rows { for (column, count) in row.enumerated() { sums[column] += count } }
    let columns = sums.indices.filter { sums[$0] > 0 }
    guard columns.count > 1 else { return 0 }
    let factor =
      rows.reduce(0) { sum, row in sum + logProbability(columns.map { row[$0] }) }
      - logProbability(columns.map { sums[$0] })
    return 1 / (1 + exp(-factor))
  }

  /// The logarithm of the probability of draws in an order, in nats.
  private static func logProbability(_ counts: [Double]) -> Double {
    let total = counts.reduce(0, +)
    let half = Double(counts.count) / 2
    return counts.reduce(lgamma(half) - lgamma(total + half)) {
      $0 + lgamma($1 + 0.5) - lgamma(0.5)
    }
  }

  /// How much more often than expected something was met, in nats.
  ///
  /// ln((*n* + 1)/(*e* + 1)) for *n* met and *e* expected: the mean of the ratio of rates if its
  /// prior is the gamma distribution of mean 1 and shape 1 and *n* is a Poisson count (DuMouchel,
  /// "Bayesian data mining in large frequency tables", 1999). Few counts say little.
  static func ratio(_ met: Double, expected: Double) -> Double {
    log((met + prior) / (expected + prior))
  }
}
