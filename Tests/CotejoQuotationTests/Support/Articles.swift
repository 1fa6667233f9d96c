import CotejoText
import Testing

@testable import CotejoQuotation

/// Short articles of the tests' own, cut into sentences and words.
enum Articles {
  /// The packs, read once, as they are thousands of words long; a test needs the one it asks for.
  private static let packs: [String: Result<LanguagePack?, any Error>] = {
    let read = { (name: String) in Result { try LanguagePack.find(LanguageTag(name)) } }
    return ["de": read("de"), "en": read("en"), "es": read("es")]
  }()

  /// The pack of a language; nil where there is none.
  static func pack(_ language: String) throws -> LanguagePack? {
    try packs[language]?.get()
  }

  /// A text with one paragraph a line.
  static func segmented(_ text: String, _ language: String) throws -> SegmentedText {
    let view = TextView(unchanged: Array(text.utf8))
    let tag = try LanguageTag(language)
    var segmenter = try SentenceSegmenter(language: tag, pack: pack(language))
    return try SegmentedText(
      view, paragraphs: ParagraphSplitter(mode: .line).paragraphs(of: view), language: tag,
      segmenter: &segmenter)
  }

  /// The words of a text; `“…”` and `«…»` are its marked spans.
  static func words(_ text: String, _ language: String) throws -> ArticleWords {
    let article = try segmented(text, language)
    let tag = article.language
    var tokenizer = try Tokenizer(language: tag)
    return try ArticleWords(
      article, marked: marked(in: article), pack: pack(language), tokenizer: &tokenizer)
  }

  /// What stands between `“` and `”`, or `«` and `»`, none inside another.
  static func marked(in article: SegmentedText) -> [MarkedSpan] {
    let bytes = article.text.bytes
    var spans: [MarkedSpan] = []
    var lower: Int?
    var index = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if scalar == "“" || scalar == "«" { lower = index }
      if scalar == "”" || scalar == "»", let open = lower {
        let first = open + (scalar == "”" ? 3 : 2)
        let paragraph = article.sentences.last { Int($0.span.lower) <= open }?.paragraph ?? 0
        spans.append(
          MarkedSpan(
            span: TextSpan(Int32(first), Int32(index)),
            outer: TextSpan(Int32(open), Int32(index + width)), setting: .marks, depth: 0,
            paragraph: paragraph, isContinuation: false))
        lower = nil
      }
      index += width
    }
    return spans
  }
}

extension Articles {
  /// The quotations of a text whose every marked span is speech; one that begins with a small letter
  /// is a fragment.
  static func attributed(_ text: String, _ language: String) throws -> [Quotation] {
    let words = try words(text, language)
    let bytes = words.text.text.bytes
    let direct = marked(in: words.text).enumerated().map { number, span in
      let first = bytes[Int(span.span.lower)]
      return Quotation(
        span: span.span, kind: .direct, isFragment: (0x61...0x7A).contains(first),
        utterance: Int32(number))
    }
    return Attributor(direct: direct, words: words).attributed()
  }

  /// Each direct quotation's cue, mention and name, `-` where there is none.
  static func speakers(_ text: String, _ language: String) throws -> [String] {
    let view = TextView(unchanged: Array(text.utf8))
    return try attributed(text, language).filter { $0.kind == .direct }.map { quotation in
      [
        quotation.cue.map { view[$0] }, quotation.speaker.map { view[$0.mention] },
        quotation.speaker?.name,
      ].map { $0 ?? "-" }.joined(separator: " | ")
    }
  }

  /// Each indirect or mixed quotation's words, its kind, cue and mention.
  static func reported(_ text: String, _ language: String) throws -> [String] {
    let view = TextView(unchanged: Array(text.utf8))
    return try attributed(text, language).filter { $0.kind != .direct }.map { quotation in
      [
        view[quotation.span], quotation.kind.rawValue, quotation.cue.map { view[$0] } ?? "-",
        quotation.speaker.map { view[$0.mention] } ?? "-",
      ].joined(separator: " | ")
    }
  }
}
