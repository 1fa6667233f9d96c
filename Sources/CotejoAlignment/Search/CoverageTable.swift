internal import Dispatch

/// How much of a sentence's weight finds a match in windows of the other side.
///
/// At the cell (row, column), lane *k* of `source` is the covered weight of source sentence row − 1
/// by the *k* + 1 target sentences that end with column − 1, and lane *k* of `target` that of target
/// sentence column − 1 by the *k* + 1 source sentences that end with row − 1. A word counts once, with
/// its best match in the window. A bead's coverage is then a sum of a few cells.
struct CoverageTable {
  private(set) var source: [SIMD4<Float>]
  private(set) var target: [SIMD4<Float>]

  /// Fills both tables, each on `jobs` threads: a cell is written by the line of its sentence alone.
  ///
  /// A thread gets `leastPart` sentences at the least.
  init(
    _ evidence: WordEvidence, _ corridor: Corridor, jobs: Int = 1, leastPart: Int = usualPart
  ) {
    source = Self.table(
      evidence.source, evidence.target.occurrences, cells: corridor.cells,
      parts: min(jobs, (corridor.rows - 1) / leastPart)
    ) { RowLines(corridor: corridor) }
    target = Self.table(
      evidence.target, evidence.source.occurrences, cells: corridor.cells,
      parts: min(jobs, (corridor.columns - 1) / leastPart)
    ) { ColumnLines(corridor: corridor) }
  }

  /// Fewer sentences than this are not worth a thread.
  static let usualPart = 1000

  private static func table(
    _ side: WordEvidence.Side, _ other: WordOccurrences, cells: Int, parts: Int,
    lines: @Sendable () -> some CoverageLines
  ) -> [SIMD4<Float>] {
    var table = [SIMD4<Float>](repeating: .zero, count: cells)
    let count = side.occurrences.count
    let parts = max(1, parts)
    table.withUnsafeMutableBufferPointer { table in
      nonisolated(unsafe) let table = table
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let share = (count * part / parts)..<(count * (part + 1) / parts)
        var filler = CoverageFiller(side, other)
        filler.fill(table, share, lines())
      }
    }
    return table
  }
}

/// Where the windows of each sentence's line may end, and the cells they have.
private protocol CoverageLines: SendableMetatype {
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
  let corridor: Corridor
  private(set) var low = 0
  private(set) var high = 0
  private var base = 0

  init(corridor: Corridor) {
    self.corridor = corridor
  }

  mutating func advance(to sentence: Int) {
    low = Int(corridor.lower[sentence])
    high = Int(corridor.upper[sentence])
    base = corridor.starts[sentence] - low
  }

  @inline(__always)
  func cell(_ end: Int) -> Int { base + end }
}

/// The lines of target sentences: columns.
private struct ColumnLines: CoverageLines {
  let corridor: Corridor
  private(set) var low = 0
  private(set) var high = 0
  private var column = 0

  init(corridor: Corridor) {
    self.corridor = corridor
  }

  mutating func advance(to sentence: Int) {
    column = sentence
    while Int(corridor.upper[low]) < column { low += 1 }
    while high + 1 < corridor.rows, Int(corridor.lower[high + 1]) <= column { high += 1 }
  }

  @inline(__always)
  func cell(_ end: Int) -> Int { corridor.cell(end, column) }
}

/// Fills lines one after another.
private struct CoverageFiller {
  /// The first place of a word on the other side that windows of the line at hand can reach.
  private struct Cursor {
    /// The sentence there; no sentence number is as high where the word has no further place.
    var sentence: Int32
    var place: Int32
    /// Where the places of the word end.
    var stop: Int32
  }

  private let side: WordEvidence.Side
  private let other: WordOccurrences
  private var cursors: [Cursor]
  /// The best match of the word at hand in each sentence of the other side, 0 for none; as many more
  /// in front as windows are long.
  private var best: [Float]
  /// The sentences where it has one.
  private var places: [Int32]

