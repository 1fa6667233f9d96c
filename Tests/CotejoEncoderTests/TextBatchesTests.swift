import CotejoTestSupport
import Testing

@testable import CotejoEncoder

struct TextBatchesTests {
  @Test func `every text is in one batch, and batches keep to their bounds`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let texts = (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in
        EncodableText(Array(generator.text(upTo: 60).utf8)[...], limit: 200)
      }
      let most = Int.random(in: 1...9, using: &generator)
      let bytes = Int.random(in: 1...300, using: &generator)
      let ranges = TextBatches.ranges(texts, texts: most, bytes: bytes)
      #expect(ranges.flatMap { Array($0) } == Array(texts.indices))
      for range in ranges {
        let size = texts[range].reduce(0) { $0 + $1.bytes.count }
        #expect(!range.isEmpty && range.count <= most)
        #expect(size <= bytes || range.count == 1)
      }
      // No two that follow one another would fit in one.
      for (left, right) in zip(ranges, ranges.dropFirst()) {
        let size =
          texts[left].reduce(0) { $0 + $1.bytes.count } + texts[right.lowerBound].bytes.count
        #expect(left.count == most || size > bytes)
      }
    }
  }
}
