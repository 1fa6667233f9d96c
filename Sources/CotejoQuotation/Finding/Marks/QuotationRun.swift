internal import CotejoText

/// Ties the pieces of quotations that go on over paragraphs.
///
/// Printers open such a quotation again in each paragraph and close it in the last; some do not open
/// it again. Both look, in a paragraph alone, like a lost mark; where two paragraphs answer each
/// other, nothing is lost.
struct QuotationRun {
  /// How many paragraphs without a mark may stand inside a quotation that is not opened again.
  private static let silentParagraphs = 3

  /// Ties the spans of the paragraphs, in order; `ranges` are the bytes of each.
  ///
  /// A tied span is no longer without its mark, and those from the second on are continuations. Of
  /// the paragraphs without a mark between an opening and a closing one, each gets a span of its
  /// own, if the quotation begins and ends where paragraphs do.
  static func tie(
    _ paragraphs: inout [MarkScanner.Paragraph], ranges: [(number: Int32, range: Range<Int>)]
  ) {
    for index in paragraphs.indices.dropLast() {
      guard let last = paragraphs[index].spans.lastIndex(where: { $0.depth == 0 }),
        paragraphs[index].spans[last].isUnclosed,
        Int(paragraphs[index].spans[last].outer.upper) == ranges[index].range.upperBound
      else { continue }
      let next = index + 1
      if paragraphs[next].opensFirst, !paragraphs[next].spans.isEmpty {
        settle(.unclosed, last, of: &paragraphs[index])
        paragraphs[next].spans[0].isContinuation = true
      } else if isRunOver(paragraphs[next]) {
        settle(.unclosed, last, of: &paragraphs[index])
        goOn(&paragraphs[next])
      } else {
        runOver(&paragraphs, from: index, span: last, ranges: ranges)
      }
    }
  }

  /// Whether a paragraph begins inside a quotation: its first mark closes one.
  private static func isRunOver(_ paragraph: MarkScanner.Paragraph) -> Bool {
    paragraph.spans.first?.isUnopened ?? false
  }

  /// Ties an opening mark to a closing one over paragraphs without marks.
  private static func runOver(
    _ paragraphs: inout [MarkScanner.Paragraph], from index: Int, span: Int,
    ranges: [(number: Int32, range: Range<Int>)]
  ) {
    guard
      Int(paragraphs[index].spans[span].outer.lower) == ranges[index].range.lowerBound,
      let end = paragraphs.indices.dropFirst(index + 1).prefix(silentParagraphs + 1)
        .first(where: { !paragraphs[$0].spans.isEmpty }), isRunOver(paragraphs[end]),
      Int(paragraphs[end].spans[0].outer.upper) == ranges[end].range.upperBound
    else { return }
    settle(.unclosed, span, of: &paragraphs[index])
    for silent in index + 1..<end {
      let (number, range) = ranges[silent]
      let span = TextSpan(Int32(range.lowerBound), Int32(range.upperBound))
      paragraphs[silent].spans = [
        MarkedSpan(
          span: span, outer: span, setting: .marks, depth: 0, paragraph: number,
          isContinuation: true)
      ]
    }
    goOn(&paragraphs[end])
  }

  /// Takes the first span of a paragraph for the end of a quotation that began before.
  private static func goOn(_ paragraph: inout MarkScanner.Paragraph) {
    paragraph.spans[0].isContinuation = true
    paragraph.spans[0].isUnopened = false
    guard let fault = paragraph.repairs.firstIndex(where: { $0.fault == .unopened }) else { return }
    paragraph.repairs[fault].message =
      "no mark opens the paragraph; the quotation is taken to go on from the one before"
  }

  /// Takes back that a mark is missing.
  private static func settle(
    _ fault: MarkRepair.Fault, _ span: Int, of paragraph: inout MarkScanner.Paragraph
  ) {
    paragraph.spans[span].isUnclosed = false
    if let repair = paragraph.repairs.lastIndex(where: { $0.fault == fault }) {
      paragraph.repairs.remove(at: repair)
    }
  }
}
