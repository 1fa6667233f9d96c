#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// How probable each bead of a chain is among all chains that pass near it.
///
/// Chains are weighed by *e* to their score over a temperature, and summed by the forward-backward
/// algorithm in a strip of cells along the chain: what lies farther off does not compete.
struct BeadPosteriors {
  /// Found by the reliability of posteriors on development sets.
  static let temperature = 0.033
  /// How often the strip itself lies wrong, so that no bead is ever quite sure.
  static let doubt: Float = 0.03
  /// Sentences to either side of the chain that are summed over.
  private static let reach = 3

  /// The cells within `reach` of a chain.
  private static func strip(along chain: [BeadSearch.Step], in corridor: Corridor) -> Corridor {
    // The columns that the chain has at each row, then those of the rows near by.
    var first = [Int32](repeating: .max, count: corridor.rows)
    var last = [Int32](repeating: 0, count: corridor.rows)
    var (row, column) = (0, 0)
    func pass() {
      first[row] = min(first[row], Int32(column))
      last[row] = max(last[row], Int32(column))
    }
    pass()
    for step in chain {
      for _ in 0..<step.source {
        row += 1
        pass()
      }
      column += step.target
      pass()
    }
    let margin = Int32(reach)
    return Corridor(
      lower: (0..<corridor.rows).map { row in
        max(corridor.lower[row], first[max(0, row - reach)] - margin)
      },
      upper: (0..<corridor.rows).map { row in
        min(corridor.upper[row], last[min(corridor.rows - 1, row + reach)] + margin)
      })
  }

  /// The posterior of each step of a chain, 0 to 1.
  static func of(
    _ chain: [BeadSearch.Step], in corridor: Corridor, _ model: BeadModel
  ) -> [Float] {
    let strip = strip(along: chain, in: corridor)
    // Logarithms: a foreword of a thousand sentences would leave the range of numbers.
    var forward = [Double](repeating: -.infinity, count: strip.cells)
    forward[0] = 0
    for row in 0..<strip.rows {
      for column in strip.columns(of: row) where row > 0 || column > 0 {
        var sum = LogarithmicSum()
        model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
          guard strip.contains(row - a, column - b) else { return }
          sum.add(forward[strip.cell(row - a, column - b)] + Double(score) / temperature)
        }
        forward[strip.cell(row, column)] = sum.value
      }
    }
    // The probability that a chain passes a cell flows back from the end along the beads.
    var passing = [Float](repeating: 0, count: strip.cells)
    passing[strip.cells - 1] = 1
    for row in stride(from: strip.rows - 1, through: 0, by: -1) {
      for column in strip.columns(of: row).reversed() {
        let cell = strip.cell(row, column)
        guard passing[cell] > leastPassing else { continue }
        model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
          guard strip.contains(row - a, column - b) else { return }
          let start = strip.cell(row - a, column - b)
          passing[start] += passing[cell] * share(forward[start], score, forward[cell])
        }
      }
    }
    var (row, column) = (0, 0)
    return chain.map { step in
      let start = strip.cell(row, column)
      row += step.source
      column += step.target
      let cell = strip.cell(row, column)
      var posterior: Float = 0
      model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
        guard a == step.source, b == step.target else { return }
        posterior = passing[cell] * share(forward[start], score, forward[cell])
      }
      return (1 - doubt) * min(1, posterior) + doubt / 2
    }
  }

  /// Cells that chains pass more rarely pass nothing on.
  private static let leastPassing: Float = 1e-6

  /// The share of the chains to a cell that comes by a bead of `score` from the cell before.
  @inline(__always)
  private static func share(_ before: Double, _ score: Float, _ after: Double) -> Float {
    expf(Float(before + Double(score) / temperature - after))
  }
}

/// A sum of numbers of which only the logarithms are known.
private struct LogarithmicSum {
  private var most = -Double.infinity
  /// The sum in units of *e* to the power of `most`.
  private var sum: Float = 0

  var value: Double { sum > 0 ? most + Double(logf(sum)) : most }

  @inline(__always)
  mutating func add(_ other: Double) {
    let difference = Float(other - most)
    if difference > 0 {
      sum = 1 + (sum > 0 ? sum * expf(-difference) : 0)
      most = other
    } else if difference > -17 {
      // Less than a float's last digit adds nothing.
      sum += expf(difference)
    }
  }
}
