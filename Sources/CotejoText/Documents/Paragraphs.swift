/// Cuts text into paragraphs.
public struct ParagraphSplitter: Hashable, Sendable {
  /// What ends a paragraph, beside a blank line, which always does.
  public enum Mode: String, CaseIterable, Hashable, Sendable {
    /// A line end, unless the text is found to be wrapped at a width.
    case automatic
    /// Every line end.
    case line
    /// Nothing else.
    case blankLine
  }

  /// What ends a paragraph.
  public var mode: Mode

  /// Makes a splitter.
  public init(mode: Mode = .automatic) {
    self.mode = mode
  }

  /// The paragraphs of a view whose lines end in LF, in order.
  ///
  /// A line of white space only is blank.
  /// - Returns: The bytes of each paragraph in the view, without white space at either end, none of
  ///   them empty. Those of several lines hold the line ends between them.
  /// - Complexity: O(*n*).
  public func paragraphs(of view: TextView) -> [TextSpan] {
    let text = view.bytes.span
    var paragraphs: [TextSpan] = []
    var current: Range<Int>?
    func close() {
      if let range = current {
        paragraphs.append(TextSpan(Int32(range.lowerBound), Int32(range.upperBound)))
      }
      current = nil
    }
    func add(_ span: Range<Int>) {
      current = (current?.lowerBound ?? span.lowerBound)..<span.upperBound
    }
    guard mode == .automatic else {
      TextLine.forEach(of: text) { _, span in
        if span.isEmpty {
          close()
        } else {
          add(span)
          if mode == .line { close() }
        }
      }
      close()
      return paragraphs
    }
    let lines = TextLine.lines(of: text)
    let limit = Wrapping.limit(of: lines)
    for (index, line) in lines.enumerated() {
      if line.isBlank {
        close()
        continue
      }
      add(line.span)
      guard let limit, index + 1 < lines.count, !lines[index + 1].isBlank,
        Wrapping.joins(line, lines[index + 1], limit: limit)
      else {
        close()
        continue
      }
    }
    return paragraphs
  }

  /// Whether a text is wrapped at a width, so that `automatic` joins its lines.
  public static func isWrapped(_ view: TextView) -> Bool {
    Wrapping.limit(of: TextLine.lines(of: view.bytes.span)) != nil
  }
}

/// Text that was broken into lines at a width: each line took words as long as they fitted.
enum Wrapping {
  /// The widths of line that are taken for wrapped text: verse is narrower, and a paragraph on one
  /// line wider.
  private static let widths = 40...160

  /// The width that a text is wrapped at, in code points, or `nil` if it is not wrapped.
  ///
  /// Looked at are lines with another below them. In wrapped text those that do not end a sentence
  /// are full: the first word of the next would not have fitted. In text of one paragraph or one
  /// sentence a line, few lines end without a stop, and lengths have no limit in common. The shares
  /// were set by hand, with room on both sides for what was tried.
  static func limit(of lines: [TextLine]) -> Int? {
    guard lines.count > 1 else { return nil }
    // How many lines have each width; all that are too wide count as one width.
    var counts = [Int](repeating: 0, count: widths.upperBound + 2)
    var pairs = 0
    for index in 0..<lines.count - 1 where !lines[index].isBlank && !lines[index + 1].isBlank {
      counts[min(lines[index].width, widths.upperBound + 1)] += 1
      pairs += 1
    }
    guard pairs > 0 else { return nil }
    // One line in twenty may stick out: an address, a table.
    var narrower = (pairs - 1) * 19 / 20
    let limit = counts.firstIndex { count in
      narrower -= count
      return narrower < 0
    }
    guard let limit, widths.contains(limit) else { return nil }
    var (open, full, goingOn) = (0, 0, 0)
    for index in 0..<lines.count - 1 where !lines[index].isBlank && !lines[index + 1].isBlank {
      guard !lines[index].isStopped else { continue }
      open += 1
      guard isFull(lines[index], before: lines[index + 1], limit: limit) else { continue }
      full += 1
      if lines[index + 1].goesOn { goingOn += 1 }
    }
    let share = pairs < 3 ? 1.0 : 0.5
    guard Double(full) >= 0.8 * Double(open), Double(full) >= 0.4 * Double(pairs),
      Double(goingOn) >= share * Double(full), goingOn > 0
    else { return nil }
    return limit
  }

  /// Whether the next line of a text that is wrapped at `limit` goes on with a line.
  static func joins(_ line: TextLine, _ next: TextLine, limit: Int) -> Bool {
    let full = isFull(line, before: next, limit: limit)
    if line.isStopped {
      // A paragraph's last line is short by chance, its first indented or an item by intent.
      return full && next.indent <= line.indent && !next.isItem
    }
    // A heading is short and stands before a new sentence.
    if !full, !next.goesOn, line.width * 5 < limit * 3 { return false }
    // A line far beyond the width was not wrapped.
    return line.width * 4 <= limit * 5
  }

  /// Whether the next line's first word would not have fitted, with room for text that was wrapped
  /// by the width of its letters or into lines of like length.
  private static func isFull(_ line: TextLine, before next: TextLine, limit: Int) -> Bool {
    (line.width + 1 + next.firstWord) * 10 > limit * 9
  }
}
