import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct BilingualDictionaryTests {
  private func dictionary(
    _ entries: [(source: String, target: String, weight: Float)]
  ) throws -> BilingualDictionary {
    var dictionary = BilingualDictionary()
    dictionary.add(
      entries.map(\.weight), from: try IndexedText(entries.map(\.source), "es"),
      try IndexedText(entries.map(\.target), "en"))
    return dictionary
  }

  private func shares(
    of word: String, _ prior: TranslationPrior, _ given: Bitext.Side, _ predicted: Bitext.Side
  ) -> [String: Float] {
    guard let number = given.vocabulary.find(Array(word.utf8).span) else { return [:] }
    var shares: [String: Float] = [:]
    for index in prior.range(of: Int(number)) {
      shares[predicted.vocabulary[prior.predicted[index]]] = prior.shares[index]
    }
    return shares
  }

  @Test func `shares are of a word, in each direction`() throws {
    var bitext = try Bitext([("el arancel", "the tariff")])
    let priors = try dictionary([
      ("Arancel", "tariff", 3), ("arancel", "duty", 1), ("deber", "duty", 1),
    ]).priors(for: &bitext)
    let (source, target) = (bitext.source, bitext.target)
    #expect(
      shares(of: "arancel", priors.forward, source, target) == ["tariff": 0.75, "duty": 0.25])
    #expect(shares(of: "duty", priors.backward, target, source) == ["arancel": 0.5, "deber": 0.5])
    #expect(shares(of: "el", priors.forward, source, target).isEmpty)
    // The words of the text keep their numbers.
    #expect(source.vocabulary[1] == "arancel")
    #expect(source.vocabulary.count == 3)
  }

  @Test func `the words of a phrase share its weight, and entries of the same words are one`()
    throws
  {
    var bitext = Bitext()
    let priors = try dictionary([
      ("mañanera", "press conference", 2), ("mañanera", "conference", 1), ("mañanera", "…", 9),
    ]).priors(for: &bitext)
    let shares = shares(of: "mañanera", priors.forward, bitext.source, bitext.target)
    #expect(shares.count == 2)
    #expect(abs((shares["press"] ?? 0) - 1 / 3) < 1e-6)
    #expect(abs((shares["conference"] ?? 0) - 2 / 3) < 1e-6)
  }

  @Test(arguments: [0, -1, Float.nan, .infinity])
  func `a weight that is none is left out`(_ weight: Float) throws {
    #expect(try dictionary([("uno", "one", weight), ("dos", "two", 1)]).count == 1)
  }

  @Test func `shares sum to one, whatever the entries`() throws {
    var generator = SeededGenerator(seed: 22)
    for size in [1, 10, 300] {
      var entries: [(source: String, target: String, weight: Float)] = []
      for _ in 0..<size {
        entries.append(
          (
            generator.sentence(of: 40, length: 1...3), generator.sentence(of: 40, length: 1...3),
            Float.random(in: 0.001...9, using: &generator)
          ))
      }
      var bitext = Bitext()
      let priors = try dictionary(entries).priors(for: &bitext)
      for (prior, side) in [(priors.forward, bitext.source), (priors.backward, bitext.target)] {
        for word in 0..<side.vocabulary.count {
          let range = prior.range(of: word)
          #expect(!range.isEmpty)
          #expect(abs(prior.shares[range].reduce(0, +) - 1) < 1e-4)
          #expect(zip(prior.predicted[range], prior.predicted[range].dropFirst()).allSatisfy(<))
        }
      }
    }
  }
}
