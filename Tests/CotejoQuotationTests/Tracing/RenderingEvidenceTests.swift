import CotejoAlignment
import CotejoLexicon
import Testing

@testable import CotejoQuotation

struct RenderingEvidenceTests {
  /// What each quotation word may render, with its strength.
  private func matches(_ side: SideBySide, _ index: Int) -> [String: Float] {
    let matches = side.evidence.matches
    return matches.matches[matches.range(of: side.quotation.sequence.words[index])]
      .reduce(into: [:]) { $0[side.source.vocabulary[$1.word]] = $1.strength }
  }

  @Test func `a lexicon, names and numbers tell what renders what`() throws {
    let side = try SideBySide(
      "bread Quito 1,250", in: "pan Quito 1.250 luna", from: "es", to: "en")
    #expect(Set(matches(side, 0).keys) == ["pan"])
    #expect(matches(side, 1)["quito"] == 1 && matches(side, 2)["1250"] == 1)
    #expect(side.evidence.isRendering)
  }

  @Test func `other forms of a translation and words alike match more weakly`() throws {
    let side = try SideBySide("walls", in: "pared", from: "es", to: "en")
    let strength = try #require(matches(side, 0)["pared"])
    #expect(strength > 0 && strength < 1)
  }

  @Test func `in one language the same word is the same word, however short`() throws {
    let side = try SideBySide("no sé", in: "no sé nada")
    #expect(matches(side, 0)["no"] == 1 && matches(side, 1)["sé"] == 1)
    #expect(!side.evidence.isRendering)
  }

  @Test func `what a quotation tells is without insertions`() throws {
    let text = "pan blanco caliente"
    let plain = try SideBySide("pan caliente", in: text)
    let inserted = try SideBySide("pan [señorial] caliente", in: text)
    #expect(plain.evidence.told(by: plain.quotation) > 0)
    #expect(
      plain.evidence.told(by: plain.quotation) == inserted.evidence.told(by: inserted.quotation))
  }

  @Test func `a link is worth what the word tells that tells less`() throws {
    let side = try SideBySide("pan", in: "pan pan pan pan luna")
    let word = side.quotation.sequence.words[0]
    let match = try #require(
      side.evidence.matches.matches[side.evidence.matches.range(of: word)].first)
    let worth = side.evidence.worth(of: match, for: word)
    #expect(worth <= side.evidence.quotationWeights[Int(word)])
    #expect(worth <= side.evidence.sourceWeights[Int(match.word)] && worth > 0)
  }
}
