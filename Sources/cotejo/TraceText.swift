import Cotejo

/// Traces as people read them in a terminal: the words of the article above those of the transcripts.
///
/// ```
/// article.txt:6  Marcela Ibarra Quinteros  found, 0.97
///   en  The measures are ready {+and waiting+}, they're signed
///   es  ya están listas, [-que-] ya están firmadas
///       es/2031-03-11.txt:32  PRESIDENTA
/// ```
struct TraceText {
  private let article: Document
  private let transcripts: [Document]
  private let style: TerminalStyle
  private let isBrief: Bool
  private let gutter: (source: String, target: String, empty: String)
  private let articleLines: LinePlaces
  private let transcriptLines: [LinePlaces]

  /// More alternatives than these are only counted.
  private static let shownAlternatives = 3

  /// Takes the documents that traces count by.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - transcripts: the transcripts, in the order in which the tracer got them.
  ///   - style: colours and width.
  ///   - isBrief: whether each side of a quotation is cut to one line a place.
  init(article: Document, transcripts: [Document], style: TerminalStyle, isBrief: Bool = false) {
    self.article = article
    self.transcripts = transcripts
    self.style = style
    self.isBrief = isBrief
    let source = transcripts.first?.language.description ?? ""
    let target = article.language.description
    let width = max(source.count, target.count)
    func padded(_ text: String) -> String {
      "  " + text + String(repeating: " ", count: width - text.count + 2)
    }
    gutter = (padded(source), padded(target), padded(""))
    articleLines = LinePlaces(article)
    transcriptLines = transcripts.map { LinePlaces($0) }
  }

  /// The lines of a trace.
  func lines(_ trace: Trace) -> [String] {
    var lines = heading(of: trace)
    let words = TracePassage.words(
      of: trace.quotation.span, without: trace.added, in: article.text, role: .added)
    lines += set(words, behind: gutter.target)
    let passages = TracePassage.passages(
      of: trace.sources, omitted: trace.omitted, in: transcripts)
    for (index, passage) in passages.enumerated() {
      if isBrief {
        lines.append(briefLine(passage))
      } else {
        if index > 0 { lines.append(gutter.empty + "…") }
        lines += set(passage.words, behind: index == 0 ? gutter.source : gutter.empty)
        lines += set(place(of: passage), behind: gutter.empty)
      }
    }
    if !isBrief, let others = alternatives(of: trace) { lines += set(others, behind: gutter.empty) }
    return lines
  }

  /// `FILE:LINE  speaker  verdict, confidence`.
  private func heading(of trace: Trace) -> [String] {
    let quotation = trace.quotation
    let (line, _) = articleLines.place(of: quotation.span.lower)
    var heading = StyledText(isBrief ? "\(line)" : "\(article.id):\(line)", .place)
    heading.append("  ")
    if let speaker = quotation.speaker {
      heading.append(speaker.name ?? article.text[speaker.mention], .name)
    } else {
      heading.append("nobody named")
    }
    if quotation.kind != .direct { heading.append(", \(quotation.kind.rawValue)") }
    heading.append(" · ")
    let verdict = TraceVerdict(trace)
    heading.append(verdict.rawValue, verdict.role)
    // That a speaker was declared to speak elsewhere is no matter of probability.
    if verdict != .elsewhere { heading.append(", " + Self.figure(trace.confidence)) }
    return heading.lines(width: style.width, style)
  }

  /// A probability with two decimals, cut off: only what is certain is 1.
  static func figure(_ probability: Double) -> String {
    let hundredths = Int((min(1, max(0, probability)) * 100).rounded(.down))
    return hundredths == 100 ? "1" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
  }

  /// A passage and its place in one line.
  private func briefLine(_ passage: TracePassage) -> String {
    let (line, _) = transcriptLines[passage.transcript].place(of: passage.start)
    let file = transcripts[passage.transcript].id.split(separator: "/").last.map(String.init) ?? "-"
    let place = StyledText("\(file):\(line)", .place)
    let room = style.width - gutter.source.count - place.width(style) - 2
    return gutter.source + passage.words.line(width: max(20, room), style) + "  "
      + place.line(width: style.width, style)
  }

  /// `FILE:LINE  speaker, read aloud`.
  private func place(of passage: TracePassage) -> StyledText {
    var place = StyledText(reference(passage), .place)
    if let speaker = passage.speaker { place.append(" " + speaker) }
    if passage.isReadAloud { place.append(passage.speaker == nil ? " read aloud" : ", read aloud") }
    return place
  }

  /// `FILE:LINE`.
  private func reference(_ passage: TracePassage) -> String {
    let (line, _) = transcriptLines[passage.transcript].place(of: passage.start)
    return "\(transcripts[passage.transcript].id):\(line)"
  }

  /// Where the same words were said too, or the best guess for words that were not found.
  private func alternatives(of trace: Trace) -> StyledText? {
    // A quotation from elsewhere was not looked for; what resembles it by chance only misleads.
    guard TraceVerdict(trace) != .elsewhere else { return nil }
    var places: [String] = []
    for sources in trace.alternatives.prefix(Self.shownAlternatives) {
      guard let first = TracePassage.passages(of: sources, in: transcripts).first else { continue }
      places.append(reference(first))
    }
    guard !places.isEmpty else { return nil }
    var text = StyledText(trace.isFound ? "also " : "perhaps ")
    text.append(places.joined(separator: ", "), .place)
    let more = trace.alternatives.count - Self.shownAlternatives
    if more > 0 { text.append(" and \(more) more") }
    return text
  }

  /// Lines behind a gutter, which only the first has; one line where the view is brief.
  private func set(_ text: StyledText, behind gutter: String) -> [String] {
    let room = style.width - gutter.count
    if isBrief { return [gutter + text.line(width: room, style)] }
    return text.lines(width: room, style).enumerated().map { number, line in
      (number == 0 ? gutter : self.gutter.empty) + line
    }
  }
}
