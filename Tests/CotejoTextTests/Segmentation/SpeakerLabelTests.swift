import Testing

@testable import CotejoText

struct SpeakerLabelTests {
  @Test(
    arguments: [
      ("MINISTRA INÉS ROA: Sí", 19), ("SECRETARIO (OBRAS), J. PAZ: No", 27), ("P: Sí", nil),
      ("Ministra: Sí", nil), ("MINISTRA", nil), ("MINISTRA\nROA: Sí", nil), ("", nil),
    ] as [(String, Int?)])
  func `ends behind the colon of a label in capitals`(_ text: String, _ end: Int?) {
    let bytes = Array(text.utf8)
    #expect(SpeakerLabel.end(at: 0, in: bytes.span, ceiling: bytes.count) == end)
  }
}
