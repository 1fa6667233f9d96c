import CotejoText
import Testing

@testable import CotejoQuotation

struct SpeakerEvidenceTests {
  private static let text = """
    ALCALDESA MARCELA IBARRA: El agua es de todos, y el pan también, y la luz, y el hielo.

    INGENIERO TOMÁS LUGO: El pan.
    """

  /// What it tells that words are those of a speaker, at the first bytes of two turns.
  private func worths(of name: String?) throws -> [Float] {
    var quotation = Quotation(span: TextSpan(0, 1), kind: .direct)
    quotation.speaker = Speaker(mention: TextSpan(0, 1), name: name)
    let transcript = try transcript(Self.text)
    let evidence = SpeakerEvidence(SourceTurns([transcript]), [quotation])
    return transcript.turns.map { turn in
      evidence.worth(of: 0, in: 0, at: turn.span.lower)
    }
  }

  @Test func `the rarer a speaker speaks, the more it tells`() throws {
    let frequent = try worths(of: "Marcela Ibarra")
    let rare = try worths(of: "Tomás Lugo")
    #expect(frequent[0] > 0 && frequent[1] < 0)
    #expect(rare[0] < 0 && rare[1] > 0)
    #expect(rare[1] > frequent[0])
    #expect(rare[0] < frequent[1])
  }

  @Test func `one who speaks nowhere, and one without a name`() throws {
    #expect(try worths(of: "Inés Robles").allSatisfy { $0 == 0 || $0 < 0 && $0.isFinite })
    #expect(try worths(of: nil) == [0, 0])
  }
}
