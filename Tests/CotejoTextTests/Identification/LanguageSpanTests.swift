import Testing

@testable import CotejoText

struct LanguageSpanTests {
  private func spans(_ text: String, among: Set<LanguageTag>? = nil) throws -> [String] {
    var identifier = try ShippedModel.identifier()
    let bytes = Array(text.utf8)
    return identifier.spans(of: bytes.span, among: among).map {
      "\($0.guess.language) \(String(decoding: bytes[$0.span.range], as: UTF8.self))"
    }
  }

  @Test func `text in one language is one stretch`() throws {
    let text = "The mayor of Guadalajara, José Luis Hernández, said nothing about La Rambla."
    #expect(
      try spans(text) == [
        "en The mayor of Guadalajara, José Luis Hernández, said nothing about La Rambla"
      ])
  }

  @Test func `a quotation in another language is a stretch of its own`() throws {
    let text =
      "She looked at the crowd and said: «No vamos a permitir que nadie nos quite el agua», "
      + "and then she left the square with her brothers."
    #expect(
      try spans(text) == [
        "en She looked at the crowd and said",
        "es No vamos a permitir que nadie nos quite el agua",
        "en and then she left the square with her brothers",
      ])
  }

  @Test func `lines in turns of two languages are told apart`() throws {
    let text = """
      Los diputados aprobaron la ley después de una noche de discusiones.
      The members passed the law after a night of arguments.
      La ministra dio las gracias a todos los que habían votado a favor.
      The minister thanked all those who had voted in favour.
      """
    let among: Set = [try LanguageTag("es"), try LanguageTag("en")]
    #expect(try spans(text, among: among).map { $0.prefix(2) } == ["es", "en", "es", "en"])
  }

  @Test func `letters of another script are a stretch of their own`() throws {
    #expect(
      try spans("El cartel decía 「東京の道」 y nada más.").map { $0.prefix(2) } == ["es", "ja", "es"])
    let among: Set = [try LanguageTag("es")]
    #expect(
      try spans("El cartel decía 「東京の道」 y nada más.", among: among).map { $0.prefix(2) }
        == ["es", "es"])
  }

  @Test func `a huge text is cut into blocks that nobody sees`() throws {
    let sentence = "Los vecinos cerraron la calle, para protestar contra las obras. "
    let text = String(repeating: sentence, count: 4000)
    var identifier = try ShippedModel.identifier()
    let found = identifier.spans(of: text.utf8Span.span)
    #expect(found.map(\.words) == [40_000])
    #expect(found.first?.span == TextSpan(0, Int32(text.utf8.count - 2)))
  }
}
