import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct QuotationAttributionTests {
  /// Cue and mention of the first quotation by what stands in its own sentence; nil where nothing
  /// does.
  private func attribution(_ text: String, _ language: String) throws -> String? {
    let words = try Articles.words(text, language)
    let span = try #require(Articles.marked(in: words.text).first).span
    let first = words.text.text.bytes[Int(span.lower)]
    let quotation = Quotation(
      span: span, kind: .direct, isFragment: (0x61...0x7A).contains(first))
    let finder = QuotationAttribution(
      subjects: SubjectFinder(frame: Frame(words, direct: [quotation])))
    let range = words.index(from: span.lower)..<words.index(from: span.upper)
    return finder.attribution(of: range, isFragment: quotation.isFragment).map { found in
      [found.cue, found.mention].map { $0.map(words.string) ?? "-" }.joined(separator: " | ")
    }
  }

  @Test(arguments: [
    ("“We will go,” said Nora Quill.", "said | Nora Quill"),
    ("Nora Quill said: “We will go.”", "said | Nora Quill"),
    ("According to Nora Quill, “it rains”.", "According to | Nora Quill"),
    ("Nora Quill called the delay “a shame”.", "called | Nora Quill"),
    ("Nora Quill ran home and told the guard, “It was dark.”", "told | Nora Quill"),
    ("The plan, in her view, was “a mistake”.", "in her view | -"),
    ("Nora Quill: “We will go.”", "- | Nora Quill"),
    ("“We will go.” —Nora Quill", "- | Nora Quill"),
    ("Nora Quill asked:\n“Will we go?”", "asked | Nora Quill"),
    ("“It rains.”", nil),
  ])
  func englishSentences(_ text: String, _ expected: String?) throws {
    #expect(try attribution(text, "en") == expected)
  }

  @Test(arguments: [
    ("«No iremos», dijo ayer Marta Quiles.", "dijo | Marta Quiles"),
    ("Según Marta Quiles, «no llueve».", "Según | Marta Quiles"),
    ("Marta Quiles calificó la obra de «error».", "calificó | Marta Quiles"),
    ("La obra es, a su juicio, «un error».", "a su juicio | -"),
    ("Luego salió y dijo: «No llueve».", "dijo | -"),
    ("«No llueve».", nil),
  ])
  func spanishSentences(_ text: String, _ expected: String?) throws {
    #expect(try attribution(text, "es") == expected)
  }
}
