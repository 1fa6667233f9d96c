internal import CotejoICU
internal import CotejoText

/// Walks a transcript from line to line and sorts what it finds into parts and turns.
struct TranscriptParser {
  private(set) var parts: [Transcript.Part] = []
  private(set) var headers: [Transcript.Header] = []
  private(set) var turns: [Transcript.Turn] = []
  private(set) var date: CalendarDate?

  private let text: SegmentedText
  private let bytes: [UInt8]
  private let words: TranscriptWords
  private let labels: LabelReader
  private var pieces: [TranscriptPiece] = []
  /// Labels as they were read, by their text.
  private var known: [String: TurnLabel] = [:]
  /// The turn that speech goes into, where there is one.
  private var current: Int?
  /// Behind which piece a recording ends that is being played, and whose turn goes on then.
  private var recording: (end: Int, label: TurnLabel?)?
  /// Whether the text has labels at all.
  private var hasLabels = false

  /// A heading is no longer, in bytes.
  private static let longestHeading = 300
  /// A line above the labels that holds a date and is no longer is a heading whatever it ends in.
  private static let longestDateline = 100
  /// How many pieces at the start are looked at for a date.
  private static let datedPieces = 8

  init(_ text: SegmentedText, words: TranscriptWords) {
    self.text = text
    bytes = text.text.bytes
    self.words = words
    labels = LabelReader(words: words)
  }

  /// Does all the work.
  mutating func parse() {
    pieces = TranscriptPiece.pieces(of: text, words: words)
    hasLabels = pieces.contains { $0.label != nil }
    var index = 0
    while index < pieces.count {
      take(index)
      index += 1
    }
    if date == nil { date = dateAtStart() }
  }

  private mutating func take(_ index: Int) {
    let piece = pieces[index]
    if let recording, index > recording.end {
      self.recording = nil
      current = nil
      if piece.label == nil, recording.label != nil || !turns.isEmpty {
        open(recording.label, at: piece.span.lower)
      }
    }
    if let candidate = piece.label {
      open(label(candidate), at: piece.span.lower)
      let content = min(max(Int32(candidate.contentStart), candidate.span.upper), piece.span.upper)
      appendTrimmed(Int(piece.span.lower)..<Int(content), .label)
      appendSpeech(content..<piece.span.upper)
      return
    }
    if turns.isEmpty, takeHeader(piece.span) { return }
    if let end = StageNote.end(
      at: Int(piece.span.lower), before: Int(piece.span.upper), in: bytes.span),
      end == Int(piece.span.upper)
    {
      append(piece.span, .note)
      note(piece.span, at: index)
      return
    }
    if isHeading(piece.span) {
      if StageNote.recording(of: piece.span.range, in: bytes.span, words: words) != nil {
        append(piece.span, .note)
        note(piece.span, at: index)
      } else {
        append(piece.span, .heading)
      }
      return
    }
    appendSpeech(piece.span.lower..<piece.span.upper)
  }

  // MARK: Turns

  private mutating func open(_ label: TurnLabel?, at lower: Int32) {
    turns.append(
      Transcript.Turn(
        label: label, span: TextSpan(lower, lower), isPlayed: recording != nil))
    current = turns.count - 1
  }

  private mutating func append(_ span: TextSpan, _ kind: Transcript.Part.Kind) {
    guard !span.isEmpty else { return }
    parts.append(Transcript.Part(span: span, kind: kind, turn: current))
    if let current {
      turns[current].span.upper = max(turns[current].span.upper, span.upper)
    }
  }

  private mutating func label(_ candidate: LabelCandidate) -> TurnLabel {
    let written = text.text[candidate.span]
    if var label = known[written] {
      label.span = candidate.span
      return label
    }
    let label = labels.label(written, span: candidate.span)
    known[written] = label
    return label
  }

  /// Appends spoken words, and the notes among them.
  private mutating func appendSpeech(_ range: Range<Int32>) {
    if current == nil { open(nil, at: range.lowerBound) }
    var start = Int(range.lowerBound)
    let end = Int(range.upperBound)
    var offset = start
    while offset < end {
      if let close = StageNote.end(at: offset, before: end, in: bytes.span),
        StageNote.isNote(offset..<close, in: bytes.span, words: words)
      {
        appendTrimmed(start..<offset, .speech)
        appendTrimmed(offset..<close, .note)
        offset = close
        start = close
      } else {
        offset += 1
      }
    }
    appendTrimmed(start..<end, .speech)
  }

