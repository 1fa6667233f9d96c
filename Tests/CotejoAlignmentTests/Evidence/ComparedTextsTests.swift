import CotejoLexicon
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoAlignment

struct ComparedTextsTests {
  private func lexicon(_ pairs: [(String, String)]) throws -> Lexicon {
    var bitext = Bitext()
    let source = try IndexedText(pairs.map(\.0))
    let target = try IndexedText(pairs.map(\.1), "en")
    bitext.add(
      pairs.indices.map { (source: $0..<$0 + 1, target: $0..<$0 + 1) }, from: source, target)
    return try LexiconTrainer().train(
      on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
  }

  @Test func `a lexicon that joins later says as much as one that was there`() throws {
    let first = try lexicon([("el mar", "the sea"), ("el sol", "the sun")])
    let second = try lexicon([("rojo", "red"), ("azul", "blue"), ("mar", "ocean")])
    let source = try IndexedText((0..<40).map { $0 % 3 == 0 ? "el mar rojo" : "sol azul \($0)" })
    let target = try IndexedText(
      (0..<40).map { $0 % 3 == 0 ? "the red sea" : "blue sun \($0)" }, "en")
    for (before, after) in [
      ([], [first, second]), ([first], [first, second]), ([first], [first]),
    ] {
      let texts = ComparedTexts(source, target, lexicons: before)
      let aligner = SentenceAligner(lexicons: after)
      #expect(aligner.align(texts) == aligner.align(source, target))
      #expect(texts.size > 0)
    }
  }

  @Test func `languages are told by a lexicon`() throws {
    let words = (0..<60).map { (SeededGenerator.word($0, "o"), SeededGenerator.word($0, "ing")) }
    let lexicon = try lexicon(words)
    let source = try IndexedText([words.map(\.0).joined(separator: " ")] + words.map(\.0))
    let target = try IndexedText([words.map(\.1).joined(separator: " ")] + words.map(\.1), "en")
    func faults(_ source: IndexedText, _ target: IndexedText) -> [LanguageFit.Fault?] {
      let fit = ComparedTexts(source, target, lexicons: [lexicon]).languageFit
      return [fit?.source.fault, fit?.target.fault]
    }
    #expect(faults(source, target) == [nil, nil])
    #expect(faults(target, source) == [.otherLanguage, .otherLanguage])
    let strange = try IndexedText((0..<120).map { SeededGenerator.word($0, "ush") }, "en")
    #expect(faults(source, strange) == [nil, .neither])
    // Little text, and numbers, say nothing.
    #expect(faults(try IndexedText(["xyzzy"]), try IndexedText([], "en")) == [nil, nil])
    let numbers = try IndexedText((0..<500).map { "\($0)" })
    #expect(faults(numbers, target) == [nil, nil])
    #expect(ComparedTexts(source, target, lexicons: []).languageFit == nil)
  }
}
