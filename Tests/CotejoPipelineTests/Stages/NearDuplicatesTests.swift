import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct NearDuplicatesTests {
  @Test(arguments: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0])
  func `bands find what is just near enough with 99 %`(_ threshold: Double) {
    let rows = NearDuplicates.rows(threshold)
    var agreeing = 1.0
    for _ in 0..<rows { agreeing *= threshold }
    var missing = 1.0
    for _ in 0..<NearDuplicates.bandCount { missing *= 1 - agreeing }
    #expect(1 - missing >= 0.99)
    #expect((1...8).contains(rows))
  }

  @Test func `similarity is shared members by all`() {
    #expect(NearDuplicates.similarity([1, 2, 3], [2, 3, 4]) == 0.5)
    #expect(NearDuplicates.similarity([], []) == 1)
    #expect(NearDuplicates.similarity([1], []) == 0)
  }

  @Test func `agrees with comparing all pairs`() {
    var random = SeededGenerator(seed: 7)
    let threshold = 0.8
    let rows = NearDuplicates.rows(threshold)
    var index = NearDuplicates(threshold: threshold)
    var kept: [ShingleSet] = []
    var missed = 0
    var found = 0
    var templates: [[Int]] = []
    for _ in 0..<40 {
      templates.append((0..<25).map { _ in Int.random(in: 0..<500, using: &random) })
    }
    for _ in 0..<400 {
      var words = templates.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        words[Int.random(in: words.indices, using: &random)] = Int.random(
          in: 0..<500, using: &random)
      }
      let set = NearDuplicates.shingles(
        Array(words.map(String.init).joined(separator: " ").utf8), rows: rows)
      let expected = kept.firstIndex {
        NearDuplicates.similarity($0.shingles, set.shingles) >= threshold
      }
      let answer = index.find(set)
      if let answer {
        // What is found is always near enough.
        #expect(NearDuplicates.similarity(kept[answer].shingles, set.shingles) >= threshold)
        found += 1
      } else {
        if expected != nil { missed += 1 }
        kept.append(set)
        index.add(set)
      }
    }
    #expect(found > 100)
    #expect(missed * 50 <= found)
  }

  @Test func `hashes are the same in every run`() {
    let set = NearDuplicates.shingles(Array("uno dos tres".utf8), rows: 8)
    #expect(set.shingles.count == 4)
    #expect(set.bands.count == 16)
    #expect(TextHash(Array("hola".utf8).span).high == TextHash(Array("hola".utf8).span).high)
    #expect(set == NearDuplicates.shingles(Array("uno dos tres".utf8), rows: 8))
  }

  @Test func `hashes of many texts differ`() {
    var seen: Set<TextHash> = []
    for length in 0..<40 {
      for byte in UInt8.min...UInt8.max {
        seen.insert(TextHash(([UInt8](repeating: 0, count: length) + [byte]).span))
      }
    }
    #expect(seen.count == 40 * 256)
  }
}
