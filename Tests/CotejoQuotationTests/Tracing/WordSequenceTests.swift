import CotejoLexicon
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct WordSequenceTests {
  private typealias Gap = WordSequence.Gap

  /// The words of a transcript, each behind what parts it from the one before.
  private func words(of text: String) throws -> [String] {
    var reader = try WordSequence.Reader(language: LanguageTag("es"))
    var sequence = WordSequence()
    try reader.append(transcript(text), to: &sequence)
    return sequence.words.indices.map {
      "\(sequence.gaps[$0]) \(reader.vocabulary[sequence.words[$0]])"
    }
  }

  @Test func `a quotation's words, gaps, spans and marks`() throws {
    let text = "Sí, el 1.250 — dijo. «No»: ¿quién?"
    var reader = try WordSequence.Reader(language: LanguageTag("es"))
    let bytes = Array(text.utf8)
    let sequence = try reader.words(of: TextSpan(0, Int32(bytes.count)), in: bytes)
    #expect(
      sequence.words.map { reader.vocabulary[$0] } == ["sí", "el", "1250", "dijo", "no", "quién"])
    #expect(sequence.gaps == [.part, .comma, .none, .clause, .sentence, .clause])
    #expect(
      sequence.spans.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["Sí", "el", "1.250", "dijo", "No", "quién"])
    #expect(sequence.marks.count == 8)
    #expect(sequence.span(of: 1..<3) == TextSpan(5, 13))
  }

  @Test(arguments: [
    ("“[T]hey go”", ["they", "go"]), ("[L]a casa", ["la", "casa"]),
    ("[the] y va", ["the", "y", "va"]), ("[T] hey", ["t", "hey"]), ("[T]", ["t"]),
    ("[T]1", ["t", "1"]),
  ])
  func `an initial that an editor changed is part of its word`(
    _ text: String, _ expected: [String]
  ) throws {
    var reader = try WordSequence.Reader(language: LanguageTag("en"))
    let bytes = Array(text.utf8)
    let sequence = try reader.words(of: TextSpan(0, Int32(bytes.count)), in: bytes)
    #expect(sequence.words.map { reader.vocabulary[$0] } == expected)
    #expect(
      QuotationWords(sequence, in: bytes).isInserted
        == expected.map { text.contains("[\($0)]") || text.contains("[\($0.uppercased())]") })
  }

  @Test func `part of a text keeps the offsets of the whole`() throws {
    let bytes = Array("uno dos tres".utf8)
    var reader = try WordSequence.Reader(language: LanguageTag("es"))
    let sequence = try reader.words(of: TextSpan(4, 12), in: bytes)
    #expect(sequence.spans == [TextSpan(4, 7), TextSpan(8, 12)])
    for (offset, word) in [(0, 0), (6, 0), (7, 1), (8, 1), (11, 1), (12, 2)] as [(Int32, Int)] {
      #expect(sequence.firstWord(endingAfter: offset) == word)
    }
  }

  @Test func `headers, labels and notes of a transcript are no words, and part those that are`()
    throws
  {
    let words = try words(
      of: """
        Fecha: 2031-03-04

        MARCELA IBARRA: Hola, amigos. El pan.

        El agua (APLAUSOS) fría. (RISAS) Otra vez.

        PREGUNTA: ¿Cuándo?
        """)
    #expect(
      words == [
        "part hola", "comma amigos", "sentence el", "none pan", "paragraph el", "none agua",
        "part fría", "part otra", "none vez", "part cuándo",
      ])
  }

  @Test func `a note at the end of a sentence parts it from the next`() throws {
    #expect(
      try words(of: "ANA RUIZ: El pan. (APLAUSOS)\n\nEl agua.")
        == ["part el", "none pan", "part el", "none agua"])
  }

  @Test func `each transcript begins a part`() throws {
    var reader = try WordSequence.Reader(language: LanguageTag("es"))
    var sequence = WordSequence()
    for text in ["uno", "", "dos"] { try reader.append(transcript(text), to: &sequence) }
    #expect(sequence.gaps == [.part, .part])
    #expect(sequence.spans == [TextSpan(0, 3), TextSpan(0, 3)])
  }

  @Test func `any transcript gives words in order inside its spoken parts`() throws {
    var generator = SeededGenerator(seed: 39)
    let pieces = ["ANA RUIZ:", "(RISAS)", "pan", "agua.", "\n", "\n\n", "Fecha: 2031-03-04", "—"]
    for _ in 0..<150 {
      let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
      let transcript = try transcript(text + generator.text(upTo: 5))
      var reader = try WordSequence.Reader(language: LanguageTag("es"))
      var sequence = WordSequence()
      try reader.append(transcript, to: &sequence)
      var previous: (end: Int32, part: TextSpan?) = (0, nil)
      for (span, gap) in zip(sequence.spans, sequence.gaps) {
        let part = try #require(transcript.part(at: span.lower))
        #expect(span.lower >= previous.end && span.upper <= part.span.upper)
        #expect(part.kind == .speech || part.kind == .heading)
        let isParted = transcript.parts.contains {
          $0.kind != .speech && $0.kind != .heading && $0.span.lower >= previous.end
            && $0.span.upper <= span.lower
        }
        #expect(!isParted || gap == .part)
        previous = (span.upper, part.span)
      }
    }
  }
}
