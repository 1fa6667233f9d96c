internal import Dispatch

/// How much of a sentence's weight finds a match in windows of the other side.
///
/// At the cell (row, column), lane *k* of `source` is the covered weight of source sentence row − 1
/// by the *k* + 1 target sentences that end with column − 1, and lane *k* of `target` that of target
/// sentence column − 1 by the *k* + 1 source sentences that end with row − 1. A word counts once, with
/// its best match in the window. A bead's coverage is then a sum of a few cells.
///
/// The table holds some rows of the corridor at a time and moves down it: 32 bytes for each of their
/// cells.
struct CoverageTable {
  /// The values of the cells at hand, by the number of a cell in the corridor; no other cell may be
  /// asked for.
  struct Cells: Equatable {
    private(set) var values: [SIMD4<Float>] = []
    /// The number of the first.
    private(set) var base = 0

    @inline(__always)
    subscript(cell: Int) -> SIMD4<Float> { values.span[unchecked: cell &- base] }

    /// Drops the cells in front of `range`, and appends zeros up to its end.
    fileprivate mutating func move(to range: Range<Int>) {
      let kept = max(0, base + values.count - range.lowerBound)
      values.removeFirst(values.count - kept)
      values.append(contentsOf: repeatElement(.zero, count: range.count - kept))
      base = range.lowerBound
    }

    fileprivate mutating func fill(_ body: (UnsafeMutableBufferPointer<SIMD4<Float>>) -> Void) {
      values.withUnsafeMutableBufferPointer { body($0) }
    }
  }

  private(set) var source = Cells()
  private(set) var target = Cells()
  /// The rows at hand.
  private(set) var rows = 0..<0
  private let corridor: Corridor
  private let leastPart: Int
  /// Those of each thread, which remember where words were last met.
  private var sourceFillers: [CoverageFiller]
  private var targetFillers: [CoverageFiller]

  /// Fewer sentences than this are not worth a thread.
  static let usualPart = 1000

  /// Makes an empty table, to be filled on `jobs` threads: a cell is written by the line of its
  /// sentence alone.
  ///
  /// A thread gets `leastPart` sentences at the least.
  init(
    _ evidence: WordEvidence, _ corridor: Corridor, jobs: Int = 1, leastPart: Int = usualPart
  ) {
    self.corridor = corridor
    self.leastPart = leastPart
    let jobs = max(1, jobs)
    sourceFillers = (0..<jobs).map { _ in
      CoverageFiller(evidence.source, evidence.target.occurrences)
    }
    targetFillers = (0..<jobs).map { _ in
      CoverageFiller(evidence.target, evidence.source.occurrences)
    }
  }

  /// Moves to other rows, which may not begin before those at hand nor end before them.
  mutating func move(to rows: Range<Int>) {
    let new = max(self.rows.upperBound, rows.lowerBound)..<rows.upperBound
    let cells = corridor.starts[rows.lowerBound]..<corridor.starts[rows.upperBound]
    source.move(to: cells)
    target.move(to: cells)
    self.rows = rows
    guard !new.isEmpty else { return }
    let (corridor, leastPart, base) = (corridor, leastPart, cells.lowerBound)
    source.fill { table in
      Self.fill(
        table, max(0, new.lowerBound - 1)..<(new.upperBound - 1), &sourceFillers, leastPart
      ) { RowLines(corridor: corridor, base: base) }
    }
    let columns =
      max(0, Int(corridor.lower[new.lowerBound]) - 1)..<Int(corridor.upper[new.upperBound - 1])
    target.fill { table in
      Self.fill(table, columns, &targetFillers, leastPart) {
        ColumnLines(corridor: corridor, base: base, rows: new)
      }
    }
  }

  /// Adds the lines of some sentences to a table.
  private static func fill(
    _ table: UnsafeMutableBufferPointer<SIMD4<Float>>, _ sentences: Range<Int>,
    _ fillers: inout [CoverageFiller], _ leastPart: Int,
    lines: @Sendable () -> some CoverageLines
  ) {
    let parts = max(1, min(fillers.count, sentences.count / leastPart))
    fillers.withUnsafeMutableBufferPointer { fillers in
      nonisolated(unsafe) let (table, fillers) = (table, fillers)
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let start = sentences.lowerBound + sentences.count * part / parts
        let end = sentences.lowerBound + sentences.count * (part + 1) / parts
        fillers[part].fill(table, start..<end, lines())
      }
    }
  }
}

/// Where the windows of each sentence's line may end, and the cells they have.
protocol CoverageLines: SendableMetatype {
  /// The lowest and the highest end of a window on the line at hand.
  var low: Int { get }
  var high: Int { get }
  /// Goes on to the line of a sentence, numbered from 1; never back.
  mutating func advance(to sentence: Int)
  /// The cell of a window on the line at hand by its end.
  func cell(_ end: Int) -> Int
}

/// The lines of source sentences: rows, whose cells lie side by side.
private struct RowLines: CoverageLines {
  private let corridor: Corridor
  private(set) var low = 0
  private(set) var high = 0
  /// The number of the table's first cell, and of what would be column 0 of the line in the table.
  private let base: Int
  private var origin = 0

  init(corridor: Corridor, base: Int) {
    self.corridor = corridor
    self.base = base
  }

  mutating func advance(to sentence: Int) {
    low = Int(corridor.lower[sentence])
    high = Int(corridor.upper[sentence])
    origin = corridor.starts[sentence] - low - base
  }

  @inline(__always)
  func cell(_ end: Int) -> Int { origin &+ end }
}

/// The lines of target sentences: columns, as far as some rows have them.
private struct ColumnLines: CoverageLines {
  private let corridor: Corridor
  private let base: Int
  private let end: Int
  private(set) var low: Int
  private(set) var high: Int
  private var column = 0

  init(corridor: Corridor, base: Int, rows: Range<Int>) {
    self.corridor = corridor
    self.base = base
    end = rows.upperBound
    low = rows.lowerBound
    high = rows.lowerBound
  }

  mutating func advance(to sentence: Int) {
    column = sentence
    while Int(corridor.upper[low]) < column { low += 1 }
    while high + 1 < end, Int(corridor.lower[high + 1]) <= column { high += 1 }
  }

  @inline(__always)
  func cell(_ end: Int) -> Int { corridor.cell(end, column) &- base }
}
