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

  /// The cells within `reach` of a chain; their rows are counted from the place where it starts.
  private static func strip(
    along chain: [BeadSearch.Step], from start: (row: Int, column: Int), in corridor: Corridor
  ) -> Corridor {
    // The columns that the chain has at each row, then those of the rows near by.
    let height = chain.reduce(0) { $0 + $1.source }
    var first = [Int32](repeating: .max, count: height + 1)
    var last = [Int32](repeating: 0, count: height + 1)
    var (row, column) = (0, start.column)
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
      lower: (0...height).map { row in
        max(
          corridor.lower[start.row + row], first[max(0, row - reach)] - margin, first[0])
      },
      upper: (0...height).map { row in
        min(
          corridor.upper[start.row + row], last[min(height, row + reach)] + margin, last[height])
      })
  }

  /// The posterior of each step of a chain that starts somewhere, 0 to 1.
  ///
  /// The model must have the rows of the chain in sight.
  static func of(
    _ chain: [BeadSearch.Step], from origin: (row: Int, column: Int) = (0, 0),
    in corridor: Corridor, _ model: borrowing BeadModel
  ) -> [Float] {
    let strip = strip(along: chain, from: origin, in: corridor)
    // Beads are scored once and looked at thrice.
    var beads: [BeadModel.Scores] = []
    beads.reserveCapacity(strip.cells)
    // Logarithms: a foreword of a thousand sentences would leave the range of numbers.
    var forward = [Double](repeating: -.infinity, count: strip.cells)
    forward[0] = 0
    for row in 0..<strip.rows {
      for column in strip.columns(of: row) {
        beads.append(model.scores(endingAt: origin.row + row, column, in: corridor))
        let cell = strip.cell(row, column)
        guard cell > 0 else { continue }
        var sum = LogarithmicSum()
        forEachBead(beads[cell], model.nullScore, endingAt: row, column, in: strip) {
          start, score in
          sum.add(forward[start] + Double(score) / temperature)
        }
        forward[cell] = sum.value
      }
    }
    // The probability that a chain passes a cell flows back from the end along the beads.
    var passing = [Float](repeating: 0, count: strip.cells)
    passing[strip.cells - 1] = 1
    for row in stride(from: strip.rows - 1, through: 0, by: -1) {
      for column in strip.columns(of: row).reversed() {
        let cell = strip.cell(row, column)
        guard passing[cell] > leastPassing else { continue }
        forEachBead(beads[cell], model.nullScore, endingAt: row, column, in: strip) {
          start, score in
          passing[start] += passing[cell] * share(forward[start], score, forward[cell])
        }
      }
    }
    var (row, column) = (0, origin.column)
    return chain.map { step in
      let start = strip.cell(row, column)
      row += step.source
      column += step.target
      let cell = strip.cell(row, column)
      let score =
        step.source == 0 || step.target == 0
        ? model.nullScore : beads[cell][step.source][step.target - 1]
      let posterior = passing[cell] * share(forward[start], score, forward[cell])
      return (1 - doubt) * min(1, posterior) + doubt / 2
    }
  }

  /// Calls `body` with the cell that each bead starts from, and its score.
  @inline(__always)
  private static func forEachBead(
    _ beads: BeadModel.Scores, _ nullScore: Float, endingAt row: Int, _ column: Int,
    in strip: Corridor, _ body: (Int, Float) -> Void
  ) {
    if row > 0, strip.contains(row - 1, column) {
      body(strip.cell(row - 1, column), nullScore)
    }
    if column > Int(strip.lower[row]) { body(strip.cell(row, column) - 1, nullScore) }
    for a in 1..<BeadModel.mostOnASide + 1 where a <= row {
      let scores = beads[a]
      for b in 1...min(BeadModel.mostOnASide, BeadModel.mostTogether - a)
      where scores[b - 1] > -.infinity && strip.contains(row - a, column - b) {
        body(strip.cell(row - a, column - b), scores[b - 1])
      }
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
