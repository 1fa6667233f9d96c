internal import CotejoText

/// Finds the turns of dialogue that rayas begin, and parts the narrator's words from quotations that
/// hold some.
///
/// It looks at one paragraph at a time and, as `MarkScanner`, at nothing else.
struct DialogueScanner<Verbs: NarrationVerbs> {
  private let splitter: NarrationSplitter<Verbs>

  /// Makes a scanner that knows the narrator by these verbs.
  init(verbs: Verbs) {
    splitter = NarrationSplitter(verbs: verbs)
  }

  /// Adds the turns of a paragraph to the spans between its marks, and splits both where a narrator
  /// speaks.
  ///
  /// Marks inside a turn are those of a quotation inside it; where they hold all of a piece, the
  /// piece is what they hold.
  /// - Parameters:
  ///   - paragraph: what `MarkScanner` found; its spans become those of marks and turns, by their
  ///     first byte.
  ///   - range: the bytes of the paragraph.
  ///   - number: its 0-based number.
  ///   - text: valid UTF-8.
  func appendTurns(
    to paragraph: inout MarkScanner.Paragraph, _ range: Range<Int>, number: Int32,
    in text: Span<UInt8>
  ) {
    let start =
      DialogueTurn.start(of: range, in: text) ?? colonTurn(paragraph, range, in: text)
      ?? lostTurn(&paragraph, range, in: text)
    guard let start else {
      paragraph.spans = paragraph.spans.flatMap { pieces(of: $0, style: .raya, in: text) }
      return
    }
    let spoken = splitter.pieces(of: start..<range.upperBound, style: .rayaOrComma, in: text)
    var turn = MarkedTurn(paragraph.spans.filter { Int($0.outer.lower) >= start })
    var turns: [MarkedSpan] = []
    for piece in spoken {
      let words = TextSpan(Int32(piece.words.lowerBound), Int32(piece.words.upperBound))
      guard let span = turn.spoken(words, in: text) else { continue }
      turns.append(
        MarkedSpan(
          span: span, outer: words, setting: .raya, depth: 0, paragraph: number,
          isContinuation: false, isResumed: piece.isResumed))
    }
    // What stands before a turn in its paragraph is no part of it.
    let before = paragraph.spans.filter { Int($0.outer.upper) <= start }
    paragraph.spans = (before + turns + turn.rest(beside: turns)).sorted { left, right in
      left.outer.lower == right.outer.lower
        ? left.outer.upper > right.outer.upper : left.outer.lower < right.outer.lower
    }
  }

  /// Where the words of a turn begin that stands behind a colon inside a paragraph.
  private func colonTurn(
    _ paragraph: MarkScanner.Paragraph, _ range: Range<Int>, in text: Span<UInt8>
  ) -> Int? {
    var offset = range.lowerBound
    // The end of what the marks hold that open up to a colon.
    var quoted: Int32 = 0
    var next = paragraph.spans.startIndex
    while offset < range.upperBound {
      guard text[offset] == 0x3A else {
        offset += text.scalarWidth(at: offset)
        continue
      }
      while next < paragraph.spans.endIndex, Int(paragraph.spans[next].outer.lower) <= offset {
        quoted = max(quoted, paragraph.spans[next].outer.upper)
        next += 1
      }
      let behind = text.skipping(from: offset + 1, ceiling: range.upperBound) { $0 == .blank }
      if let dash = DialogueTurn.dashEnd(at: behind, in: text, ceiling: range.upperBound),
        !dash.isHyphen
      {
        let words = text.skipping(from: dash.end, ceiling: range.upperBound) { $0 == .blank }
        switch text.textCharacter(at: words, ceiling: range.upperBound) {
        case .upper, .opener, .other: if offset >= Int(quoted) { return words }
        default: break
        }
      }
      offset += 1
    }
    return nil
  }

  /// The start of a paragraph that has lost the raya of its turn: it speaks to somebody, and behind a
  /// raya inside it a narrator says that somebody speaks.
  private func lostTurn(
    _ paragraph: inout MarkScanner.Paragraph, _ range: Range<Int>, in text: Span<UInt8>
  ) -> Int? {
    guard paragraph.spans.isEmpty,
      let raya = splitter.firstNarration(in: range, text),
      splitter.addressesSomebody(range.lowerBound..<raya.lowerBound, in: text)
    else { return nil }
    paragraph.repairs.append(
      MarkRepair(
        .unopened, mark: TextSpan(Int32(raya.lowerBound), Int32(raya.upperBound)),
        message: "no raya opens the turn; it is taken to begin with its paragraph"))
    return range.lowerBound
  }

  /// The pieces of what stands between marks, if rayas set off a narrator's words in it.
  private func pieces(
    of span: MarkedSpan, style: NarrationSplitter<Verbs>.Style, in text: Span<UInt8>
  ) -> [MarkedSpan] {
    guard span.depth == 0 else { return [span] }
    let pieces = splitter.pieces(of: span.span.range, style: style, in: text)
    // Without a narrator there is one piece, but for the pauses at its ends, which stay.
    guard pieces.count > 1 || pieces.first.map({ isCut($0, span, in: text) }) ?? false else {
      return [span]
    }
    return pieces.enumerated().map { index, piece in
      var part = span
      part.span = TextSpan(Int32(piece.words.lowerBound), Int32(piece.words.upperBound))
      part.outer = TextSpan(
        index == 0 ? span.outer.lower : part.span.lower,
        index == pieces.count - 1 ? max(span.outer.upper, part.span.upper) : part.span.upper)
      part.isResumed = index > 0
      part.isContinuation = span.isContinuation && index == 0
      part.isUnopened = span.isUnopened && index == 0
      part.isUnclosed = span.isUnclosed && index == pieces.count - 1
      return part
    }
  }

  /// Whether a piece ends long before the marks do, at a narrator's words.
  private func isCut(
    _ piece: NarrationSplitter<Verbs>.Piece, _ span: MarkedSpan, in text: Span<UInt8>
  ) -> Bool {
    let rest = text.skipping(from: piece.words.upperBound, ceiling: Int(span.span.upper)) {
      !$0.isWord
    }
    return rest < Int(span.span.upper)
  }
}
