import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct WordOccurrencesTests {
  @Test func `random texts are counted as by hand`() throws {
    var generator = SeededGenerator(seed: 31)
    for size in 0..<25 {
      let text = try IndexedText(generator.sentences(size, of: 15))
      let occurrences = WordOccurrences(text)
      #expect(occurrences.count == size)
      #expect(occurrences.vocabulary == text.vocabulary.count)
      for word in 0..<Int32(text.vocabulary.count) {
        let sentences = (0..<size).filter { text.words[text.range(of: $0)].contains(word) }
        #expect(occurrences.sentences[occurrences.range(of: word)].map { Int($0) } == sentences)
        for sentence in -5..<(size + 5) {
          let first = occurrences.firstPlace(of: word, from: sentence)
          let before = sentences.count { $0 < sentence }
          #expect(first == occurrences.range(of: word).lowerBound + before)
        }
      }
      for sentence in 0..<size {
        let words = Array(text.words[text.range(of: sentence)])
        let range = occurrences.wordRange(of: sentence)
        #expect(Set(occurrences.words[range]) == Set(words))
        #expect(range.count == Set(words).count)
        for index in range {
          let repeats = words.count { $0 == occurrences.words[index] }
          #expect(Int(occurrences.repeats[index]) == repeats)
        }
      }
    }
  }

  @Test func `a word that is repeated without end is counted to 255`() throws {
    let text = try IndexedText([String(repeating: "na ", count: 1000), "na"])
    let occurrences = WordOccurrences(text)
    #expect(occurrences.repeats == [255, 1])
    #expect(occurrences.sentences == [0, 1])
  }
}
