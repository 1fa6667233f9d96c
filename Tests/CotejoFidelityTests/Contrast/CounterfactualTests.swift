import CotejoText
import Testing

@testable import CotejoFidelity

struct CounterfactualTests {

  private static func undone(
    _ type: FindingType, _ source: String, _ target: String, _ words: (String?, String?)
  ) throws -> [[String?]] {
    let pair = try MadePairs.pair(source, target)
    let suspicion = Suspicion(
      type: type, severity: .major, evidence: 0,
      source: words.0.flatMap { MadePairs.span(of: $0, in: source) },
      target: words.1.flatMap { MadePairs.span(of: $0, in: target) }, message: "")
    return Counterfactual.undoing(suspicion, in: pair).map { undone in
      [undone.source, undone.target].map { $0.map { String(decoding: $0, as: UTF8.self) } }
    }
  }

  @Test(arguments: [
    ("La carta llegó.", "The angry letter came.", "angry", "The letter came."),
    ("La carta llegó.", "The letter came, by sea.", "by sea", "The letter came."),
    ("La carta llegó.", "Sadly, the letter came.", "Sadly", "the letter came."),
    ("La carta llegó.", "The letter came today", "today", "The letter came"),
    ("La carta.", "Letter", "Letter", ""),
  ])
  func `an addition is taken out with a blank and a comma`(
    _ source: String, _ target: String, _ words: String, _ expected: String
  ) throws {
    #expect(try Self.undone(.addition, source, target, (nil, words)) == [[nil, expected]])
  }

  @Test func `a denial is taken out of the side that has it`() throws {
    let (es, en) = ("La carta no llegó ayer.", "The letter did not come yesterday.")
    #expect(
      try Self.undone(.polarity, "La carta llegó ayer.", en, ("llegó", "not"))
        == [[nil, "The letter did come yesterday."]])
    #expect(
      try Self.undone(.polarity, es, "The letter came yesterday.", ("no", "came"))
        == [["La carta llegó ayer.", nil]])
    #expect(
      try Self.undone(.polarity, es, "The letter came yesterday.", ("no", nil))
        == [["La carta llegó ayer.", nil]])
  }

  @Test func `a number or name is put back as the original has it`() throws {
    #expect(
      try Self.undone(.number, "Cuesta 43 pesos.", "It costs 34 pesos.", ("43", "34"))
        == [[nil, "It costs 43 pesos."]])
    #expect(
      try Self.undone(.name, "Vino Íñigo Ruiz.", "Paul Hill came.", ("Íñigo Ruiz", "Paul Hill"))
        == [[nil, "Íñigo Ruiz came."]])
    #expect(try Self.undone(.number, "Cuesta 43.", "It costs.", ("43", nil)).isEmpty)
  }

  @Test func `a word is exchanged for its opposites, with its capital`() throws {
    let undone = try Self.undone(
      .opposite, "Dentro llueve.", "Outside it rains.", ("Dentro", "Outside"))
    #expect(undone.contains([nil, "Inside it rains."]))
    #expect(undone.count <= 3)
    #expect(try Self.undone(.opposite, "Llueve.", "It rains.", ("Llueve", "rains")).isEmpty)
  }

  @Test func `what an encoder cannot judge is not undone`() throws {
    #expect(try Self.undone(.tense, "Llueve.", "It rained.", ("Llueve", "rained")).isEmpty)
    #expect(
      try Self.undone(.certainty, "Llueve.", "It may rain.", ("Llueve", "may rain")).isEmpty)
  }
}
