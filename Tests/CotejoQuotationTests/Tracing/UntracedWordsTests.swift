import CotejoText
import Testing

@testable import CotejoQuotation

struct UntracedWordsTests {
  private func untraced(_ words: String, in text: String) throws -> (
    added: [String], omitted: [String]
  ) {
    let side = try SideBySide(words, in: text)
    let candidate = try #require(
      TraceCandidate(side.path(), of: side.quotation, in: side.source, side.evidence))
    let untraced = UntracedWords(side.source, side.evidence, side.quotation, candidate)
    let bytes = Array(words.utf8)
    return (
      untraced.added.map {
        String(decoding: bytes[side.quotation.sequence.span(of: $0).range], as: UTF8.self)
      }, untraced.omitted.map(side.text)
    )
  }

  @Test func `nothing is missing where all words are the same`() throws {
    let (added, omitted) = try untraced("pan blanco caliente", in: "pan blanco caliente")
    #expect(added.isEmpty && omitted.isEmpty)
  }

  @Test func `words that only the quotation has were added`() throws {
    let (added, _) = try untraced(
      "pan dulce, muy dulce, blanco y [fresco] caliente otra", in: "pan blanco caliente")
    #expect(added == ["dulce, muy dulce", "y", "otra"])
  }

  @Test func `words that only the source has were left out`() throws {
    let (_, omitted) = try untraced(
      "pan blanco caliente barato leche fría entera suave",
      in: "pan blanco caliente barato según dicen vecinos curiosos leche fría entera suave")
    #expect(omitted == ["según dicen vecinos curiosos"])
  }

  @Test func `one word left out is no omission`() throws {
    let (_, omitted) = try untraced(
      "pan blanco caliente barato", in: "pan blanco muy caliente barato")
    #expect(omitted.isEmpty)
  }

  @Test func `far places were joined, nothing was left out between them`() throws {
    let filler = (0..<100).map { "a\($0)" }.joined(separator: " ")
    let (_, omitted) = try untraced(
      "pan blanco caliente barato. Leche fría entera suave",
      in: "pan blanco caliente barato \(filler) leche fría entera suave")
    #expect(omitted.isEmpty)
  }

  @Test func `what was left out between two turns has no label in it`() throws {
    let (_, omitted) = try untraced(
      "pan blanco caliente barato. Leche fría entera suave",
      in: """
        ANA RUIZ: Pan blanco caliente barato, señores míos.

        PREGUNTA: ¿Cuándo abren?

        ANA RUIZ: Mañana mismo, leche fría entera suave.
        """)
    #expect(omitted == ["señores míos", "Cuándo abren", "Mañana mismo"])
  }
}
