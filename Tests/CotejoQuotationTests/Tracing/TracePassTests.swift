import CotejoText
import Testing

@testable import CotejoQuotation

/// What the speaker and other quotations of the article decide.
struct TracePassTests {
  /// Two people say the same; far apart, so that nearness tells one place from the other.
  private static func council(filler: Int) -> String {
    let talk = (0..<filler).map { number in
      "Capítulo \(number): las cigüeñas \(number) vuelan sobre tejados rojos."
    }.joined(separator: " ")
    return """
      ALCALDESA MARCELA IBARRA: La panadería regala harina blanca. Nadie debe pagar por el agua \
      limpia. \(talk)

      INGENIERO TOMÁS LUGO: El astillero pinta tornillos nuevos. Nadie debe pagar por el agua \
      limpia. Las gaviotas duermen temprano.
      """
  }

  private let water = "“Nobody must pay for clean water.”"

  @Test func `words said twice are found, the other place is listed`() throws {
    let traced = try Traced(water, in: [Self.council(filler: 60)])
    #expect(traced.first.isFound)
    #expect(traced.sources() == ["Nadie debe pagar por el agua limpia"])
    #expect(
      traced.first.alternatives.map(traced.texts) == [["Nadie debe pagar por el agua limpia"]])
    // Of equals the first.
    #expect(traced.first.sources[0].speaker == "Marcela Ibarra")
    #expect(traced.first.alternatives[0][0].speaker == "Tomás Lugo")
  }

  @Test func `words said in three transcripts are listed once each`() throws {
    let text = "MARCELA IBARRA: Nadie debe pagar por el agua limpia."
    let traced = try Traced(water, in: [text, text, text])
    #expect(traced.first.sources.map(\.transcript) == [0])
    #expect(traced.first.alternatives.map { $0.map(\.transcript) } == [[1], [2]])
  }

  @Test(arguments: ["Marcela Ibarra", "Tomás Lugo", "Lugo"])
  func `the speaker decides between two places`(_ name: String) throws {
    let traced = try Traced(water, in: [Self.council(filler: 60)], speakers: [name])
    #expect(traced.first.sources[0].speaker?.hasSuffix(name.suffix(4)) == true)
    #expect(traced.first.alternatives.count == 1)
  }

  @Test(arguments: [
    ("The bakery gives away white flour.", "Marcela Ibarra"),
    ("The shipyard paints new screws.", "Tomás Lugo"),
  ])
  func `a quotation beside it decides between two places`(
    _ sibling: String, _ expected: String
  ) throws {
    let traced = try Traced(
      "“\(sibling)” \(water)", in: [Self.council(filler: 60)])
    #expect(traced.traces.map(\.isFound) == [true, true])
    #expect(traced.traces.map(\.sources.first?.speaker) == [expected, expected])
  }

  @Test func `a pronoun tells nothing about the speaker`() throws {
    let article = try Articles.segmented(water, "en")
    let source = try transcript(Self.council(filler: 60))
    let tracer = try QuotationTracer(
      transcripts: [source], language: LanguageTag("es"),
      lexicons: [Traced.lexicon("es", "en")])
    var quotation = Quotation(span: Articles.marked(in: article)[0].span, kind: .direct)
    let silent = try tracer.traces(of: [quotation], in: article)[0]
    quotation.speaker = Speaker(mention: TextSpan(3, 9), name: nil)
    let mentioned = try tracer.traces(of: [quotation], in: article)[0]
    #expect(mentioned.confidence == silent.confidence && mentioned.sources == silent.sources)
  }

  @Test func `a few words that were said often are found beside a sibling`() throws {
    let traced = try Traced(
      "“The shipyard paints new screws.” And it was about “clean water” at last.",
      in: [Self.council(filler: 60)])
    #expect(traced.traces[0].isFound)
    let trace = traced.traces[1]
    let best = trace.isFound ? trace.sources : try #require(trace.alternatives.first)
    #expect(traced.texts(best) == ["agua limpia"])
    #expect(best[0].speaker == "Tomás Lugo")
  }

  @Test func `pieces of an utterance that were said often are found where they were said together`()
    throws
  {
    let talk = (0..<120).map { number in
      switch number {
      case 7, 70: "Capítulo \(number): habrá agua limpia, y las cigüeñas \(number) vuelan bajo."
      case 9, 90: "Como acordamos ayer, los tejados \(number) serán rojos."
      default: "Capítulo \(number): nieva sobre torre \(number), pero nadie tiembla."
      }
    }
    let place = "Como acordamos ayer, habrá agua limpia."
    let text = "MARCELA IBARRA: " + (talk + [place] + talk).joined(separator: " ")
    let words = "“As we agreed yesterday,” she said, “there will be clean water.”"
    let joint = try Traced(words, in: [text], utterances: [0, 0])
    #expect(joint.traces.map(\.isFound) == [true, true])
    let places = joint.traces.map { $0.sources.first?.span ?? TextSpan(0, 0) }
    let expected = try #require(joint.transcripts[0].text.text.bytes.firstRange(of: place.utf8))
    #expect(places.allSatisfy { expected.contains(Int($0.lower)) })
    // By themselves they may be anywhere.
    let alone = try Traced(words, in: [text])
    #expect(!expected.contains(Int(alone.first.sources.first?.span.lower ?? 0)))
    #expect(joint.first.confidence > alone.first.confidence)
  }

  @Test func `a piece that was not said beside its sibling is not found there`() throws {
    let traced = try Traced(
      "“The bakery gives away white flour,” she said, “and hippopotamuses dance on volcanoes.”",
      in: [Self.council(filler: 5)], utterances: [0, 0])
    #expect(traced.traces.map(\.isFound) == [true, false])
  }

  @Test func `the order of quotations does not matter for what is certain`() throws {
    let first = "“The bakery gives away white flour.”"
    let second = "“The shipyard paints new screws.”"
    let there = try Traced("\(first)\n\(second)", in: [Self.council(filler: 5)])
    let back = try Traced("\(second)\n\(first)", in: [Self.council(filler: 5)])
    #expect(there.traces.map(\.sources) == back.traces.reversed().map(\.sources))
    #expect(there.traces.map(\.confidence) == back.traces.reversed().map(\.confidence))
  }

  @Test func `paragraphs of an article are found by their sentences`() throws {
    let article = try Articles.segmented("Uno. Dos.\nTres.\n\nCuatro.", "es")
    let offsets = article.sentences.map(\.span.lower)
    #expect(offsets.map(article.paragraph(at:)) == article.sentences.map(\.paragraph))
    #expect(article.paragraph(at: 10_000) == article.sentences.last?.paragraph)
    #expect(try Articles.segmented("", "es").paragraph(at: 0) == 0)
  }
}
