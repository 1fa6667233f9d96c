import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct LexiconTextsTests {
  @Test func `a selection tells the words it was made of, and no others`() {
    var generator = SeededGenerator(seed: 41)
    for count in [0, 1, 63, 64, 65, 1000] {
      var numbers: [Int32] = []
      for number in 0..<Int32(count) where Int.random(in: 0..<3, using: &generator) == 0 {
        numbers.append(number)
        if Bool.random(using: &generator) { numbers.append(-1) }
        // Forms of one stem have one number.
        if Bool.random(using: &generator) { numbers += [number, number] }
      }
      numbers.shuffle(using: &generator)
      let selection = WordSelection(numbers, count: count)
      for number in 0..<Int32(count) {
        var found: [Int32] = []
        selection.forEach(number) { found.append($0) }
        let places = numbers.indices.filter { numbers[$0] == number }
        #expect(found.reversed() == places.map { Int32($0) })
      }
    }
  }

  @Test func `words and translations of a whole text are as looked up one by one`() throws {
    let bitext = try Bitext([
      ("El mar azul", "The blue sea"), ("El sol", "The sun"),
      ("El mar y el sol", "The sea and sun"),
    ])
    let lexicon = try LexiconTrainer().train(
      on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
    for lexicon in [lexicon, lexicon.reversed] {
      let text = try IndexedText(["el mar rojo", "sea sun zorro"], lexicon.source.description)
      let other = try IndexedText(["the red sea", "mar sol fox"], lexicon.target.description)
      let numbers = lexicon.numbers(of: text.vocabulary, .source)
      let others = lexicon.numbers(of: other.vocabulary, .target)
      #expect(numbers.contains { $0 >= 0 } && numbers.contains(-1))
      for word in 0..<Int32(text.vocabulary.count) {
        let form = text.vocabulary.pool.span.extracting(text.vocabulary.range(of: word))
        #expect(numbers[Int(word)] == lexicon.find(form, .source) ?? -1)
      }
      var found: [[Float]] = []
      let selection = WordSelection(others, count: lexicon.count(.target))
      lexicon.forEachTranslation(of: numbers, .source, among: selection) {
        found.append([Float($0), Float($1), $2])
      }
      var expected: [[Float]] = []
      for (word, number) in numbers.enumerated() where number >= 0 {
        for translation in lexicon.translations(of: number, .source) {
          guard let place = others.firstIndex(of: translation.word) else { continue }
          expected.append([Float(word), Float(place), translation.probability])
        }
      }
      #expect(found == expected)
      #expect(!found.isEmpty)
    }
  }
}
