import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

/// Hostile documents of one pattern over and over: what grows with the square of their length, or
/// with the number of ways through their verbs, would show in these tests first.
@Suite struct StormTests {
  /// One storm, as often as makes it some 10,000 bytes.
  private static func storm(_ text: String) -> String {
    String(repeating: text, count: 10_000 / text.utf8.count)
  }

  @Test(arguments: [
    ("“", "en"), ("“word ", "en"), ("'a' ", "en"), ("“a ‘b «c \"d ", "en"), ("he said that ", "en"),
    ("he said, ", "en"), ("“a” ", "en"), ("“A.” said ", "en"), ("“a”, he said, ", "en"),
    ("( [ … ", "en"), ("—¡Ay! —dijo ", "es"), ("—Sí. (A ", "es"), ("dijo — ", "es"),
    ("dijo dijo 1 ", "es"), ("«a 」 ", "es"), (": — ", "es"),
  ])
  func oneParagraph(_ text: String, _ language: String) throws {
    let quoted = try Findings.quoted(Self.storm(text), language)
    let spans = quoted.quotations.map(\.span)
    #expect(spans.allSatisfy { !$0.isEmpty && Int($0.upper) <= quoted.text.text.bytes.count })
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.lower <= $1.lower })
  }

  // Each verb looks for the subject of those before it: twice as long for one verb more.
  @Test(arguments: [
    ("said, ", "said that it was late today.", "en"), ("dijo, ", "dijo que sí.", "es"),
  ])
  func verbsWithoutSubjects(_ verb: String, _ end: String, _ language: String) throws {
    _ = try Findings.quoted("Ay. " + String(repeating: verb, count: 300) + end, language)
  }

  @Test func anyStorm() throws {
    let pieces = [
      "“", "”", "\"", "'", "«", "»", "(", ")", "—", "-", "¿", "… ", ". ", ", ", ": ", " said ",
      " dijo ", " that ", " que ", " he ", " Ann ", " Ruiz ", " la alcaldesa ", " según ", " of ",
      " y ", "\n",
    ]
    var generator = SeededGenerator(seed: 11)
    for round in 0..<8 {
      let pattern = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &generator)]
      }
      let text = String(repeating: pattern.joined(), count: 300)
      let quoted = try Findings.quoted(text, round.isMultiple(of: 2) ? "en" : "es")
      #expect(quoted.quotations.allSatisfy { !$0.span.isEmpty }, "\(pattern)")
    }
  }

  @Test(arguments: [
    "NOMBRE:\n", "PRESIDENTA: (", "(a ", "“", "la carta dice: ", "(Inicia video)\n",
  ])
  func transcripts(_ text: String) throws {
    let transcript = try transcript("PRESIDENTA: " + Self.storm(text))
    let spans = transcript.parts.map(\.span)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upper <= $1.lower })
  }
}
