import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct WordLinkerTests {
  @Test func `support is the strength of the likeliest word of the other side`() {
    var generator = SeededGenerator(seed: 52)
    let words = ["nacional", "national", "nación", "nation", "2", "alto", "altos", "sol", "solo"]
    for _ in 0..<40 {
      var (left, right) = (Vocabulary(), Vocabulary())
      let source = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        Int.random(in: 0..<8, using: &generator) == 0
          ? -1 : left.intern(Array(words.randomElement(using: &generator)!.utf8).span)
      }
      let target = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        right.intern(Array(words.randomElement(using: &generator)!.utf8).span)
      }
      let evidence = LinkEvidence(left, right, lexicons: [])
      let linker = WordLinker(source[...], target[...], evidence)
      func strength(_ one: Int32, _ other: Int32) -> Float {
        guard one >= 0 else { return 0 }
        return evidence.matches.matches[evidence.matches.range(of: one)]
          .first { $0.word == other }?.strength ?? 0
      }
      #expect(
        linker.support.source == source.map { one in target.map { strength(one, $0) }.max() ?? 0 })
      #expect(
        linker.support.target == target.map { one in source.map { strength($0, one) }.max() ?? 0 })
      for link in linker.links() {
        #expect(linker.support.source[Int(link.source)] >= link.strength)
      }
    }
  }
}
