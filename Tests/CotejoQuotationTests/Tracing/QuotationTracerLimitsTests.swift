import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

/// Input at the edges: nothing, very much, anything.
struct QuotationTracerLimitsTests {
  private func traces(
    _ words: String, in transcripts: [String], to: String = "en"
  ) throws -> [Trace] {
    try Traced(words, in: transcripts, to: to).traces
  }

  @Test(arguments: ["“”", "“ ”", "“…!?—”", "“[]”", "“[sic]”", "“.”", "“[the bread]”"])
  func `a quotation without words is not found`(_ words: String) throws {
    let trace = try #require(
      try traces(words, in: ["ANA RUIZ: El pan. El agua. La luz… [sic]"]).first)
    #expect(!trace.isFound && trace.confidence == 0 && trace.alternatives.isEmpty)
  }

  @Test(arguments: [[], [""], ["", "\n\n", "Fecha: 2031-03-04\n"], ["(APLAUSOS)"], ["ANA RUIZ:"]])
  func `transcripts without words hold nothing`(_ transcripts: [String]) throws {
    let trace = try #require(
      try traces("“The bread is on the table.”", in: transcripts).first)
    #expect(!trace.isFound && trace.confidence == 0 && trace.origin == .undecided)
  }

  @Test func `an article without quotations has no traces`() throws {
    #expect(try traces("Nobody said a word.", in: ["ANA RUIZ: Nada."]).isEmpty)
    #expect(try traces("", in: ["ANA RUIZ: Nada."]).isEmpty)
  }

  @Test func `an empty transcript beside others changes nothing`() throws {
    let text = "ANA RUIZ: Las grúas viejas se van a vender mañana."
    let words = "“The old cranes will be sold tomorrow.”"
    let alone = try traces(words, in: [text])[0]
    let among = try traces(words, in: ["", text, ""])[0]
    #expect(alone.isFound && among.confidence == alone.confidence)
    #expect(among.sources.map(\.span) == alone.sources.map(\.span))
    #expect(among.sources.allSatisfy { $0.transcript == 1 })
  }

  @Test func `a quotation longer than the transcript`() throws {
    let traced = try Traced(
      "“The old cranes will be sold. \(Self.invented(sentences: 40))”",
      in: ["ANA RUIZ: Las grúas viejas."])
    #expect(traced.first.confidence < 0.5)
  }

  @Test func `one word a hundred thousand times takes no time`() throws {
    let text = "ANA RUIZ: " + String(repeating: "no ", count: 100_000)
    let clock = ContinuousClock()
    let start = clock.now
    let traced = try Traced(
      "“No. No, no, no.” “\(String(repeating: "no ", count: 300))”", in: [text], to: "es")
    #expect(traced.traces.count == 2)
    #expect(clock.now - start < .seconds(20))
  }

  @Test func `a quotation of two thousand words takes no time`() throws {
    let words = Self.invented(sentences: 200)
    let clock = ContinuousClock()
    let start = clock.now
    let traced = try Traced("“\(words)”", in: ["ANA RUIZ: Hola. " + words + " Adiós."], to: "es")
    #expect(traced.first.isFound)
    let covered = traced.first.sources.reduce(0) { $0 + $1.span.count }
    #expect(covered > words.utf8.count * 9 / 10)
    #expect(clock.now - start < .seconds(20))
  }

  @Test func `a quotation of frequent words as long as its transcript takes no time`() throws {
    let words = String(repeating: "no sé si es así o no es así. ", count: 2_000)
    let traced = try Traced("“\(words)”", in: ["ANA RUIZ: " + words], to: "es")
    #expect(traced.traces.count == 1)
  }

  /// Sentences of ten words each, most of them new, some as common as articles are.
  private static func invented(sentences: Int) -> String {
    var generator = SeededGenerator(seed: 35)
    let syllables = ["ba", "ce", "di", "fo", "gu", "ja", "ke", "li", "mo", "nu"]
    return (0..<sentences).map { _ in
      (0..<10).map { position in
        if position % 4 == 1 { return "de" }
        return (0..<4).map { _ in syllables[Int.random(in: 0..<10, using: &generator)] }.joined()
      }.joined(separator: " ") + "."
    }.joined(separator: " ")
  }

  @Test func `any text is traced without a trap, the same each time`() throws {
    var generator = SeededGenerator(seed: 36)
    for _ in 0..<60 {
      let transcripts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Self.scramble(using: &generator)
      }
      let article = Self.scramble(using: &generator)
      let text = try Articles.segmented(article, "en")
      let quotations = Self.quotations(in: text, using: &generator)
      let sources = try transcripts.map { try transcript($0) }
      let tracer = try QuotationTracer(
        transcripts: sources, language: LanguageTag("es"),
        lexicons: [Traced.lexicon("es", "en")], minimumConfidence: 0.2)
      let traces = try tracer.traces(of: quotations, in: text)
      #expect(traces.map(\.quotation) == quotations)
      expectSound(traces, text, sources)
      #expect(try tracer.traces(of: quotations, in: text) == traces)
    }
  }

  private static let phrases = [
    "El puerto abrirá en septiembre", "the port will open in September", "grúas viejas",
    "old cranes", "ANA RUIZ:", "PREGUNTA:", "(APLAUSOS)", "\n", "\n\n", ".", ",", "…", "...", "[",
    "]", "“", "”", "no", "de la", "of the", "1.250,50", "1,250.50", "Fecha: 2031-03-04", "\u{2028}",
    "\0", "—", "leche y pan", "milk and bread", "¿", "?",
  ]

  /// Words, marks and nonsense in any order.
  private static func scramble(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      Int.random(in: 0..<8, using: &generator) == 0
        ? generator.text(upTo: 6)
        : phrases[Int.random(in: 0..<phrases.count, using: &generator)]
    }.joined(separator: " ")
  }

  /// Quotations anywhere between characters, which may overlap.
  private static func quotations(
    in article: SegmentedText, using generator: inout SeededGenerator
  ) -> [Quotation] {
    let bytes = article.text.bytes
    let edges = (0...bytes.count).filter { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    return (0..<Int.random(in: 0...6, using: &generator)).map { number in
      let left = edges[Int.random(in: 0..<edges.count, using: &generator)]
      let right = edges[Int.random(in: 0..<edges.count, using: &generator)]
      var quotation = Quotation(
        span: TextSpan(Int32(min(left, right)), Int32(max(left, right))), kind: .direct,
        utterance: Int32(number / 2))
      if number % 3 == 0 { quotation.speaker = Speaker(mention: TextSpan(0, 0), name: "Ana Ruiz") }
      return quotation
    }
  }
}
