internal import CotejoICU

/// Finds the annotations of a text.
struct TextAnnotator {
  private let text: SegmentedText
  private let words: TranscriptWords
  private var annotations: [TextAnnotation] = []
  /// Whether the text has labels of speakers.
  private var isTranscript = false

  /// A note among sentences has no more words, where only its first one is known.
  private static let mostWords = 6

  init(_ text: SegmentedText, words: TranscriptWords) {
    self.text = text
    self.words = words
  }

  /// Does all the work.
  mutating func annotate() -> [TextAnnotation] {
    let bytes = text.text.bytes
    appendLabels(in: bytes.span)
    appendBrackets(in: bytes.span)
    annotations.sort { ($0.span.lower, $0.span.upper) < ($1.span.lower, $1.span.upper) }
    // A label or a time may hold brackets.
    var end: Int32 = 0
    return annotations.filter {
      guard $0.span.lower >= end else { return false }
      end = $0.span.upper
      return true
    }
  }

  // MARK: Labels and times

  private mutating func appendLabels(in bytes: Span<UInt8>) {
    let structure = DocumentStructure(text)
    for mark in structure.times {
      let span = text.sentences[Int(mark.sentence)].span
      guard let time = Timestamp(opening: span.range, in: bytes) else { continue }
      annotations.append(
        TextAnnotation(span: TextSpan(span.lower, Int32(time.end)), kind: .time))
    }
    for mark in structure.turns {
      let span = text.sentences[Int(mark.sentence)].spanBehindTime(in: bytes)
      guard
        let label = TurnLabel.end(at: Int(span.lower), in: bytes, ceiling: Int(span.upper)),
        !isHeader(Int(span.lower)..<label.end - 1, in: bytes)
      else { continue }
      annotations.append(
        TextAnnotation(span: TextSpan(span.lower, Int32(label.end)), kind: .speakerLabel))
    }
    isTranscript = annotations.count { $0.kind == .speakerLabel } > 1
  }

  /// Whether what stands before a colon is the key of a line above a transcript: `FECHA`.
  private func isHeader(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let folded = TranscriptWords.folded(wordsOf: StageNote.string(range, in: bytes))
    return !folded.isEmpty
      && (words.match(folded, .headers) == folded.count
        || words.match(folded, .dateHeaders) == folded.count)
  }

  // MARK: Brackets

  private mutating func appendBrackets(in bytes: Span<UInt8>) {
    var index = 0
    while index < text.sentences.count {
      let first = text.sentences[index]
      var upper = first.span.upper
      while index < text.sentences.count, text.sentences[index].paragraph == first.paragraph {
        upper = text.sentences[index].span.upper
        index += 1
      }
      appendBrackets(of: Int(first.span.lower)..<Int(upper), in: bytes)
    }
  }

  private mutating func appendBrackets(of paragraph: Range<Int>, in bytes: Span<UInt8>) {
    var offset = paragraph.lowerBound
    while offset < paragraph.upperBound {
      guard let end = StageNote.end(at: offset, before: paragraph.upperBound, in: bytes),
        let kind = kind(of: offset..<end, in: bytes, paragraph: paragraph)
      else {
        offset += 1
        continue
      }
      annotations.append(
        TextAnnotation(span: TextSpan(Int32(offset), Int32(end)), kind: kind))
      offset = end
    }
  }

  /// What brackets hold; `nil` for what is part of the text.
  private func kind(
    of bracket: Range<Int>, in bytes: Span<UInt8>, paragraph: Range<Int>
  ) -> TextAnnotation.Kind? {
    let isSquare = bytes[bracket.lowerBound] == UInt8(ascii: "[")
    let inside = bracket.lowerBound + 1..<bracket.upperBound - 1
    if isEllipsis(inside, in: bytes) { return .omission }
    let written = StageNote.string(inside, in: bytes)
    let folded = StageNote.lookup(String(written.filter { $0 != "!" && $0 != "¡" && $0 != "?" }))
    guard !folded.isEmpty else { return nil }
    if words.match(folded, .sic) == folded.count { return .sic }
    let isTrusted =
      isSquare || isTranscript || bracket == paragraph
      || startsSentence(bracket, in: bytes, paragraph: paragraph) && folded.count <= Self.mostWords
    if isWholeNote(folded) || isTrusted && StageNote.isNote(bracket, in: bytes, words: words) {
      let start = folded.count > 1 && words.contains(folded[0], .connectors) ? 1 : 0
      return words.match(folded, at: start, .inaudible) > 0 ? .inaudible : .stageNote
    }
    return isSquare && isInsertion(bracket, in: bytes, paragraph: paragraph) ? .insertion : nil
  }

