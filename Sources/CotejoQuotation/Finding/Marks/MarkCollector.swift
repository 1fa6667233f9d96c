internal import CotejoText

/// Collects the quotation marks of a paragraph and what their surroundings say about each.
struct MarkCollector {
  private let shapes: MarkShapes
  private let elisions: Elisions

  /// Makes a collector for the marks of a language and the words that an apostrophe begins in it.
  init(shapes: MarkShapes, elisions: Elisions) {
    self.shapes = shapes
    self.elisions = elisions
  }

  /// The marks of the bytes `paragraph`, in order.
  ///
  /// - Complexity: O(*n*) in the bytes of the paragraph.
  func marks(of paragraph: Range<Int>, in text: Span<UInt8>) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var offset = paragraph.lowerBound
    while offset < paragraph.upperBound {
      guard
        let (entry, width) = shapes.mark(at: offset, in: text, ceiling: paragraph.upperBound)
      else {
        offset += text.scalarWidth(at: offset)
        continue
      }
      let span = offset..<offset + width
      marks.append(
        QuotationMark(
          span: TextSpan(Int32(offset), Int32(offset + width)), family: entry.family,
          shape: entry.shape, side: side(of: span, in: text, paragraph: paragraph),
          apostropheCost: apostropheCost(of: entry, span, in: text, paragraph: paragraph),
          beginsParagraph: offset == paragraph.lowerBound))
      offset += width
    }
    return marks
  }

  /// The side that the characters beside a mark speak for; other marks beside it are passed over.
  private func side(
    of mark: Range<Int>, in text: Span<UInt8>, paragraph: Range<Int>
  ) -> QuotationMark.Side {
    let before = text.textCharacter(
      before: passing(before: mark.lowerBound, in: text, floor: paragraph.lowerBound),
      floor: paragraph.lowerBound)
    let end = passing(from: mark.upperBound, in: text, ceiling: paragraph.upperBound)
    var after = text.textCharacter(at: end, ceiling: paragraph.upperBound)
    // An ellipsis opens a quotation as well as it closes one.
    if after == .stop, before == .blank || before == .opener,
      text.scalar(at: end) == 0x2026
        || text.textCharacter(at: end + 1, ceiling: paragraph.upperBound) == .stop
    {
      after = .lower
    }
    let isLooseBefore = before == .blank || before == .opener || before == .dash
    let isLooseAfter: Bool =
      switch after {
      case .blank, .stop, .pause, .closer, .dash: true
      default: false
      }
    // No word begins with a comma or a bracket that closes: `so ", dijo`.
    if before == .blank, after == .pause || after == .closer { return .closes }
    if isLooseBefore == isLooseAfter { return .undecided }
    return isLooseBefore ? .opens : .closes
  }

  /// Where the marks begin that end at `offset` without a blank between them.
  private func passing(before offset: Int, in text: Span<UInt8>, floor: Int) -> Int {
    var offset = offset
    // More than a few in a row are no quotation, and would be walked over once for each.
    for _ in 0..<4 where offset > floor {
      let start = text.scalarStart(before: offset, floor: floor)
      guard shapes.mark(at: start, in: text, ceiling: offset) != nil else { break }
      offset = start
    }
    return offset
  }

  /// Where the marks end that begin at `offset` without a blank between them.
  private func passing(from offset: Int, in text: Span<UInt8>, ceiling: Int) -> Int {
    var offset = offset
    for _ in 0..<4 where offset < ceiling {
      guard let (_, width) = shapes.mark(at: offset, in: text, ceiling: ceiling) else { break }
      offset += width
    }
    return offset
  }

  /// What it costs to take a mark for an apostrophe, or for feet, inches, minutes or seconds.
  ///
  /// Beside the costs of `MarkReading`: one below them is a likely reading, one above an unlikely.
  private func apostropheCost(
    of entry: MarkShapes.Entry, _ mark: Range<Int>, in text: Span<UInt8>, paragraph: Range<Int>
  ) -> Float? {
    let before = text.textCharacter(before: mark.lowerBound, floor: paragraph.lowerBound)
    let after = text.textCharacter(at: mark.upperBound, ceiling: paragraph.upperBound)
    if entry.family == .double {
      // 27", 6'2": nothing but a digit stands before a sign of measure.
      let isMeasure = before == .digit && entry.shape != .opening && !after.isWord
      return isMeasure ? 0.5 : nil
    }
    guard entry.family == .single else { return nil }
    if before.isWord, after.isWord { return 0 }
    if before == .digit { return 0.3 }
    let isElision = elisions.begins(at: mark.upperBound, in: text, ceiling: paragraph.upperBound)
    switch entry.shape {
    case .opening: return isElision ? 0.3 : before.isWord ? 1.0 : 2.2
    case .closing, .neutral:
      if after.isWord { return isElision ? 0.3 : 1.5 }
      if before.isWord {
        let last = text.scalar(
          at: text.scalarStart(before: mark.lowerBound, floor: paragraph.lowerBound))
        // workers', goin': a plural or a letter left out.
        return last | 0x20 == 0x73 || last | 0x20 == 0x6E ? 0.8 : 1.5
      }
      return 1.5
    }
  }
}
