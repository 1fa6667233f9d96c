import CotejoLexicon
import Testing

@testable import CotejoAlignment

struct WordPairsTests {
  private let source: IndexedText
  private let target: IndexedText

  init() throws {
    source = try IndexedText(["El mar azul 1.500 Quito me zorro"])
    target = try IndexedText(["The blue sea 1,500 Quito me fox"], "en")
  }

  private func strengths(_ fill: (inout WordPairs) -> Void) -> [String: [Float]] {
    var pairs = WordPairs()
    fill(&pairs)
    return pairs.all.reduce(into: [:]) { strengths, pair in
      let words = "\(source.vocabulary[pair.source]) \(target.vocabulary[pair.target])"
      strengths[words, default: []].append(pair.strength)
    }
  }

  private func known(_ lexicons: [Lexicon]) -> (KnownWords, KnownWords) {
    (
      KnownWords(source.vocabulary, lexicons, .source),
      KnownWords(target.vocabulary, lexicons, .target)
    )
  }

  @Test func `names and numbers match themselves, short words half`() {
    let found = strengths { $0.addIdentical(source.vocabulary, target.vocabulary) }
    #expect(found == ["1500 1500": [1], "quito quito": [1], "me me": [0.5]])
  }

  @Test func `a lexicon speaks in both directions`() throws {
    let (left, right) = known([try Lexicon.of([("mar", "sea"), ("azul", "blue"), ("sol", "sun")])])
    let found = strengths { $0.addTranslations(left, right) }
    #expect(found == ["mar sea": [1, 1], "azul blue": [1, 1]])
  }

  @Test func `a second lexicon has a say only where the first lacks a word`() throws {
    let first = try Lexicon.of([("mar", "sea"), ("azul", "blue")])
    let second = try Lexicon.of([("mar", "blue"), ("mar", "fox"), ("zorro", "fox")])
    let (left, right) = known([first, second])
    let found = strengths { $0.addTranslations(left, right) }
    // `mar` and `blue` are both known to the first; `fox` is not.
    #expect(found["mar blue"] == nil)
    #expect(found["zorro fox"] != nil)
    #expect(found["mar sea"] == [1, 1])
    let (one, other) = known([second, first])
    let turned = strengths { $0.addTranslations(one, other) }
    #expect(turned["mar blue"] != nil)
  }

  @Test func `known words are those that the lexicon finds`() throws {
    let lexicon = try Lexicon.of([("mar", "sea"), ("quito", "quito"), ("gato", "cat")])
    let (left, right) = known([lexicon])
    #expect(left.count == 7)
    for (words, text) in [(left, source), (right, target)] {
      for word in 0..<Int32(text.vocabulary.count) {
        let form = text.vocabulary.pool.span.extracting(text.vocabulary.range(of: word))
        #expect(words.numbers[0][Int(word)] == lexicon.find(form, words.side) ?? -1)
      }
    }
    var flags = [Bool](repeating: false, count: left.count)
    left.noteKnown(in: 0, &flags)
    #expect(flags.count { $0 } == 2)
  }
}
