import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct LexiconTrainerTests {
  @Test func `there is nothing to learn from nothing`() throws {
    for bitext in [Bitext(), try Bitext([("…", "one"), ("uno", "")])] {
      let error = #expect(throws: LexiconError.self) {
        try LexiconTrainer().train(on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
      }
      #expect(error?.code == .training)
    }
  }

  @Test func `a pair is enough`() throws {
    let lexicon = try LexiconTrainer().train(
      on: Bitext([("hola", "hello")]), source: LanguageTag("es"), target: LanguageTag("en"))
    #expect(lexicon.translations(of: 0, .source) == [Lexicon.Translation(word: 0, probability: 1)])
    #expect(lexicon.totalMentions == (1, 1))
  }

  @Test func `the same text gives the same bytes for any number of jobs`() throws {
    var generator = SeededGenerator(seed: 20)
    let bitext = try Bitext(
      (0..<300).map { _ in
        (generator.sentence(of: 80, length: 1...8), generator.sentence(of: 80, length: 1...8))
      })
    let sums = try [1, 2, 5, 1].map { jobs in
      var trainer = LexiconTrainer()
      trainer.jobs = jobs
      trainer.iterations = 3
      return try trainer.train(
        on: bitext, source: LanguageTag("es"), target: LanguageTag("en")
      ).checksum
    }
    #expect(Set(sums).count == 1)
    let other = try LexiconTrainer().train(
      on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
    #expect(other.checksum != sums[0])
  }

  @Test func `a word keeps as many translations as was asked for, the best`() throws {
    let bitext = try Bitext(Farm.pairs)
    var trainer = LexiconTrainer()
    trainer.iterations = 1
    let all = try trainer.train(on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
    trainer.mostTranslations = 2
    let few = try trainer.train(on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
    var longest = 0
    for side in [Lexicon.Side.source, .target] {
      for word in 0..<Int32(all.count(side)) {
        let whole = all.translations(of: word, side)
        longest = max(longest, whole.count)
        #expect(few.translations(of: word, side) == Array(whole.prefix(2)))
      }
    }
    #expect(longest > 2)
    #expect(longest <= 12)
  }

  @Test func `pairs that were thinned out leave no word without a mention`() throws {
    var generator = SeededGenerator(seed: 21)
    let bitext = try Bitext(
      (0..<300).map { _ in
        (generator.sentence(of: 2000, length: 1...8), generator.sentence(of: 2000, length: 1...8))
      }, mostTokenPairs: 1500)
    let lexicon = try LexiconTrainer().train(
      on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
    for side in [Lexicon.Side.source, .target] {
      #expect(lexicon.count(side) > 50)
      #expect((0..<Int32(lexicon.count(side))).allSatisfy { lexicon.mentions($0, side) > 0 })
    }
  }
}
