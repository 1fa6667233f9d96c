import Cotejo
import Testing

@testable import CotejoCommand

/// Traces as text and as a page.
struct TraceTextTests {
  private static func document(_ text: String, _ id: String, _ language: String) throws -> Document
  {
    try DocumentReader().document(
      of: Array(text.utf8), id: id, language: LanguageTag(language))
  }

  private static func span(_ words: String, in document: Document) throws -> TextSpan {
    let range = try #require(document.text.bytes.firstRange(of: Array(words.utf8)))
    return TextSpan(Int32(range.lowerBound), Int32(range.upperBound))
  }

  private let article: Document
  private let transcripts: [Document]
  /// A quotation of three places on two days, something dropped, something added.
  private let trace: Trace

  init() throws {
    let article = try Self.document(
      "By Ana Ruiz\n\n“We open soon, <really>, and free. Nobody pays,” she said.\n", "a.txt", "en")
    let first = try Self.document(
      "SOTO: Bueno.\nAbrimos, y lo digo hoy, pronto y gratis.\n", "es/1.txt", "es")
    let second = try Self.document("SOTO: Hola.\n\n\nNadie paga. Nadie paga.\n", "es/2.txt", "es")
    var quotation = Quotation(
      span: try Self.span("We open soon, <really>, and free. Nobody pays,", in: article),
      kind: .direct)
    quotation.speaker = Speaker(mention: try Self.span("she", in: article), name: "Elena Soto")
    var trace = Trace(quotation: quotation)
    trace.isFound = true
    trace.origin = .transcripts
    trace.confidence = 0.876
    trace.sources = [
      Trace.Source(transcript: 0, span: try Self.span("Abrimos", in: first), speaker: "SOTO"),
      Trace.Source(
        transcript: 0, span: try Self.span("pronto y gratis", in: first), speaker: "SOTO"),
      Trace.Source(
        transcript: 1, span: try Self.span("Nadie paga", in: second), speaker: "SOTO",
        isReadAloud: true),
    ]
    trace.omitted = [
      Trace.Source(transcript: 0, span: try Self.span("y lo digo hoy", in: first))
    ]
    trace.added = [try Self.span("<really>", in: article)]
    trace.alternatives = Array(
      repeating: [Trace.Source(transcript: 1, span: try Self.span("Nadie", in: second))], count: 5)
    self.article = article
    self.transcripts = [first, second]
    self.trace = trace
  }

  private func lines(
    _ trace: Trace, color: Bool = false, width: Int = 60, isBrief: Bool = false
  ) -> [String] {
    let text = TraceText(
      article: article, transcripts: transcripts,
      style: TerminalStyle(hasColor: color, width: width), isBrief: isBrief)
    return text.lines(trace)
  }

  @Test func `the quotation stands above its places, what was dropped and added is marked`() {
    #expect(
      lines(trace) == [
        "a.txt:3 Elena Soto · found, 0.87",
        "  en  We open soon, {+<really>+}, and free. Nobody pays,",
        "  es  Abrimos, [-y lo digo hoy-], pronto y gratis",
        "      es/1.txt:2 SOTO",
        "      …",
        "      Nadie paga",
        "      es/2.txt:4 SOTO, read aloud",
        "      also es/2.txt:4, es/2.txt:4, es/2.txt:4 and 2 more",
      ])
  }

  @Test func `colours stand in for marks`() {
    let text = lines(trace, color: true).joined(separator: "\n")
    #expect(text.contains("\u{1B}[1;4m<really>\u{1B}[0m"))
    #expect(text.contains("\u{1B}[2my lo digo hoy\u{1B}[0m"))
    #expect(!text.contains("{+") && !text.contains("[-"))
  }

  @Test func `a brief view has one line a place`() {
    #expect(
      lines(trace, width: 46, isBrief: true) == [
        "3 Elena Soto · found, 0.87",
        "  en  We open soon, {+<really>+}, and free.…",
        "  es  Abrimos, [-y lo digo hoy-],…  1.txt:2",
        "  es  Nadie paga  2.txt:4",
      ])
  }

  @Test func `a quotation that is nowhere has a guess, one from elsewhere has none`() throws {
    var other = Trace(quotation: trace.quotation)
    other.confidence = 0.2
    other.quotation.speaker = nil
    other.alternatives = [trace.sources]
    #expect(
      lines(other) == [
        "a.txt:3 nobody named · not found, 0.20",
        "  en  We open soon, <really>, and free. Nobody pays,",
        "      perhaps es/1.txt:2",
      ])
    other.origin = .elsewhere
    other.quotation.kind = .indirect
    #expect(
      lines(other) == [
        "a.txt:3 nobody named, indirect · spoken elsewhere",
        "  en  We open soon, <really>, and free. Nobody pays,",
      ])
    #expect(TraceVerdict.counts([]) == "0 quotations")
    #expect(TraceVerdict.counts([trace]) == "1 quotation: 1 found")
    #expect(
      TraceVerdict.counts([trace, trace, other])
        == "3 quotations: 2 found, 1 spoken elsewhere")
  }

  @Test(arguments: [40, 41, 50, 80])
  func `lines keep to the width`(_ width: Int) {
    for isBrief in [false, true] {
      for line in lines(trace, width: width, isBrief: isBrief) {
        #expect(line.unicodeScalars.count <= width, "\(line)")
      }
    }
  }

  @Test func `places in another order are passages of their own`() throws {
    let turned = TracePassage.passages(
      of: trace.sources.reversed(), omitted: trace.omitted, in: transcripts)
    #expect(turned.map(\.transcript) == [1, 0, 0])
    let first = transcripts[0]
    let touching = [
      Trace.Source(transcript: 0, span: try Self.span("lo digo hoy", in: first)),
      Trace.Source(transcript: 0, span: try Self.span("pronto", in: first)),
    ]
    let joined = TracePassage.passages(of: touching, in: transcripts)
    #expect(joined.count == 1)
    #expect(joined[0].words.runs.map(\.text) == ["lo digo hoy, pronto"])
    #expect(TracePassage.passages(of: [], in: transcripts).isEmpty)
  }

  @Test func `a page escapes what it shows`() {
    let html = TraceHTML(article: article, transcripts: transcripts)
    let page = html.page([trace])
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(page.hasSuffix("</section>\n</html>\n"))
    #expect(page.contains("<blockquote lang=\"en\">We open soon, <ins>&lt;really&gt;</ins>, and"))
    #expect(page.contains("<blockquote lang=\"es\">Abrimos, <del>y lo digo hoy</del>, pronto"))
    #expect(page.contains("<p class=\"place\">es/2.txt:4, SOTO, read aloud</p>"))
    #expect(page.contains("1 quotation: 1 found"))
    #expect(!page.contains("<really>"))
    #expect(TraceHTML.escaped("a\u{0}\"&\u{85}<\n") == "a\u{FFFD}&quot;&amp;\u{FFFD}&lt;\n")
  }
}
