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
  static let temperature = 0.1
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
    // Logarithms throughout: a foreword of a thousand sentences would leave the range of numbers.
    var forward = [Double](repeating: -.infinity, count: strip.cells)
    var backward = forward
    forward[0] = 0
    for row in 0..<strip.rows {
      for column in strip.columns(of: row) {
        var sum = LogarithmicSum(forward[strip.cell(row, column)])
        model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
          guard strip.contains(row - a, column - b) else { return }
          sum.add(forward[strip.cell(row - a, column - b)] + Double(score) / temperature)
        }
        forward[strip.cell(row, column)] = sum.value
      }
    }
    backward[strip.cells - 1] = 0
    for row in stride(from: strip.rows - 1, through: 0, by: -1) {
      for column in strip.columns(of: row).reversed() {
        let tail = backward[strip.cell(row, column)]
        guard tail > -.infinity else { continue }
        model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
          guard strip.contains(row - a, column - b) else { return }
          let start = strip.cell(row - a, column - b)
          var sum = LogarithmicSum(backward[start])
          sum.add(tail + Double(score) / temperature)
          backward[start] = sum.value
        }
      }
    }
    let total = forward[strip.cells - 1]
    var (row, column) = (0, 0)
    return chain.map { step in
      let head = forward[strip.cell(row, column)]
      row += step.source
      column += step.target
      let tail = backward[strip.cell(row, column)]
      var posterior = 0.0
      model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
        guard a == step.source, b == step.target else { return }
        posterior = exp(head + Double(score) / temperature + tail - total)
      }
      return (1 - doubt) * Float(min(1, posterior)) + doubt / 2
    }
  }
}

/// A sum of numbers of which only the logarithms are known.
private struct LogarithmicSum {
  private(set) var value: Double

  init(_ value: Double) {
    self.value = value
  }

  @inline(__always)
  mutating func add(_ other: Double) {
    let (more, less) = (max(value, other), min(value, other))
    // What is less than a millionth of a millionth adds nothing. Terms are large, so they are
    // summed in double; their ratios are not.
    value = less < more - 28 ? more : more + Double(log1pf(expf(Float(less - more))))
  }
}