  /// The most sentences of a window.
  private static let longest = 4

  init(_ side: WordEvidence.Side, _ other: WordOccurrences) {
    self.side = side
    self.other = other
    // Before any sentence: a cursor is set when its word is first asked for.
    cursors = (0..<Int32(other.vocabulary)).map {
      Cursor(sentence: -1, place: -1, stop: Int32(other.range(of: $0).upperBound))
    }
    best = [Float](repeating: 0, count: other.count + 2 * Self.longest)
    places = [Int32](repeating: 0, count: other.count)
  }

  /// Adds the lines of some sentences to a table.
  mutating func fill(
    _ table: UnsafeMutableBufferPointer<SIMD4<Float>>, _ share: Range<Int>,
    _ lines: some CoverageLines
  ) {
    var lines = lines
    // A span of a stored property would hold all of `self`.
    let side = side
    let matches = side.matches.matches.span
    for sentence in share {
      lines.advance(to: sentence + 1)
      let first = Int32(max(0, lines.low - Self.longest))
      let last = Int32(lines.high)
      for index in side.occurrences.wordRange(of: sentence) {
        let (word, weight) = side.weighted(index)
        var found = 0
        for match in side.matches.range(of: word) {
          found = note(matches[match], from: first, before: last, found)
        }
        add(found, weight, lines, table)
      }
    }
  }

  /// Notes where a match stands in the sentences of a range; gives how many places there are then.
  @inline(__always)
  private mutating func note(
    _ match: MatchTable.Match, from first: Int32, before last: Int32, _ found: Int
  ) -> Int {
    var found = found
    var cursor = cursors[Int(match.word)]
    if cursor.sentence < first {
      cursor = moved(cursor, match.word, to: first)
      cursors[Int(match.word)] = cursor
    }
    while cursor.sentence < last {
      let old = best[Int(cursor.sentence) + Self.longest]
      if old == 0 {
        places[found] = cursor.sentence
        found += 1
      }
      if match.strength > old { best[Int(cursor.sentence) + Self.longest] = match.strength }
      cursor.place += 1
      if cursor.place == cursor.stop { break }
      cursor.sentence = other.sentences[Int(cursor.place)]
    }
    return found
  }

  /// A cursor at the first place of its word in or behind a sentence.
  private func moved(_ cursor: Cursor, _ word: Int32, to sentence: Int32) -> Cursor {
    var cursor = cursor
    if cursor.place < 0 {
      cursor.place = Int32(other.firstPlace(of: word, from: Int(sentence)))
    } else {
      // A step at a time: all steps of a line are no more than the places there are.
      while cursor.place < cursor.stop, other.sentences[Int(cursor.place)] < sentence {
        cursor.place += 1
      }
    }
    cursor.sentence = cursor.place < cursor.stop ? other.sentences[Int(cursor.place)] : .max
    return cursor
  }

  /// Adds what a word that has matches in `found` places covers, and forgets them.
  @inline(__always)
  private mutating func add(
    _ found: Int, _ weight: Float, _ lines: some CoverageLines,
    _ table: UnsafeMutableBufferPointer<SIMD4<Float>>
  ) {
    for index in 0..<found {
      let sentence = Int(places[index])
      // The best match of windows of one to four sentences that end with this one.
      let place = sentence + Self.longest
      let one = best[place]
      let two = max(one, best[place - 1])
      let three = max(two, best[place - 2])
      var covered = SIMD4(one, two, three, max(three, best[place - 3])) * weight
      for ahead in 1...Self.longest {
        let end = sentence + ahead
        if end > lines.high { break }
        if end >= lines.low { table[lines.cell(end)] += covered }
        // Windows that reach farther are those of the next place.
        if best[place + ahead] != 0 { break }
        covered = SIMD4(0, covered[0], covered[1], covered[2])
      }
    }
    for index in 0..<found { best[Int(places[index]) + Self.longest] = 0 }
  }
}
