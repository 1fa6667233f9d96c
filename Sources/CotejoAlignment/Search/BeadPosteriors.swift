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
    let strip = PaddedStrip(strip(along: chain, from: origin, in: corridor))
    let (null, rows) = (Double(model.nullScore) * units, strip.corridor.rows)
    // Beads are scored once and looked at thrice.
    var beads: [BeadModel.Scores] = []
    beads.reserveCapacity(strip.corridor.cells)
    // Logarithms: a foreword of a thousand sentences would leave the range of numbers. Each cell's is
    // of the sum over all chains to it.
    var forward = [Double](repeating: -.infinity, count: strip.count)
    var sums = forward.mutableSpan
    for row in 0..<rows {
      for column in strip.corridor.columns(of: row) {
        let scores = model.scores(endingAt: origin.row + row, column, in: corridor)
        beads.append(scores)
        let place = strip.place(row, column)
        guard beads.count > 1 else {
          sums[unchecked: place] = 0
          continue
        }
        let above = row > 0 ? strip.above(row, column) : nil
        var sum = LogarithmicSum(
          above.map { sums[unchecked: $0] + null } ?? -.infinity,
          sums[unchecked: place &- 1] + null)
        strip.forEachStart(row, column) { a, start in
          let before = SIMD4(
            sums[unchecked: start &- 1], sums[unchecked: start &- 2],
            sums[unchecked: start &- 3], sums[unchecked: start &- 4])
          sum.add(before + SIMD4<Double>(scores[a]) * units)
        }
        sums[unchecked: place] = sum.value
      }
    }
    // The probability that a chain passes a cell flows back from the end along the beads.
    var passing = [Float](repeating: 0, count: strip.count)
    var flows = passing.mutableSpan
    flows[strip.place(rows - 1, strip.corridor.columns - 1)] = 1
    var number = beads.count
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in strip.corridor.columns(of: row).reversed() {
        number &-= 1
        let place = strip.place(row, column)
        let flow = flows[unchecked: place]
        guard flow > leastPassing else { continue }
        let after = sums[unchecked: place]
        let scores = beads[number]
        if row > 0, let above = strip.above(row, column) {
          flows[unchecked: above] += flow * share(sums[unchecked: above] + null - after)
        }
        flows[unchecked: place &- 1] += flow * share(sums[unchecked: place &- 1] + null - after)
        strip.forEachStart(row, column) { a, start in
          let weights = SIMD4<Double>(scores[a]) * units - after
          for b in 1...BeadModel.mostOnASide {
            let difference = sums[unchecked: start &- b] + weights[b - 1]
            if difference > -17 { flows[unchecked: start &- b] += flow * share(difference) }
          }
        }
      }
    }
    var (row, column) = (0, origin.column)
    return chain.map { step in
      let start = strip.place(row, column)
      row += step.source
      column += step.target
      let place = strip.place(row, column)
      let score =
        step.source == 0 || step.target == 0
        ? null
        : Double(beads[strip.corridor.cell(row, column)][step.source][step.target - 1]) * units
      let posterior = passing[place] * share(forward[start] + score - forward[place])
      return (1 - doubt) * min(1, posterior) + doubt / 2
    }
  }

  /// Scores are weighed in these.
  private static let units = 1 / temperature
  /// Cells that chains pass more rarely pass nothing on.
  private static let leastPassing: Float = 1e-6

  /// The share of the chains to a cell that comes by a bead, by the difference of the logarithms.
  @inline(__always)
  private static func share(_ difference: Double) -> Float { expf(Float(difference)) }
}

/// The cells of a strip, in rows that have four more before and behind which nothing reaches: beads
/// that start there need no test.
private struct PaddedStrip {
  let corridor: Corridor
  private static let padding = BeadModel.mostOnASide

  init(_ corridor: Corridor) {
    self.corridor = corridor
  }

  /// How many places there are.
  var count: Int { corridor.cells + 2 * Self.padding * corridor.rows }

  /// The place of a cell, or of what is no farther from the strip than the padding reaches.
  @inline(__always)
  func place(_ row: Int, _ column: Int) -> Int {
    corridor.cell(row, column) &+ (2 &* row &+ 1) &* Self.padding
  }

  /// The place of the cell in the row before, if it has one.
  @inline(__always)
  func above(_ row: Int, _ column: Int) -> Int? {
    column <= Int(corridor.upper.span[unchecked: row &- 1]) ? place(row &- 1, column) : nil
  }

  /// Calls `body` with each number of source sentences of a bead that ends at a cell, and the place
  /// in that row which beads of so many end below.
  @inline(__always)
  func forEachStart(_ row: Int, _ column: Int, _ body: (Int, Int) -> Void) {
    for a in 1...BeadModel.mostOnASide {
      // Rows reach no farther the higher they lie.
      guard a <= row,
        column &- 1 &- Int(corridor.upper.span[unchecked: row &- a]) < Self.padding
      else { return }
      body(a, place(row &- a, column))
    }
  }
}

/// A sum of numbers of which only the logarithms are known.
private struct LogarithmicSum {
  private var most: Double
  /// The sum in units of *e* to the power of `most`.
  private var sum: Float

  init(_ one: Double, _ other: Double) {
    most = -.infinity
    sum = 0
    add(one)
    add(other)
  }

  var value: Double { sum > 1 ? most + Double(logf(sum)) : most }

  @inline(__always)
  mutating func add(_ other: Double) {
    if other > most {
      sum = 1 + (sum > 0 ? sum * expf(Float(most - other)) : 0)
      most = other
    } else if other - most > -17 {
      // Less than a float's last digit adds nothing.
      sum += expf(Float(other - most))
    }
  }

  /// Adds four numbers; most are too small to count.
  @inline(__always)
  mutating func add(_ others: SIMD4<Double>) {
    if any(others .> most - 17) {
      for lane in 0..<4 { add(others[lane]) }
    }
  }
}
