internal import CotejoICU
internal import CotejoText

/// What stands between quotation marks on one side of a pair.
///
/// A quotation that began in an earlier segment has no opening mark, and one that goes on has no
/// closing one: the stretch then reaches to the end of the text, or of the stretch before it.
struct QuotedStretch: Hashable {
  /// The words between the marks, as a range of the side's words; may be empty.
  var words: Range<Int>
  /// The bytes between the marks.
  var span: TextSpan
  /// Whether the mark stands at each end.
  var hasOpening: Bool
  var hasClosing: Bool
}

extension CheckedSide {
  /// The outermost quoted stretches, in order.
  ///
  /// Where a text has no double marks, single ones that go together are the outer ones.
  func quotedStretches() -> [QuotedStretch] {
    let outer = stretches(of: .outer)
    if !outer.isEmpty { return outer }
    // A single mark alone is an apostrophe.
    return stretches(of: .inner).filter { $0.hasOpening && $0.hasClosing && !$0.words.isEmpty }
  }

  private func stretches(of family: QuotationMark.Family) -> [QuotedStretch] {
    var stretches: [QuotedStretch] = []
    var open: Int32?
    for (index, token) in tokens.enumerated() {
      guard let mark = QuotationMark(token, in: text), mark.family == family,
        !isMeasure(index, mark)
      else { continue }
      if opens(token, mark, isOpen: open != nil) {
        // An opening mark inside a quotation is that of a new paragraph, or one inside the other.
        if open == nil { open = token.span.upper }
      } else if family == .inner, open == nil {
        continue
      } else {
        stretches.append(
          stretch(
            from: open ?? stretches.last?.span.upper ?? 0, to: token.span.lower,
            opening: open != nil, closing: true))
        open = nil
      }
    }
    if let open, family == .outer {
      stretches.append(stretch(from: open, to: Int32(text.count), opening: true, closing: false))
    }
    return stretches
  }

  private func stretch(
    from lower: Int32, to upper: Int32, opening: Bool, closing: Bool
  ) -> QuotedStretch {
    let span = TextSpan(min(lower, upper), upper)
    return QuotedStretch(
      words: words(in: span), span: span, hasOpening: opening, hasClosing: closing)
  }

  /// Whether a mark opens: by its form, else by the blanks beside it, else by what is open.
  ///
  /// A mark of a closing form before a word, with nothing open, opens: `”so”`.
  private func opens(_ token: Token, _ mark: QuotationMark, isOpen: Bool) -> Bool {
    let next = Int(token.span.upper)
    let isBlankBefore = token.span.lower == 0 || isBlank(before: Int(token.span.lower))
    let isBlankAfter = next >= text.count || isBlank(at: next)
    switch mark.role {
    case .opening: return true
    case .closing: return !isOpen && isBlankBefore && !isBlankAfter
    case .either: break
    }
    if isBlankBefore != isBlankAfter { return isBlankBefore }
    // `so ", he said`, and a mark with no word behind it.
    let isLast = words.last.map { $0.span.upper <= token.span.lower } ?? true
    return !isOpen && !isLast && !isStop(at: next)
  }

  /// Whether a mark that ends a clause stands at an offset.
  private func isStop(at offset: Int) -> Bool {
    offset < text.count
      && [0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D].contains(text[offset])
  }

  /// Whether a stretch ends where a clause does: at a stop beside its mark, or at the text's end.
  func isStopped(_ stretch: QuotedStretch) -> Bool {
    guard stretch.hasClosing else { return true }
    let upper = Int(stretch.span.upper)
    let last = text[..<upper].last { $0 > 0x20 } ?? 0
    let mark = text.span.decodeScalar(at: upper).width
    let next = text[min(text.count, upper + mark)...].first { $0 > 0x20 } ?? UInt8(ascii: ".")
    return [0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0xA6].contains(last)
      || [0x21, 0x29, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3F, 0xE2].contains(next)
  }

  /// Whether a mark stands behind a figure that it makes inches or minutes: `7"`.
  private func isMeasure(_ index: Int, _ mark: QuotationMark) -> Bool {
    guard mark.role == .either || mark.family == .inner, index > 0,
      tokens[index - 1].kind == .number, tokens[index - 1].span.upper == tokens[index].span.lower
    else { return false }
    return !tokens[..<index].contains { QuotationMark($0, in: text)?.family == mark.family }
  }

  private func isBlank(at offset: Int) -> Bool {
    let scalar = text.span.scalar(at: offset)
    return scalar <= 0x20 || scalar == 0xA0
      || CodePoint.letterCase(scalar) == nil
        && CodePoint.kind(scalar) == .other && !isOpening(scalar)
  }

  /// Whether a blank, or what stands before an opening mark as one does, ends at an offset.
  private func isBlank(before offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = text.span.scalar(at: start)
    return scalar <= 0x20 || scalar == 0xA0 || isOpening(scalar)
  }

  /// Whether a mark stands before what it belongs to.
  private func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    // ( [ ¡ ¿ dashes ‘ “ «
    case 0x28, 0x5B, 0xA1, 0xBF, 0x2013, 0x2014, 0x2018, 0x201C, 0xAB: true
    default: false
    }
  }
}
