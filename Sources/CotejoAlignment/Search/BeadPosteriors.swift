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
  private static let temperature: Float = 0.1
  /// How often the strip itself lies wrong, so that no bead is ever quite sure.
  private static let doubt: Float = 0.03
  /// Sentences to either side of the chain that are summed over.
  private static let reach = 3

  private let corridor: Corridor
  private let model: BeadModel
  /// The columns of each row that belong to the strip.
  private let low: [Int32]
  private let high: [Int32]

  private init(_ chain: [BeadSearch.Step], _ corridor: Corridor, _ model: BeadModel) {
    self.corridor = corridor
    self.model = model
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
    let reach = Int32(Self.reach)
    low = (0..<corridor.rows).map { row in
      max(corridor.lower[row], first[max(0, row - Self.reach)] - reach)
    }
    high = (0..<corridor.rows).map { row in
      min(corridor.upper[row], last[min(corridor.rows - 1, row + Self.reach)] + reach)
    }
  }

  /// The posterior of each step of a chain, 0 to 1.
  static func of(
    _ chain: [BeadSearch.Step], in corridor: Corridor, _ model: BeadModel
  ) -> [Float] {
    let strip = BeadPosteriors(chain, corridor, model)
    // Values of a row are scaled by *e* to minus the row's logarithm, or they would leave the range.
    var forward = [Double](repeating: 0, count: corridor.cells)
    var logarithms = [Double](repeating: 0, count: corridor.rows)
    forward[0] = 1
    for row in 0..<corridor.rows {
      let scale = (0...BeadModel.mostOnASide).map {
        $0 == 0 || row < $0 ? 1 : exp(logarithms[row - $0] - logarithms[max(0, row - 1)])
      }
      var most = row == 0 ? 1.0 : 0
      for column in strip.columns(row) {
        let cell = corridor.cell(row, column)
        var sum = forward[cell]
        model.forEachBead(endingAt: row, column, in: corridor) { a, b, previous, score in
          if strip.contains(row - a, column - b) {
            sum += forward[previous] * scale[a] * weight(score)
          }
        }
        forward[cell] = sum
        most = max(most, sum)
      }
      if row > 0 {
        logarithms[row] = logarithms[row - 1] + log(most)
        for column in strip.columns(row) { forward[corridor.cell(row, column)] /= most }
      } else {
        // Runs of additions before the first source sentence stay in range: null beads weigh < 1.
        logarithms[0] = 0
      }
    }
    var backward = [Double](repeating: 0, count: corridor.cells)
    backward[corridor.cells - 1] = 1
    var tails = [Double](repeating: 0, count: corridor.rows)
    for row in stride(from: corridor.rows - 1, through: 0, by: -1) {
      if row < corridor.rows - 1 {
        var most = 0.0
        for column in strip.columns(row) { most = max(most, backward[corridor.cell(row, column)]) }
        // What flows within the row comes after this; it only adds.
        if most > 0 {
          tails[row] += log(most)
          for column in strip.columns(row) { backward[corridor.cell(row, column)] /= most }
        }
      }
      for column in strip.columns(row).reversed() {
        let value = backward[corridor.cell(row, column)]
        if value == 0 { continue }
        model.forEachBead(endingAt: row, column, in: corridor) { a, b, previous, score in
          guard strip.contains(row - a, column - b) else { return }
          if a > 0, tails[row - a] == 0 { tails[row - a] = tails[row] }
          let factor = a == 0 ? 1 : exp(tails[row] - tails[row - a])
          backward[previous] += value * factor * weight(score)
        }
      }
    }
    let end = corridor.cells - 1
    let total = log(forward[end]) + logarithms[corridor.rows - 1]
    var posteriors: [Float] = []
    var (row, column) = (0, 0)
    for step in chain {
      let start = corridor.cell(row, column)
      let startRow = row
      row += step.source
      column += step.target
      var posterior = 0.0
      model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
        guard a == step.source, b == step.target else { return }
        posterior =
          log(forward[start]) + logarithms[startRow] + Double(score / Self.temperature)
          + log(backward[corridor.cell(row, column)]) + tails[row] - total
      }
      posteriors.append((1 - doubt) * Float(min(1, exp(posterior))) + doubt / 2)
    }
    return posteriors
  }

  private static func weight(_ score: Float) -> Double {
    Double(expf(score / Self.temperature))
  }

  private func columns(_ row: Int) -> ClosedRange<Int> { Int(low[row])...Int(high[row]) }

  @inline(__always)
  private func contains(_ row: Int, _ column: Int) -> Bool {
    column >= Int(low[row]) && column <= Int(high[row])
  }
}
