import CotejoLexicon
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoAlignment

struct CorpusLearnerTests {
  private func learn(_ learner: CorpusLearner, jobs: Int = 1) throws -> Lexicon? {
    try learner.learn(source: LanguageTag("es"), target: LanguageTag("en"), jobs: jobs)
  }

  @Test func `nothing added is nothing learnt`() throws {
    var learner = CorpusLearner(beside: [])
    #expect(try learn(learner) == nil)
    let (source, target) = try (IndexedText(["mar", "…"]), IndexedText(["sea", "sun"], "en"))
    learner.add([], source, target)
    learner.add(
      [
        Bead(source: 0..<1, target: 0..<1, score: 0.29),
        Bead(source: 0..<1, target: 0..<0, score: 1), Bead(source: 0..<0, target: 0..<2, score: 1),
        Bead(source: 1..<2, target: 1..<2, score: 1),
      ], source, target)
    #expect(learner.count == 0)
    #expect(try learn(learner) == nil)
  }

  @Test func `confident beads are learnt from, whatever their size`() throws {
    var learner = CorpusLearner(beside: [])
    let (source, target) = try (
      IndexedText(["mar azul", "sol", "luz"]), IndexedText(["blue sea", "sun light"], "en")
    )
    learner.add(
      [
        Bead(source: 0..<1, target: 0..<1, score: 0.3),
        Bead(source: 1..<3, target: 1..<2, score: 0.9),
      ], source, target)
    #expect(learner.count == 2)
    let lexicon = try #require(try learn(learner))
    #expect(lexicon.count(.source) == 4)
    #expect(lexicon.totalMentions == (4, 4))
    // What was met once is hearsay.
    let sun = try #require(try lexicon.find("sol"))
    #expect(lexicon.translations(of: sun, .source).isEmpty)
    for _ in 0..<6 { learner.add([Bead(source: 1..<2, target: 1..<2, score: 1)], source, target) }
    let more = try #require(try learn(learner))
    let found = more.translations(of: try #require(try more.find("sol")), .source)
    #expect(!found.isEmpty)
  }

  @Test func `what is known is not learnt again`() throws {
    let known = try Lexicon.of([("mar", "sea"), ("sol", "sun")])
    var learner = CorpusLearner(beside: [known])
    let (source, target) = try (
      IndexedText(["mar azul", "sol"]), IndexedText(["blue sea", "sun"], "en")
    )
    let beads = (0..<2).map {
      Bead(source: Int32($0)..<Int32($0) + 1, target: Int32($0)..<Int32($0) + 1, score: 1)
    }
    learner.add(beads, source, target)
    // Of the second bead nothing is left.
    #expect(learner.count == 1)
    let lexicon = try #require(try learn(learner))
    #expect(lexicon.count(.source) == 1)
    #expect(try lexicon.find("azul") == 0)
    #expect(lexicon.word(0, .target) == "blue")
  }

  @Test func `what is learnt depends on the text alone, and helps`() throws {
    var generator = SeededGenerator(seed: 53)
    func text(_ numbers: [[Int]], _ letter: String) throws -> IndexedText {
      try IndexedText(
        numbers.map { $0.map { SeededGenerator.word($0, letter) }.joined(separator: " ") })
    }
    let documents = try (0..<20).map { document in
      let numbers = (0..<12).map { sentence in
        generator.sentence(of: 60, length: 3...8) + [1000 + document * 20 + sentence]
      }
      // The last word of each sentence is a name that both sides share.
      let source = try IndexedText(
        numbers.map { words in
          (words.dropLast().map { SeededGenerator.word($0, "x") }
            + [SeededGenerator.word(words[words.count - 1], "z")]).joined(separator: " ")
        })
      let target = try IndexedText(
        numbers.map { words in
          (words.dropLast().map { SeededGenerator.word($0, "y") }
            + [SeededGenerator.word(words[words.count - 1], "z")]).joined(separator: " ")
        }, "en")
      return (source, target)
    }
    func learnt(jobs: Int) throws -> Lexicon {
      var learner = CorpusLearner(beside: [])
      for (source, target) in documents {
        learner.add(SentenceAligner(lexicons: []).align(source, target), source, target)
      }
      #expect(learner.count > 150)
      return try #require(try learn(learner, jobs: jobs))
    }
    let lexicon = try learnt(jobs: 1)
    #expect(try learnt(jobs: 3).checksum == lexicon.checksum)
    // A document without names aligns by what was learnt.
    let numbers = (0..<15).map { _ in generator.sentence(of: 60, length: 5...9) }
    let (source, target) = try (text(numbers, "x"), text(numbers.dropLast(4), "y"))
    let beads = SentenceAligner(lexicons: [lexicon]).align(source, target)
    #expect(beads.prefix(11).allSatisfy { $0.type == "1-1" })
    #expect(beads.dropFirst(11).allSatisfy { $0.type == "1-0" })
  }

  @Test func `where nothing is known, forms of a word are learnt together, in two passes`() throws {
    let known = CorpusLearner(beside: [try Lexicon.of([("mar", "sea")])])
    #expect(known.passes == 1)
    var learner = CorpusLearner(beside: [])
    #expect(learner.passes == 2)
    let (source, target) = try (
      IndexedText(["caminaba", "caminando", "caminaron"]),
      IndexedText(["marchas", "marching", "marched"], "en")
    )
    let beads = (0..<3).map {
      Bead(source: Int32($0)..<Int32($0) + 1, target: Int32($0)..<Int32($0) + 1, score: 1)
    }
    learner.add(beads, source, target)
    let lexicon = try #require(try learn(learner))
    let walked = try #require(try lexicon.find("caminaremos"))
    let translations = lexicon.translations(of: walked, .source)
    #expect(translations.map { lexicon.word($0.word, .target) } == ["march"])
  }
}
