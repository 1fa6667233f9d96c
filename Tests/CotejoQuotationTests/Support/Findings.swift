import CotejoText

@testable import CotejoQuotation

/// What the finder says of short articles of the tests' own, one paragraph a line.
enum Findings {
  /// The quotations and repairs of an article.
  static func quoted(_ text: String, _ language: String) throws -> QuotedText {
    let article = try Articles.segmented(text, language)
    var finder = try QuotationFinder(
      language: article.language, pack: Articles.pack(language))
    return try finder.quotations(in: article)
  }

  /// The words of the direct quotations, in order.
  static func direct(_ text: String, _ language: String) throws -> [String] {
    let quoted = try quoted(text, language)
    return quoted.quotations.filter { $0.kind == .direct }.map { quoted.text.text[$0.span] }
  }

  /// The marked spans of an article, as the scanners find them, by paragraphs.
  static func scanned(_ text: String, _ language: String) throws -> [MarkScanner.Paragraph] {
    let article = try Articles.segmented(text, language)
    let scanner = try ParagraphScanner(
      language: article.language, pack: Articles.pack(language))
    return scanner.paragraphs(of: article)
  }

  /// The words of the marked spans at depth 0 of an article.
  static func marked(_ text: String, _ language: String) throws -> [String] {
    try scanned(text, language).flatMap(\.spans).filter { $0.depth == 0 }.map { span in
      String(decoding: Array(text.utf8)[span.span.range], as: UTF8.self)
    }
  }
}
