import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct SimilarityTableTests {
  private static func vectors(
    _ count: Int, dimension: Int = 11, _ generator: inout SeededGenerator
  ) -> SentenceVectors {
    var vectors = SentenceVectors(dimension: dimension)
    for _ in 0..<count {
      let isBlank = Int.random(in: 0..<8, using: &generator) == 0
      vectors.append(
        isBlank
          ? nil : (0..<dimension).map { _ in Float.random(in: -0.5...1, using: &generator) })
    }
    return vectors
  }

  /// The definition, sentence by sentence.
  private static func similarity(
    _ pair: SentencePairVectors, _ lengths: ([Int32], [Int32]), _ a: Range<Int>, _ b: Range<Int>
  ) -> Float {
    func sum(_ side: SentenceVectors, _ lengths: [Int32], _ range: Range<Int>) -> [Float] {
      range.reduce(into: [Float](repeating: 0, count: side.dimension)) { sum, sentence in
        for (index, number) in side.vector(sentence).enumerated() {
          sum[index] += number * Float(lengths[sentence])
        }
      }
    }
    func product(_ a: some Collection<Float>, _ b: some Collection<Float>) -> Float {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    func cosine(_ a: [Float], _ b: some Collection<Float>) -> Float {
      let norms = (product(a, a) * product(b, b)).squareRoot()
      return norms > 0 ? product(a, b) / norms : 0
    }
    let (left, right) = (sum(pair.source, lengths.0, a), sum(pair.target, lengths.1, b))
    func strangers(_ vector: [Float], _ side: SentenceVectors) -> Float {
      (0..<side.count).reduce(0) { $0 + cosine(vector, side.vector($1)) } / Float(side.count)
    }
    let mean = (strangers(left, pair.target) + strangers(right, pair.source)) / 2
    return (cosine(left, right) - mean) / max(0.05, 1 - mean)
  }

  @Test func `sums of products give the similarity of every bead`() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<10 {
      let rows = Int.random(in: 1...7, using: &generator)
      let columns = Int.random(in: 1...7, using: &generator)
      let pair = SentencePairVectors(
        source: Self.vectors(rows, &generator), target: Self.vectors(columns, &generator))
      let lengths = (
        (0..<rows).map { _ in Int32.random(in: 1...90, using: &generator) },
        (0..<columns).map { _ in Int32.random(in: 1...90, using: &generator) }
      )
      let corridor = SmallGrid.corridor(rows: rows, columns: columns, &generator)
      let table = SimilarityTable(
        pair, corridor, sourceLengths: lengths.0, targetLengths: lengths.1)
      for row in 1...rows {
        for column in corridor.columns(of: row) where column > 0 {
          let widest = min(4, column - Int(corridor.lower[row]) + 1, column)
          var sums = SimilarityTable.Sums()
          for a in 1...min(4, row) where corridor.contains(row - a + 1, column) {
            let cell = corridor.cell(row - a + 1, column)
            table.add(cell, widest: widest, row, column, a, to: &sums)
            let similarities = table.similarities(sums.together, row, column, a)
            let scores = table.scores(sums, row, column, a)
            for b in 1...widest {
              let (left, right) = (row - a..<row, column - b..<column)
              func similarity(_ a: Range<Int>, _ b: Range<Int>) -> Float {
                table.scale * Self.similarity(pair, lengths, a, b)
              }
              let expected = similarity(left, right)
              #expect(abs(similarities[b - 1] - expected) < 0.002)
              var members: [Float] = []
              if a > 1 { members += left.map { similarity($0..<$0 + 1, right) } }
              if b > 1 { members += right.map { similarity(left, $0..<$0 + 1) } }
              let lacking = members.reduce(0) {
                $0 + max(0, SimilarityTable.memberSimilarity - $1)
              }
              let score =
                SimilarityTable.weight * (expected - SimilarityTable.offset)
                - SimilarityTable.shortfallCost * lacking
              #expect(abs(scores[b - 1] - score) < 0.005)
            }
          }
        }
      }
    }
  }

  @Test func `vectors tell apart what words do not`() throws {
    let source = try IndexedText((0..<12).map { "uno dos tres \($0 % 2 == 0 ? "a" : "b")" })
    let target = try IndexedText((0..<10).map { "one two three \($0 % 2 == 0 ? "c" : "d")" }, "en")
    var (left, right) = (SentenceVectors(dimension: 12), SentenceVectors(dimension: 12))
    // The fourth and the ninth sentence are left out.
    for sentence in 0..<12 {
      let vector: [Float] = (0..<12).map { $0 == sentence ? 1 : 0.5 }
      left.append(vector)
      if sentence != 3, sentence != 8 { right.append(vector) }
    }
    let beads = SentenceAligner(lexicons: []).align(
      source, target, vectors: SentencePairVectors(source: left, target: right))
    #expect(beads.covers(12, 10))
    let omitted = beads.filter(\.target.isEmpty).map(\.source)
    #expect(omitted == [3..<4, 8..<9])
  }

  @Test func `a sentence that is like none of a bead stays out of it`() throws {
    // Words say nothing at all; the third sentence of the rendering renders nothing.
    let source = try IndexedText((0..<8).map { "uno dos tres \($0)x" })
    let target = try IndexedText((0..<9).map { "one two three y\($0)" }, "en")
    var (left, right) = (SentenceVectors(dimension: 12), SentenceVectors(dimension: 12))
    func vector(_ place: Int) -> [Float] { (0..<12).map { $0 == place ? 1 : 0.3 } }
    for sentence in 0..<8 {
      left.append(vector(sentence))
      right.append(vector(sentence))
      if sentence == 1 { right.append(vector(11)) }
    }
    let beads = SentenceAligner(lexicons: []).align(
      source, target, vectors: SentencePairVectors(source: left, target: right))
    #expect(beads.covers(8, 9))
    #expect(beads.filter(\.source.isEmpty).map(\.target) == [2..<3])
  }

  @Test func `blank sides and no sentences are aligned as well`() throws {
    let blank = SentenceVectors(dimension: 1)
    var generator = SeededGenerator(seed: 13)
    for (rows, columns) in [(0, 0), (0, 3), (3, 0), (2, 3)] {
      var left = blank
      for _ in 0..<rows { left.append(nil) }
      let pair = SentencePairVectors(source: left, target: Self.vectors(columns, &generator))
      let beads = SentenceAligner(lexicons: []).align(
        try IndexedText(Array(repeating: "", count: rows)),
        try IndexedText(Array(repeating: "a b c", count: columns)), vectors: pair)
      #expect(beads.covers(rows, columns))
    }
  }
}