  /// Whether brackets stand where a sentence begins, with a capital inside and no stop, as
  /// `(Applause from the gallery)` does and a sentence in brackets does not.
  private func startsSentence(
    _ bracket: Range<Int>, in bytes: Span<UInt8>, paragraph: Range<Int>
  ) -> Bool {
    let (first, last) = (bracket.lowerBound + 1, bracket.upperBound - 1)
    guard first < last, SentenceCharacter(bytes.scalar(at: first)) == .upper,
      bytes.sentenceCharacter(before: last, floor: first) != .stop
    else { return false }
    let before = bytes.trimmingWhiteSpace(before: bracket.lowerBound, floor: paragraph.lowerBound)
    switch bytes.sentenceCharacter(before: before, floor: paragraph.lowerBound) {
    case nil, .stop, .strongStop, .closer: return true
    default: return false
    }
  }

  /// Whether there are three stops or an ellipsis and nothing else: `[. . .]`.
  private func isEllipsis(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    var stops = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, width) = bytes.decodeScalar(at: offset)
      switch scalar {
      case 0x2E: stops += 1
      case 0x2026: stops += 3
      default: if SentenceCharacter(scalar) != .whiteSpace { return false }
      }
      offset += width
    }
    return stops >= 3
  }

  /// Whether all words are words of notes, or go with them: `prolonged applause and laughter`.
  private func isWholeNote(_ folded: [String]) -> Bool {
    var index = 0
    var hasNote = false
    while index < folded.count {
      let note = max(
        words.match(folded, at: index, .notes), words.match(folded, at: index, .inaudible))
      let other = max(
        words.match(folded, at: index, .noteQualifiers),
        words.match(folded, at: index, .connectors))
      guard max(note, other) > 0 else { return false }
      hasNote = hasNote || note > 0
      index += max(note, other)
    }
    return hasNote
  }

  /// Whether square brackets hold words, or a letter that was changed; numbers are references, and
  /// there are addresses, links, boxes to tick and brackets within brackets.
  private func isInsertion(
    _ bracket: Range<Int>, in bytes: Span<UInt8>, paragraph: Range<Int>
  ) -> Bool {
    if bytes[bracket.lowerBound + 1] == UInt8(ascii: "[") { return false }
    let behind = bracket.upperBound
    if behind < paragraph.upperBound {
      let next = bytes[behind]
      if next == UInt8(ascii: "(") || next == UInt8(ascii: "]") || next == UInt8(ascii: "[") {
        return false
      }
    }
    if bracket.lowerBound > paragraph.lowerBound {
      let previous = bytes[bracket.lowerBound - 1]
      if previous == UInt8(ascii: "[") || previous == UInt8(ascii: "]")
        || previous == UInt8(ascii: "!")
      {
        return false
      }
    }
    var letters = 0
    // Of an address, such as `[www.example.org]` or `[a@example.org]`, no white space is part.
    var hasSpace = false
    var hasAddressMark = false
    var offset = bracket.lowerBound + 1
    while offset < bracket.upperBound - 1 {
      let (scalar, width) = bytes.decodeScalar(at: offset)
      if scalar < 0x80 ? 0x61...0x7A ~= scalar | 0x20 : CodePoint.kind(scalar) == .letter {
        letters += 1
      }
      switch scalar {
      case 0x2F, 0x40: hasAddressMark = true
      case 0x2E:
        let next = offset + 1
        if bytes.isWordScalar(at: next, ceiling: bracket.upperBound) { hasAddressMark = true }
      default: hasSpace = hasSpace || SentenceCharacter(scalar) == .whiteSpace
      }
      offset += width
    }
    guard hasSpace || !hasAddressMark else { return false }
    guard letters == 1 else { return letters > 1 }
    // `[T]he`, not `[x]` or `[a]`.
    return bracket.count <= 6 && bytes.isWordScalar(at: behind, ceiling: paragraph.upperBound)
  }
}
