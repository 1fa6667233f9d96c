import CotejoTestSupport
import Testing

@testable import CotejoLexicon

struct VocabularyTests {
  private func intern(_ words: [String]) -> (Vocabulary, [Int32]) {
    var vocabulary = Vocabulary()
    let numbers = words.map { vocabulary.intern(Array($0.utf8).span) }
    return (vocabulary, numbers)
  }

  @Test func `words are numbered by their first mention`() {
    let (vocabulary, numbers) = intern(["mar", "sol", "mar", "", "sol", ""])
    #expect(numbers == [0, 1, 0, 2, 1, 2])
    #expect(vocabulary.count == 3)
    #expect((0..<3).map { vocabulary[$0] } == ["mar", "sol", ""])
    #expect(vocabulary.range(of: 1) == 3..<6)
    #expect(vocabulary.range(of: 2) == 6..<6)
  }

  @Test func `what was never interned is not found`() {
    let (vocabulary, _) = intern(["mar"])
    for word in ["", "ma", "mara", "Mar", "sol"] {
      #expect(vocabulary.find(Array(word.utf8).span) == nil)
    }
    #expect(Vocabulary().find([UInt8]().span) == nil)
    #expect(Vocabulary().count == 0)
  }

  @Test func `random words are numbered as a dictionary would, while the table grows`() {
    var generator = SeededGenerator(seed: 11)
    var vocabulary = Vocabulary()
    var reference: [[UInt8]: Int32] = [:]
    for _ in 0..<6000 {
      // Few letters, so that words come again; all bytes, as words need not be UTF-8.
      let word = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        [0, 1, 0x61, 0xFF].randomElement(using: &generator) ?? 0 as UInt8
      }
      let expected = reference[word]
      #expect(vocabulary.find(word.span) == expected)
      let number = vocabulary.intern(word.span)
      #expect(number == expected ?? Int32(reference.count))
      reference[word] = number
    }
    #expect(vocabulary.count == reference.count)
    #expect(reference.count > 1000)
    for (word, number) in reference {
      #expect(Array(vocabulary.pool[vocabulary.range(of: number)]) == word)
      #expect(vocabulary.find(word.span) == number)
    }
  }

  @Test func `words that share a slot are told apart`() {
    // All hash to the same slot of the first table.
    let words = (0..<4000).map { "w\($0)" }.filter {
      wordHash(Array($0.utf8).span) >> 20 & 63 == 17
    }.prefix(25)
    #expect(words.count == 25)
    let (vocabulary, numbers) = intern(Array(words))
    #expect(numbers == Array(0..<25))
    for (number, word) in words.enumerated() {
      #expect(vocabulary.find(Array(word.utf8).span) == Int32(number))
    }
  }

  /// Source: the test vectors of RFC 9923, appendix C, for 64 bits.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c),
      ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func `the hash is FNV-1a`(_ word: String, _ hash: UInt64) {
    #expect(wordHash(Array(word.utf8).span) == hash)
  }
}
