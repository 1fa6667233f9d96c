import Cotejo

/// Traces as one page of HTML that needs nothing else.
struct TraceHTML {
  private let article: Document
  private let transcripts: [Document]
  private let articleLines: LinePlaces
  private let transcriptLines: [LinePlaces]

  /// Takes the documents that traces count by.
  init(article: Document, transcripts: [Document]) {
    self.article = article
    self.transcripts = transcripts
    articleLines = LinePlaces(article)
    transcriptLines = transcripts.map { LinePlaces($0) }
  }

  /// The page.
  func page(_ traces: [Trace]) -> String {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(Self.escaped(article.id))</title>
      <style>
      :root { color-scheme: light dark }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
      section { border-top: 1px solid #8886; padding: .5rem 0 }
      h2 { font-size: 1rem; margin: .5rem 0 }
      blockquote { margin: .25rem 0 .25rem 1rem }
      .place, .more { font-size: .85rem; opacity: .75; margin: 0 0 .25rem 1rem }
      .notFound { color: #b60 } .elsewhere { color: #949 } .found { color: #283 }
      del { opacity: .5; text-decoration: none } ins { font-weight: 600; text-decoration: underline }
      </style>
      <h1>\(Self.escaped(article.id))</h1>
      <p>\(Self.escaped(TraceVerdict.counts(traces))). Words of the transcripts that the article \
      drops are <del>faint</del>; words of the article under which nothing stands are \
      <ins>underlined</ins>.

      """
    for trace in traces { page += section(of: trace) }
    return page + "</html>\n"
  }

  private func section(of trace: Trace) -> String {
    let quotation = trace.quotation
    let (line, _) = articleLines.place(of: quotation.span.lower)
    let verdict = TraceVerdict(trace)
    let speaker = quotation.speaker.map { $0.name ?? article.text[$0.mention] } ?? "nobody named"
    let kind = quotation.kind == .direct ? "" : ", \(quotation.kind.rawValue)"
    let confidence = verdict == .elsewhere ? "" : ", \(TraceText.figure(trace.confidence))"
    let words = TracePassage.words(
      of: quotation.span, without: trace.added, in: article.text, role: .added)
    var section = """
      <section>
      <h2>Line \(line), \(Self.escaped(speaker))\(kind): \
      <span class="\(verdict)">\(verdict.rawValue)\(confidence)</span></h2>
      <blockquote lang="\(article.language)">\(Self.escaped(words))</blockquote>

      """
    let passages = TracePassage.passages(
      of: trace.sources, omitted: trace.omitted, in: transcripts)
    for (index, passage) in passages.enumerated() {
      if index > 0 { section += "<p class=\"more\">…</p>\n" }
      let language = transcripts[passage.transcript].language
      section += "<blockquote lang=\"\(language)\">\(Self.escaped(passage.words))</blockquote>\n"
      var place = reference(passage)
      if let speaker = passage.speaker { place += ", " + speaker }
      if passage.isReadAloud { place += ", read aloud" }
      section += "<p class=\"place\">\(Self.escaped(place))</p>\n"
    }
    if verdict != .elsewhere, !trace.alternatives.isEmpty {
      let places = trace.alternatives.compactMap { sources in
        TracePassage.passages(of: sources, in: transcripts).first.map { reference($0) }
      }
      let list = Self.escaped(places.joined(separator: ", "))
      section += "<p class=\"more\">\(trace.isFound ? "Also" : "Perhaps") \(list)</p>\n"
    }
    return section + "</section>\n"
  }

  private func reference(_ passage: TracePassage) -> String {
    let (line, _) = transcriptLines[passage.transcript].place(of: passage.start)
    return "\(transcripts[passage.transcript].id):\(line)"
  }

  private static func escaped(_ text: StyledText) -> String {
    text.runs.map { text, role in
      switch role {
      case .omitted: "<del>\(escaped(text))</del>"
      case .added: "<ins>\(escaped(text))</ins>"
      default: escaped(text)
      }
    }.joined()
  }

  /// Text as HTML has it; characters that HTML does not allow are U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "\n", "\t", "\r": escaped.append(scalar)
      case "\u{00}"..<"\u{20}", "\u{7F}"..<"\u{A0}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
