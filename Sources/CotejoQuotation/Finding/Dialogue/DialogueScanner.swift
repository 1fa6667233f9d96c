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
    let marked = paragraph.spans
    // What stands before a turn in its paragraph is no part of it.
    var spans = marked.filter { Int($0.outer.upper) <= start }
    var inner = marked.filter { Int($0.outer.lower) >= start }
    for piece in splitter.pieces(
      of: start..<range.upperBound, style: .rayaOrComma, in: text)
    {
      let words = TextSpan(Int32(piece.words.lowerBound), Int32(piece.words.upperBound))
      var span = MarkedSpan(
        span: words, outer: words, setting: .raya, depth: 0, paragraph: number,
        isContinuation: false, isResumed: piece.isResumed)
      if Self.beginsWithMarks(inner, words, in: text) { continue }
      if let whole = inner.firstIndex(where: { $0.depth == 0 && Self.fills($0, words, in: text) }) {
        // Marks inside the turn hold all of it: the words are those inside the marks.
        let lower = max(words.lower, inner[whole].span.lower)
        span.span = TextSpan(lower, max(lower, min(words.upper, inner[whole].span.upper)))
        inner.remove(at: whole)
      }
      spans.append(span)
      for index in inner.indices
      where inner[index].outer.lower >= words.lower && inner[index].outer.upper <= words.upper {
        inner[index].depth += 1
      }
    }
    // Marks around several pieces, and those of the narrator's own words.
    spans += inner.filter { span in
      span.depth > 0
        || !spans.contains { $0.span.lower < span.outer.upper && span.outer.lower < $0.span.upper }
    }
    paragraph.spans = spans.sorted { left, right in
      left.outer.lower == right.outer.lower
        ? left.outer.upper > right.outer.upper : left.outer.lower < right.outer.lower
    }
  }

  /// Whether marks hold all words of a piece, but for a pause or stop behind them.
  private static func fills(
    _ marked: MarkedSpan, _ piece: TextSpan, in text: Span<UInt8>
  ) -> Bool {
    guard marked.outer.lower <= piece.lower else { return false }
    if marked.outer.upper >= piece.upper { return marked.outer.lower < piece.upper }
    let rest = text.skipping(from: Int(marked.outer.upper), ceiling: Int(piece.upper)) {
      !$0.isWord
    }
    return rest == Int(piece.upper)
  }

  /// Whether a piece begins with words between marks, more than a name, behind which a narrator goes
  /// on without a raya: `—«Ven aquí», y salió.` The words are then those between the marks.
  private static func beginsWithMarks(
    _ marked: [MarkedSpan], _ piece: TextSpan, in text: Span<UInt8>
  ) -> Bool {
    guard let first = marked.first(where: { $0.depth == 0 && $0.outer.lower == piece.lower }),
      !first.isUnclosed, !fills(first, piece, in: text)
    else { return false }
    let isEnded =
      switch text.textCharacter(before: Int(first.span.upper), floor: Int(first.span.lower)) {
      case .stop, .pause: true
      default: false
      }
    let next = text.textCharacter(
      at: text.skipping(from: Int(first.outer.upper), ceiling: Int(piece.upper)) { $0 == .blank },
      ceiling: Int(piece.upper))
    return isEnded && next == .lower || next == .pause && first.span.count > 20
  }

  /// Where the words of a turn begin that stands behind a colon inside a paragraph.
  private func colonTurn(
    _ paragraph: MarkScanner.Paragraph, _ range: Range<Int>, in text: Span<UInt8>
  ) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard text[offset] == 0x3A else {
        offset += text.scalarWidth(at: offset)
        continue
      }
      let next = text.skipping(from: offset + 1, ceiling: range.upperBound) { $0 == .blank }
      if let dash = DialogueTurn.dashEnd(at: next, in: text, ceiling: range.upperBound),
        !dash.isHyphen
      {
        let words = text.skipping(from: dash.end, ceiling: range.upperBound) { $0 == .blank }
        let isQuoted = paragraph.spans.contains {
          Int($0.outer.lower) <= offset && offset < Int($0.outer.upper)
        }
        switch text.textCharacter(at: words, ceiling: range.upperBound) {
        case .upper, .opener, .other: if !isQuoted { return words }
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
