/// The part of the search grid that is looked at: for each number of source sentences consumed,
/// from 0 to all, the numbers of target sentences that may have been consumed with them.
struct Corridor {
  /// The lowest and highest column of each row; neither ever falls from row to row.
  private(set) var lower: [Int32]
  private(set) var upper: [Int32]
  /// Where the cells of each row begin; one more than there are rows.
  private(set) var starts: [Int] = [0]
  /// The number that the cell of column 0 would have in each row, if the row reached it.
  private var origins: [Int] = []

  /// One more than there are source sentences.
  var rows: Int { lower.count }
  /// One more than there are target sentences.
  var columns: Int { Int(upper[upper.count - 1]) + 1 }
  /// How many cells there are.
  var cells: Int { starts[lower.count] }
  /// The cells of the widest row.
  private(set) var widest = 0

  /// Grids of no more cells than this are searched whole.
  private static let wholeGrid = 10_000
  /// Sentences to either side of the way that stay in sight; fewer where the way is sure.
  private static let margin = 8
  private static let sureMargin = 4
  /// The way is sure where so many anchors in a row follow each other at no more than this distance,
  /// and go on as far on one side as on the other but for so many sentences.
  private static let sure = (anchors: 4, distance: Int32(16), detour: Int32(2))
  /// A stretch between anchors of more cells than this is crossed in a band along its diagonal.
  private static let wholeStretch = 40_000
  /// The half width of that band, in target sentences.
  private static let halfBand = 64

  /// Takes the lowest and the highest column of each row.
  init(lower: [Int32], upper: [Int32]) {
    self.lower = lower
    self.upper = upper
    countCells()
  }

  /// Lays a corridor through the anchors of two texts.
  init(rows sentences: Int, columns: Int, anchors: @autoclosure () -> Anchors) {
    guard sentences * columns > Self.wholeGrid else {
      lower = [Int32](repeating: 0, count: sentences + 1)
      upper = [Int32](repeating: Int32(columns), count: sentences + 1)
      countCells()
      return
    }
    lower = [Int32](repeating: Int32(columns), count: sentences + 1)
    upper = [Int32](repeating: 0, count: sentences + 1)
    let points = anchors().points
    var (row, column) = (0, 0)
    for point in points {
      open(from: (row, column), to: (Int(point.source), Int(point.target)))
      (row, column) = (Int(point.source), Int(point.target))
    }
    open(from: (row, column), to: (sentences, columns))
    widen(columns, Self.margins(points, rows: sentences + 1))
    countCells()
  }

  /// The first rows, which have no more than so many cells but for the last; all cells keep their
  /// numbers.
  func prefix(cells: Int) -> Corridor {
    guard self.cells > cells else { return self }
    let rows = max(min(2, lower.count), starts.prefix { $0 < cells }.count)
    return Corridor(lower: Array(lower[..<rows]), upper: Array(upper[..<rows]))
  }

  /// Opens the stretch between two grid points.
  private mutating func open(from start: (row: Int, column: Int), to end: (row: Int, column: Int)) {
    let height = end.row - start.row
    let width = end.column - start.column
    let isNarrow = height * width > Self.wholeStretch
    for row in start.row...end.row {
      var first = start.column
      var last = end.column
      if isNarrow {
        let middle = start.column + (row - start.row) * width / height
        // Where columns pass faster than rows, a row must reach the next one's band.
        let half = Self.halfBand + width / height
        first = max(first, middle - half)
        last = min(last, middle + half)
      }
      lower[row] = min(lower[row], Int32(first))
      upper[row] = max(upper[row], Int32(last))
    }
  }

  /// The margin of each row: the narrow one inside runs of anchors that agree.
  private static func margins(_ points: [Anchors.Point], rows: Int) -> [UInt8] {
    var margins = [UInt8](repeating: UInt8(margin), count: rows)
    var start = 0
    for index in points.indices {
      let isLast = index + 1 == points.count
      if !isLast, agree(points[index], points[index + 1]) { continue }
      if index - start + 1 >= sure.anchors {
        for row in Int(points[start].source)..<Int(points[index].source) {
          margins[row] = UInt8(sureMargin)
        }
      }
      start = index + 1
    }
    return margins
  }

  private static func agree(_ one: Anchors.Point, _ next: Anchors.Point) -> Bool {
    let (down, across) = (next.source - one.source, next.target - one.target)
    return down <= sure.distance && abs(down - across) <= sure.detour
  }

  /// Keeps the margin of each row on either side of what was opened.
  private mutating func widen(_ columns: Int, _ margins: [UInt8]) {
    let (opened, closed) = (lower, upper)
    for row in lower.indices {
      let margin = Int(margins[row])
      lower[row] = max(0, opened[max(0, row - margin)] - Int32(margin))
      upper[row] = min(Int32(columns), closed[min(closed.count - 1, row + margin)] + Int32(margin))
    }
    // Where the margin changes, a wider row opens those before and behind it.
    for row in lower.indices.dropLast().reversed() { lower[row] = min(lower[row], lower[row + 1]) }
    for row in lower.indices.dropFirst() { upper[row] = max(upper[row], upper[row - 1]) }
  }

  private mutating func countCells() {
    starts.reserveCapacity(lower.count + 1)
    origins.reserveCapacity(lower.count)
    for row in lower.indices {
      origins.append(starts[row] - Int(lower[row]))
      let width = Int(upper[row] - lower[row]) + 1
      starts.append(starts[row] + width)
      widest = max(widest, width)
    }
  }

  /// The columns of a row.
  @inline(__always)
  func columns(of row: Int) -> ClosedRange<Int> { Int(lower[row])...Int(upper[row]) }

  /// Whether a cell of a row that there is may be looked at.
  @inline(__always)
  func contains(_ row: Int, _ column: Int) -> Bool {
    column >= Int(lower.span[unchecked: row]) && column <= Int(upper.span[unchecked: row])
  }

  /// The number of a cell that the corridor contains.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Int { origins.span[unchecked: row] &+ column }
}
