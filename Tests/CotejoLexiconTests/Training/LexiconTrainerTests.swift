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

  private func dictionary(_ entries: [(String, String, Float)]) throws -> BilingualDictionary {
    var dictionary = BilingualDictionary()
    dictionary.add(
      entries.map(\.2), from: try IndexedText(entries.map(\.0), "es"),
      try IndexedText(entries.map(\.1), "en"))
    return dictionary
  }

  private func translations(_ word: String, _ lexicon: Lexicon) throws -> [String: Float] {
    guard let number = try lexicon.find(word) else { return [:] }
    var found: [String: Float] = [:]
    for translation in lexicon.translations(of: number, .source) {
      found[lexicon.word(translation.word, .target)] = translation.probability
    }
    return found
  }

  @Test func `a word that only the dictionary has keeps its shares`() throws {
    let lexicon = try LexiconTrainer().train(
      on: Bitext(Farm.pairs),
      dictionary: dictionary([("cabra", "goat", 3), ("cabra", "nanny", 1)]),
      source: LanguageTag("es"), target: LanguageTag("en"))
    let goat = try translations("cabra", lexicon)
    #expect(abs((goat["goat"] ?? 0) - 0.75) < 0.01)
    #expect(abs((goat["nanny"] ?? 0) - 0.25) < 0.01)
    let number = try #require(try lexicon.find("cabra"))
    #expect(lexicon.mentions(number, .source) == 0)
    let plain = try Farm.lexicon()
    #expect(lexicon.totalMentions == plain.totalMentions)
    #expect(try translations("perro", lexicon) == translations("perro", plain))
  }

  @Test func `text and dictionary decide together`() throws {
    let pairs = (0..<6).map { index in ("el banco \(index)", "the bench \(index)") }
    let known = try dictionary([("banco", "bank", 1)])
    var trainer = LexiconTrainer()
    var shares: [Float] = []
    for links in [Float(0.5), 6, 60] {
      trainer.dictionaryLinks = links
      let lexicon = try trainer.train(
        on: Bitext(pairs), dictionary: known, source: LanguageTag("es"), target: LanguageTag("en"))
      shares.append(try translations("banco", lexicon)["bank"] ?? 0)
    }
    #expect(shares[0] < 0.3)
    #expect((0.3...0.8).contains(shares[1]))
    #expect(shares[2] > 0.8)
  }

  @Test func `a dictionary tells words apart that always stand together`() throws {
    let pairs = Array(repeating: ("alcalde corrupto", "corrupt mayor"), count: 5)
    // Places speak against it: the order is turned round.
    var trainer = LexiconTrainer()
    trainer.dictionaryLinks = 100
    let lexicon = try trainer.train(
      on: Bitext(pairs), dictionary: dictionary([("alcalde", "mayor", 1)]),
      source: LanguageTag("es"), target: LanguageTag("en"))
    let mayor = try translations("alcalde", lexicon)
    #expect((mayor["mayor"] ?? 0) > 2 * (mayor["corrupt"] ?? 0))
    let plain = try trainer.train(
      on: Bitext(pairs), source: LanguageTag("es"), target: LanguageTag("en"))
    let misled = try translations("alcalde", plain)
    #expect((misled["mayor"] ?? 0) < (misled["corrupt"] ?? 0))
  }

  @Test func `rare words go, unless a dictionary has them`() throws {
    var trainer = LexiconTrainer()
    trainer.leastMentions = 3
    let lexicon = try trainer.train(
      on: Bitext(Farm.pairs), dictionary: dictionary([("hierba", "grass", 1)]),
      source: LanguageTag("es"), target: LanguageTag("en"))
    #expect(try lexicon.find("gobierno") == nil)
    #expect(try lexicon.find("gato") != nil)
    #expect(try lexicon.find("hierba") != nil)
    for side in [Lexicon.Side.source, .target] {
      let other: Lexicon.Side = side == .source ? .target : .source
      for word in 0..<Int32(lexicon.count(side)) {
        for translation in lexicon.translations(of: word, side) {
          #expect(translation.word < lexicon.count(other))
        }
      }
    }
    let english = Set((0..<Int32(lexicon.count(.target))).map { lexicon.word($0, .target) })
    #expect(!english.contains("government"))
    #expect(try translations("gato", lexicon).max { $0.value < $1.value }?.key == "cat")
  }
}
