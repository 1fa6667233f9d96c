/// How much of a sentence's weight finds a match in windows of the other side.
///
/// At the cell (row, column), lane *k* of `source` is the covered weight of source sentence row − 1
/// by the *k* + 1 target sentences that end with column − 1, and lane *k* of `target` that of target
/// sentence column − 1 by the *k* + 1 source sentences that end with row − 1. A word counts once, with
/// its best match in the window. A bead's coverage is then a sum of a few cells.
struct CoverageTable {
  private(set) var source: [SIMD4<Float>]
  private(set) var target: [SIMD4<Float>]

  init(_ evidence: WordEvidence, _ corridor: Corridor) {
    source = [SIMD4<Float>](repeating: .zero, count: corridor.cells)
    target = source
    Self.fill(
      &source, evidence.source, evidence.target.occurrences, count: corridor.rows
    ) { row, _ in
      let low = Int(corridor.lower[row])
      return Line(
        low: low, high: Int(corridor.upper[row]), base: corridor.starts[row] - low, cells: nil)
    }
    Self.fill(
      &target, evidence.target, evidence.source.occurrences, count: corridor.columns
    ) { column, previous in
      var (low, high) = (previous.low, max(0, previous.high))
      while Int(corridor.upper[low]) < column { low += 1 }
      while high + 1 < corridor.rows, Int(corridor.lower[high + 1]) <= column { high += 1 }
      return Line(low: low, high: high, base: column, cells: corridor)
    }
  }

  /// The cells of one sentence: where its windows may end on the other side.
  private struct Line {
    var low: Int
    var high: Int
    var base: Int
    /// Set for a column, whose cells do not lie side by side.
    var cells: Corridor?

    @inline(__always)
    func cell(_ place: Int) -> Int {
      guard let cells else { return base + place }
      return cells.cell(place, base)
    }
  }

  private static func fill(
    _ table: inout [SIMD4<Float>], _ side: WordEvidence.Side, _ other: WordOccurrences, count: Int,
    line: (Int, Line) -> Line
  ) {
    guard count > 1 else { return }
    var window = [SIMD4<Float>](repeating: .zero, count: other.count + 8)
    var touched = [Int32](repeating: 0, count: other.count + 8)
    var place = Line(low: 0, high: 0, base: 0, cells: nil)
    let matches = side.matches.matches.span
    let sentences = other.sentences.span
    var table = table.mutableSpan
    var best = window.mutableSpan
    var places = touched.mutableSpan
    for sentence in 1..<count {
      place = line(sentence, place)
      for index in side.occurrences.wordRange(of: sentence - 1) {
        let (word, weight) = side.weighted(index)
        var found = 0
        for match in side.matches.range(of: word) {
          let strength = matches[match].strength
          var position = other.firstPlace(of: matches[match].word, from: place.low - 4)
          let stop = other.range(of: matches[match].word).upperBound
          while position < stop {
            let sentence = Int(sentences[position])
            if sentence >= place.high { break }
            position += 1
            // A window that ends `ahead` sentences on must be at least that long.
            var reach = SIMD4<Float>(repeating: strength)
            for ahead in 1...4 {
              let end = sentence + ahead
              let old = best[end]
              if old[3] == 0 {
                places[found] = Int32(truncatingIfNeeded: end)
                found += 1
              }
              best[end] = pointwiseMax(old, reach)
              reach[ahead & 3 == 0 ? 0 : ahead - 1] = 0
            }
          }
        }
        for index in 0..<found {
          let end = Int(places[index])
          if end >= place.low, end <= place.high { table[place.cell(end)] += best[end] * weight }
          best[end] = .zero
        }
      }
    }
  }
}
