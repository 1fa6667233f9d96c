import CotejoText
import Testing

@testable import CotejoQuotation

struct OriginFinderTests {
  private static let transcript =
    "ALCALDESA MARCELA IBARRA: Las grúas viejas se van a vender.\n\nPREGUNTA: ¿Cuándo?"
  private static let found = "“The old cranes will be sold.”"
  private static let strange = "“Submarines cross frozen oceans beneath polar lights.”"

  private func origins(
    _ article: String, speakers: [String?], declared: [(String, String)] = []
  ) throws -> [Trace.Origin] {
    try Traced(article, in: [Self.transcript], speakers: speakers, declared: declared)
      .traces.map(\.origin)
  }

  @Test(
    arguments: [
      (nil, .undecided), ("Marcela Ibarra", .transcripts), ("Ibarra", .transcripts),
      ("Harold Whitcombe", .elsewhere),
    ] as [(String?, Trace.Origin)])
  func `what was not found is placed by its speaker`(
    _ speaker: String?, _ expected: Trace.Origin
  ) throws {
    #expect(try origins(Self.strange, speakers: [speaker]) == [expected])
  }

  @Test func `who was found once is at home in the transcripts`() throws {
    #expect(
      try origins(
        Self.found + Self.strange + Self.strange,
        speakers: ["Olga Prats", "Olga Prats", "Harold Whitcombe"])
        == [.transcripts, .transcripts, .elsewhere])
  }

  @Test func `what was declared holds`() throws {
    let traced = try Traced(
      Self.found + Self.strange, in: [Self.transcript],
      speakers: ["Harold Whitcombe", "Olga Prats"],
      declared: [("Whitcombe", "en-GB"), ("Prats", "es-MX")])
    #expect(traced.traces.map(\.origin) == [.elsewhere, .transcripts])
    // Words that were not said in the language are no trace, whatever they look like.
    #expect(!traced.first.isFound && traced.first.confidence == 0 && traced.first.links.isEmpty)
  }

  @Test func `of two declarations for a name the first holds`() throws {
    #expect(
      try origins(
        Self.found, speakers: ["Harold Whitcombe"],
        declared: [("Harold Whitcombe", "es"), ("Whitcombe", "en")]) == [.transcripts])
  }

  @Test func `a declaration without letters is for nobody`() throws {
    #expect(
      try origins(Self.found, speakers: [nil], declared: [("", "en"), ("--", "en")])
        == [.transcripts])
  }
}
