import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct QuotationFinderTests {
  @Test func anEmptyTextHasNoQuotations() throws {
    let quoted = try Findings.quoted("", "en")
    #expect(quoted.quotations.isEmpty && quoted.repairs.isEmpty)
  }

  @Test func quotationsStandInOrderWithTheirPlaces() throws {
    let text = "Ana Ruiz arrived late.\n“The road was closed,” she said."
    let quoted = try Findings.quoted(text, "en")
    let quotation = try #require(quoted.quotations.first { $0.kind == .direct })
    #expect(quotation.span == TextSpan(26, 46))
    #expect(quotation.cue.map { quoted.text.text[$0] } == "said")
  }

  @Test func withoutALanguagePackMarksAreStillFound() throws {
    let article = try Articles.segmented("“The whole road was closed and nobody came.”", "en")
    var finder = try QuotationFinder(language: article.language, pack: nil)
    #expect(try finder.quotations(in: article).quotations.count == 1)
  }

  // MARK: Whatever comes in

  private static let pieces = [
    "“", "”", "\"", "'", "«", "»", "—", " ", " ", ", ", ". ", ": ", "\n", "\n\n", "said ", "dijo ",
    "Ann Ruiz ", "she ", "la alcaldesa ", "that ", "que ", "según ", "in her view ", "called ",
    "it ",
  ]

  /// Any bytes, made a text as the program makes it one.
  private static func article(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes += generator.bytes(upTo: 6)
      case 1: bytes += Array(generator.text(upTo: 6).utf8)
      default: bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
      }
    }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  @Test(arguments: 0..<200)
  func allSpansLieInTheText(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = Self.article(&generator)
    for language in ["en", "es"] {
      let quoted = try Findings.quoted(String(decoding: bytes, as: UTF8.self), language)
      var spans = quoted.repairs.map(\.mark)
      for quotation in quoted.quotations {
        spans += [quotation.span, quotation.cue, quotation.speaker?.mention].compactMap { $0 }
      }
      for span in spans {
        try #require(0 <= span.lower && span.lower < span.upper && span.upper <= bytes.count)
        #expect(String(validating: bytes[span.range], as: UTF8.self) != nil)
      }
      let order = quoted.quotations.map { [$0.span.lower, -$0.span.upper] }
      #expect(zip(order, order.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
      let utterances = quoted.quotations.map(\.utterance)
      #expect(Set(utterances) == Set(0..<Int32(Set(utterances).count)))
    }
  }

  private static let paragraphs = [
    "The town met on Monday. “We want answers,” said the mayor.",
    "Nobody spoke for a while.",
    "The guard told the court: “It was dark and I saw nothing.”",
    "A lawyer said the plan was “a shame for us all”.",
    "“They never came,” Nora Quill said. “We were alone.”",
  ]

  @Test(arguments: 0..<200)
  func aDamagedParagraphCostsNoOtherItsQuotations(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var damaged = Self.paragraphs
    let touched = Int.random(in: 0..<damaged.count, using: &generator)
    var scalars = Array(damaged[touched].unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<scalars.count, using: &generator)
      if Bool.random(using: &generator) {
        scalars.remove(at: place)
      } else {
        let marks: [Unicode.Scalar] = ["“", "”", "\"", "«", "»", "'", "\u{0}", "\u{FFFD}", "x"]
        scalars.insert(marks[Int.random(in: 0..<marks.count, using: &generator)], at: place)
      }
    }
    damaged[touched] = String(String.UnicodeScalarView(scalars))
    let before = try Self.direct(Self.paragraphs)
    let after = try Self.direct(damaged)
    for index in before.indices where index != touched {
      #expect(before[index] == after[index], "paragraph \(index) of \(damaged)")
    }
  }

  /// The words of the direct quotations of each paragraph.
  private static func direct(_ paragraphs: [String]) throws -> [[String]] {
    let quoted = try Findings.quoted(paragraphs.joined(separator: "\n"), "en")
    var end: Int32 = -1
    return paragraphs.map { paragraph in
      let start = end + 1
      end = start + Int32(paragraph.utf8.count)
      return quoted.quotations.filter {
        $0.kind == .direct && start <= $0.span.lower && $0.span.lower < end
      }.map { quoted.text.text[$0.span] }
    }
  }
}
