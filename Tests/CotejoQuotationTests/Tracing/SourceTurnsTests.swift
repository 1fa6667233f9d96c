import CotejoText
import Testing

@testable import CotejoQuotation

struct SourceTurnsTests {
  private static let text = """
    Fecha: 2031-03-04

    ALCALDESA MARCELA IBARRA: El agua. La carta dice: «El hielo es frío y nadie lo quiere.»

    PREGUNTA: ¿La luz?

    VOZ DE HOMBRE: El pan.
    """

  /// The turns of the text, and the range of some of its words.
  private func span(of words: String) throws -> TextSpan {
    let range = try #require(Self.text.utf8.firstRange(of: Array(words.utf8)))
    let lower = Self.text.utf8.distance(from: Self.text.startIndex, to: range.lowerBound)
    return TextSpan(Int32(lower), Int32(lower + words.utf8.count))
  }

  private func turns() throws -> SourceTurns { SourceTurns([try transcript(Self.text)]) }

  @Test func `names are found in any transcript`() throws {
    let turns = SourceTurns([try transcript("Nada."), try transcript(Self.text)])
    #expect(turns.hasTurn(of: SpeakerNames.parts(of: "Ibarra")))
    #expect(!turns.hasTurn(of: SpeakerNames.parts(of: "Lugo")))
    #expect(!turns.hasTurn(of: []))
  }

  @Test(
    arguments: [
      ("El agua", "Ibarra", true), ("El agua", "Lugo", false), ("La luz", "Ibarra", false),
      ("2031", "Ibarra", nil), ("El agua", "", nil),
    ] as [(String, String, Bool?)])
  func `whose turn it is`(_ words: String, _ name: String, _ expected: Bool?) throws {
    let offset = try span(of: words).lower
    let speaks = try turns().speaks(SpeakerNames.parts(of: name), in: 0, at: offset)
    #expect(speaks == expected)
  }

  @Test func `a text without labels says nothing`() throws {
    let turns = SourceTurns([try transcript("El agua es de todos.")])
    #expect(turns.speaks(SpeakerNames.parts(of: "Ibarra"), in: 0, at: 3) == nil)
    #expect(turns.source(0, TextSpan(0, 7)).speaker == nil)
  }

  @Test func `a source has the speaker's name or the label`() throws {
    let turns = try turns()
    #expect(turns.source(0, try span(of: "El agua")).speaker == "Marcela Ibarra")
    #expect(turns.source(0, try span(of: "La luz")).speaker == "PREGUNTA")
    #expect(turns.source(0, try span(of: "2031")).speaker == nil)
  }

  @Test func `what is read aloud is marked, if all of it is`() throws {
    let turns = try turns()
    #expect(turns.source(0, try span(of: "hielo es frío")).isReadAloud)
    #expect(!turns.source(0, try span(of: "El agua")).isReadAloud)
    #expect(!turns.source(0, try span(of: "carta dice: «El hielo")).isReadAloud)
  }
}