  private mutating func appendTrimmed(_ range: Range<Int>, _ kind: Transcript.Part.Kind) {
    let range = WhiteSpace.trimmed(range, in: bytes.span)
    append(TextSpan(Int32(range.lowerBound), Int32(range.upperBound)), kind)
  }

  // MARK: Recordings

  /// Follows a note that a recording begins.
  private mutating func note(_ span: TextSpan, at index: Int) {
    guard recording == nil,
      StageNote.recording(of: span.range, in: bytes.span, words: words) == .begins,
      let end = end(ofRecordingBehind: index)
    else { return }
    let label = current.flatMap { turns[$0].label }
    recording = (end, label)
    current = nil
    if index + 1 < pieces.count, pieces[index + 1].label == nil {
      open(nil, at: pieces[index + 1].span.lower)
    }
  }

  /// The last piece of the recording that begins at a piece: the note that it ends or, where that is
  /// missing, what stands before the next turn of the one who spoke, or of one who asks.
  private mutating func end(ofRecordingBehind index: Int) -> Int? {
    let speaker = current.flatMap { turns[$0].label }
    var returns: Int?
    for next in pieces.indices.dropFirst(index + 1) {
      if let candidate = pieces[next].label {
        guard returns == nil else { continue }
        let label = label(candidate)
        if label.kind == .question || label.name != nil && label.name == speaker?.name {
          returns = next - 1
        }
        continue
      }
      let range = pieces[next].span.range
      guard range.count < Self.longestHeading else { continue }
      switch StageNote.recording(of: range, in: bytes.span, words: words) {
      case .ends: return next
      case .begins: return returns
      case nil: continue
      }
    }
    return returns
  }

  // MARK: Headers and headings

  private mutating func takeHeader(_ span: TextSpan) -> Bool {
    var colon = Int(span.lower)
    while colon < Int(span.upper), bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < Int(span.upper), colon - Int(span.lower) <= 40 else { return false }
    let key = TextSpan(span.lower, Int32(colon))
    let folded = LabelReader.folded(wordsOf: text.text[key])
    let isHeader =
      words.match(folded, .headers) == folded.count
      || words.match(folded, .dateHeaders) == folded.count
    guard isHeader, !folded.isEmpty else { return false }
    let value = WhiteSpace.trimmed(colon + 1..<Int(span.upper), in: bytes.span)
    headers.append(
      Transcript.Header(
        key: key, value: TextSpan(Int32(value.lowerBound), Int32(value.upperBound))))
    append(span, .header)
    if date == nil, words.match(folded, .dateHeaders) > 0 { date = self.date(in: value) }
    return true
  }

  /// Whether a piece is a title or only divides: nothing but marks and zeros, a Markdown heading, a
  /// line in capitals, or a short line without a stop above the first label.
  private func isHeading(_ span: TextSpan) -> Bool {
    let range = span.range
    guard range.count <= Self.longestHeading else { return false }
    let written = String(decoding: bytes[range], as: UTF8.self)
    if !written.contains(where: { $0.isLetter || $0.isNumber && $0 != "0" }) { return true }
    if written.hasPrefix("#") { return true }
    // A dateline may end in an abbreviation.
    if turns.isEmpty, hasLabels, range.count <= Self.longestDateline, date(in: range) != nil {
      return true
    }
    guard let last = written.last, !".!?…:;,”\"»)".contains(last) else { return false }
    if turns.isEmpty, hasLabels { return true }
    let letters = written.count { $0.isLetter }
    return letters > 3 && written == written.uppercased() && written != written.lowercased()
  }

  private func date(in range: Range<Int>) -> CalendarDate? {
    WrittenDate.first(in: bytes.span.extracting(range), words: words)
  }

  /// The first date in headers and titles, else in the short lines at the start.
  private func dateAtStart() -> CalendarDate? {
    for part in parts.prefix(Self.datedPieces) where part.kind == .header || part.kind == .heading {
      if let date = date(in: part.span.range) { return date }
    }
    // Of a text without labels the first lines are title and place.
    guard !hasLabels else { return nil }
    for piece in pieces.prefix(Self.datedPieces) where piece.span.count <= Self.longestHeading {
      if let date = date(in: piece.span.range) { return date }
    }
    return nil
  }
}
