internal import CotejoText

/// Finds what stands between quotation marks, one paragraph after another.
///
/// The spans of a paragraph depend on its own bytes and on nothing else: whatever a mark lacks, no
/// other paragraph has other spans for it. Only what ties paragraphs together, quotations that go on
/// from one to the next, is found from both.
struct MarkScanner {
  /// What stands between the marks of one paragraph.
  struct Paragraph {
    /// The spans in the order of their first byte, of all depths.
    var spans: [MarkedSpan] = []
    /// The faults of its marks, in order.
    var repairs: [MarkRepair] = []
    /// Whether the first byte is a mark that opens a quotation.
    var opensFirst = false
  }

  private let collector: MarkCollector

  /// Makes a scanner for the marks of a language and the words that an apostrophe begins in it.
  init(shapes: MarkShapes, elisions: Elisions) {
    collector = MarkCollector(shapes: shapes, elisions: elisions)
  }

  /// Reads the marks of one paragraph.
  ///
  /// - Parameters:
  ///   - range: its bytes, without white space at either end.
  ///   - number: its 0-based number.
  ///   - text: valid UTF-8.
  /// - Returns: The spans and the faults of its marks.
  /// - Complexity: O(*n*) in the bytes of the paragraph.
  func paragraph(_ range: Range<Int>, number: Int32, in text: Span<UInt8>) -> Paragraph {
    let marks = collector.marks(of: range, in: text)
    var paragraph = Paragraph()
    guard !marks.isEmpty else { return paragraph }
    let pairs = MarkReading(marks).pairs()
    // The ends of the outer spans that hold the one at hand, and the end of the last one at depth 0.
    var enclosing: [Int] = []
    var lastOuterEnd = range.lowerBound
    for pair in pairs {
      let open = pair.open.map { marks[$0].span.range }
      let close = pair.close.map { marks[$0].span.range }
      let start = open?.upperBound ?? lastOuterEnd
      // A mark that was passed over as lost holds nothing.
      let limit =
        pair.limit.flatMap { $0 < marks.count ? Int(marks[$0].span.lower) : nil }
        ?? range.upperBound
      let end = close?.lowerBound ?? limit
      guard start <= end else { continue }
      let inner = text.trimmingBlanks(start..<end)
      let outer = (open?.lowerBound ?? inner.lowerBound)..<max(close?.upperBound ?? end, end)
      while let last = enclosing.last, last <= outer.lowerBound { enclosing.removeLast() }
      appendRepairs(of: pair, marks, number: number, to: &paragraph.repairs)
      if pair.open == 0, marks[0].beginsParagraph { paragraph.opensFirst = true }
      guard !inner.isEmpty else { continue }
      paragraph.spans.append(
        MarkedSpan(
          span: TextSpan(Int32(inner.lowerBound), Int32(inner.upperBound)),
          outer: TextSpan(Int32(outer.lowerBound), Int32(outer.upperBound)), setting: .marks,
          depth: enclosing.count, paragraph: number, isContinuation: false,
          isUnclosed: close == nil, isUnopened: open == nil))
      if enclosing.isEmpty { lastOuterEnd = outer.upperBound }
      enclosing.append(outer.upperBound)
    }
    paragraph.repairs.sort { $0.mark.lower < $1.mark.lower }
    return paragraph
  }

  private func appendRepairs(
    of pair: MarkReading.Pair, _ marks: [QuotationMark], number: Int32,
    to repairs: inout [MarkRepair]
  ) {
    func repair(_ fault: MarkRepair.Fault, _ mark: QuotationMark, _ message: String) {
      repairs.append(MarkRepair(fault, mark: mark.span, message: message))
    }
    let open = pair.open.map { marks[$0] }
    let close = pair.close.map { marks[$0] }
    switch (open, close) {
    case (let open?, let close?):
      if open.shape == .closing, !open.beginsParagraph {
        repair(.wrongShape, open, "a closing mark is taken for an opening one")
      }
      if close.shape == .opening {
        repair(.wrongShape, close, "an opening mark is taken for a closing one")
      } else if open.family != close.family {
        repair(.wrongShape, close, "the mark that closes is not of the pair that opens")
      }
    case (let open?, nil):
      repair(
        .unclosed, open,
        pair.limit == nil
          ? "no mark closes the quotation; it is taken to end with its paragraph"
          : "no mark closes the quotation; it is taken to end before the next mark")
    case (nil, let close?):
      repair(
        .unopened, close,
        "no mark opens the quotation; it is taken to begin with its paragraph or behind the "
          + "quotation before")
    case (nil, nil): break
    }
  }
}
