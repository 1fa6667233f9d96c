/// Finds the best chain of beads through a corridor, row by row.
///
/// Of the scores it keeps those of the last rows. The steps that led to the cells are kept until all
/// chains that may still become the best agree on them: then they are handed out, and the memory that
/// a search takes does not grow with the texts.
struct BeadSearch {
  /// Consumes sentences of both sides at once.
  struct Step: Hashable {
    var source: Int
    var target: Int
  }

  /// The last cell of a row that beads reach back from, and the row itself.
  private static let keptRows = BeadModel.mostOnASide + 1
  /// Cells in front of a row and behind it that no chain reaches, so that none needs a test.
  private static let padding = BeadModel.mostOnASide

  private let corridor: Corridor
  /// The scores of the last rows, each at `row % keptRows`.
  ///
  /// In double: the scores of a long text would leave a float no digits for a bead.
  private var scores: [Double]
  private let stride: Int
  /// The step that leads to each cell from `firstRow` on: source sentences in the upper half, target
  /// in the lower.
  private var steps: [UInt8] = []
  private var firstRow = 0
  /// How many rows were searched.
  private(set) var rows = 0
  /// The cell up to which the steps were handed out.
  private(set) var decided = (row: 0, column: 0)

  init(corridor: Corridor) {
    self.corridor = corridor
    stride = corridor.widest + 2 * Self.padding
    scores = [Double](repeating: -.infinity, count: stride * Self.keptRows)
  }

  /// How many cells have steps that were not handed out.
  var heldCells: Int { steps.count }

  /// Where the score of column 0 of a row would be, if the row reached it.
  @inline(__always)
  private func origin(of row: Int) -> Int {
    row % Self.keptRows * stride + Self.padding - Int(corridor.lower[row])
  }

  /// Searches the rows up to `end`, which a model must have in sight.
  mutating func advance(to end: Int, _ model: borrowing BeadModel) {
    steps.reserveCapacity(corridor.starts[end] - corridor.starts[firstRow])
    for row in rows..<end {
      let columns = corridor.columns(of: row)
      let origin = origin(of: row)
      for pad in 1...Self.padding {
        scores[origin + columns.lowerBound - pad] = -.infinity
        scores[origin + columns.upperBound + pad] = -.infinity
      }
      for column in columns {
        let (score, step) = best(row, column, origin, model)
        scores[origin + column] = score
        steps.append(step)
      }
    }
    rows = end
  }

  /// The score of the best chain to a cell, and its last step.
  @inline(__always)
  private func best(
    _ row: Int, _ column: Int, _ origin: Int, _ model: borrowing BeadModel
  ) -> (Double, UInt8) {
    guard row > 0 || column > 0 else { return (0, 0) }
    // Rows are padded, and steps that would leave the padding were looked out for.
    let scores = scores.span
    let null = Double(model.nullScore)
    var best = -Double.infinity
    var step: UInt8 = 0
    if row > 0, column <= Int(corridor.upper[row - 1]) {
      best = scores[unchecked: self.origin(of: row - 1) + column] + null
      step = 0x10
    }
    let across = scores[unchecked: origin + column - 1] + null
    if across > best { (best, step) = (across, 1) }
    let beads = model.scores(endingAt: row, column, in: corridor)
    var a = 1
    while a <= BeadModel.mostOnASide, a <= row {
      // The padding answers for cells near the row before; what lies farther off is not reached.
      guard column - 1 - Int(corridor.upper[row - a]) < Self.padding else { break }
      let place = self.origin(of: row - a) + column
      if column - BeadModel.mostOnASide >= Int(corridor.lower[row - a]) - Self.padding {
        let sums =
          SIMD4(
            scores[unchecked: place &- 1], scores[unchecked: place &- 2],
            scores[unchecked: place &- 3], scores[unchecked: place &- 4])
          + SIMD4<Double>(beads[a])
        let most = max(max(sums[0], sums[1]), max(sums[2], sums[3]))
        if most > best {
          best = most
          let b = most == sums[0] ? 1 : most == sums[1] ? 2 : most == sums[2] ? 3 : 4
          step = UInt8(a << 4 | b)
        }
      }
      a += 1
    }
    return (best, step)
  }

  /// The best chain of steps from the start of both texts to their ends, all rows in sight.
  static func best(in corridor: Corridor, _ model: borrowing BeadModel) -> [Step] {
    var search = BeadSearch(corridor: corridor)
    search.advance(to: corridor.rows, model)
    return search.takeSteps()
  }

  /// Hands out the steps that are decided: up to the end when all rows were searched, and before to the
  /// last cell that every chain passes which may still become the best.
  mutating func takeSteps() -> [Step] {
    if rows == corridor.rows { return takeSteps(to: (rows - 1, corridor.columns - 1)) }
    guard let junction else { return [] }
    return takeSteps(to: junction)
  }

  /// Hands out the steps of the best chain so far, and gives up all others.
  mutating func takeBestSteps() -> [Step] {
    let row = rows - 1
    let origin = origin(of: row)
    let columns = corridor.columns(of: row)
    var best = columns.lowerBound
    for column in columns where scores[origin + column] > scores[origin + best] { best = column }
    let score = scores[origin + best]
    for index in scores.indices { scores[index] = -.infinity }
    scores[origin + best] = score
    return takeSteps(to: (row, best))
  }

  /// The last cell that all chains to the last rows have in common; nil if that is the decided one.
  private var junction: (row: Int, column: Int)? {
    var isPassed = [Bool](repeating: false, count: steps.count)
    let base = corridor.starts[firstRow]
    var open = 0
    var row = rows - 1
    while row > decided.row {
      for column in corridor.columns(of: row).reversed() {
        let place = corridor.cell(row, column) - base
        // Beads behind the last row start from any cell of these.
        let isEnd = row >= rows - BeadModel.mostOnASide && steps[place] != 0
        guard isPassed[place] || isEnd else { continue }
        if isPassed[place] { open -= 1 }
        if open == 0, row < rows - BeadModel.mostOnASide { return (row, column) }
        let step = steps[place]
        let start = corridor.cell(row - Int(step >> 4), column - Int(step & 15)) - base
        if !isPassed[start] {
          isPassed[start] = true
          open += 1
        }
      }
      row -= 1
    }
    return nil
  }

  private mutating func takeSteps(to end: (row: Int, column: Int)) -> [Step] {
    let base = corridor.starts[firstRow]
    var chain: [Step] = []
    var (row, column) = end
    while row > decided.row || column > decided.column {
      let step = steps[corridor.cell(row, column) - base]
      chain.append(Step(source: Int(step >> 4), target: Int(step & 15)))
      row -= Int(step >> 4)
      column -= Int(step & 15)
    }
    decided = end
    steps.removeFirst(corridor.starts[end.row] - base)
    firstRow = end.row
    return chain.reversed()
  }
}
