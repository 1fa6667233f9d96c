internal import CotejoText

/// The words between marks inside a turn of dialogue, while the turn is cut into its pieces.
///
/// Marks inside a piece are those of a quotation inside it; where they hold all of a piece, the piece
/// is what they hold. Pieces are asked about in their order, so that all of them together cost no
/// more than one walk over the marks.
struct MarkedTurn {
  /// What stands between the marks, by their first byte; of two that overlap one holds the other.
  private var marked: [MarkedSpan]
  /// Whether each is the words of a piece.
  private var isTaken: [Bool]
  /// The first that begins in the piece at hand, or behind it.
  private var next = 0
  /// The last in no other marks that begins before `next`.
  private var around: Int?

  /// Takes the spans between the marks of a turn, in the order of their first byte.
  init(_ marked: [MarkedSpan]) {
    self.marked = marked
    isTaken = Array(repeating: false, count: marked.count)
  }

  /// What is spoken of a piece, which lies behind those that were asked about before.
  ///
  /// That is the piece, or what the marks hold that hold all of it; `nil` if only what some marks
  /// hold is spoken.
  /// - Complexity: O(*n*) for all pieces together.
  mutating func spoken(_ piece: TextSpan, in text: Span<UInt8>) -> TextSpan? {
    while next < marked.count, marked[next].outer.lower < piece.lower {
      if marked[next].depth == 0 { around = next }
      next += 1
    }
    var first: Int?
    var index = next
    while index < marked.count, marked[index].outer.lower == piece.lower {
      if first == nil, marked[index].depth == 0 { first = index }
      index += 1
    }
    if let first, begins(marked[first], piece, in: text) { return nil }
    var spoken = piece
    if let whole = [around, first].compactMap({ $0 }).first(where: { index in
      !isTaken[index] && marked[index].outer.upper > piece.lower
        && Self.fills(marked[index], piece, in: text)
    }) {
      let lower = max(piece.lower, marked[whole].span.lower)
      spoken = TextSpan(lower, max(lower, min(piece.upper, marked[whole].span.upper)))
      isTaken[whole] = true
    }
    while next < marked.count, marked[next].outer.lower < piece.upper {
      if marked[next].depth == 0 { around = next }
      if marked[next].outer.upper <= piece.upper { marked[next].depth += 1 }
      next += 1
    }
    return spoken
  }

  /// What stands between marks and is none of the pieces that are spoken, which must be in order.
  ///
  /// It stands inside pieces, around several of them, or in the narrator's own words.
  func rest(beside pieces: [MarkedSpan]) -> [MarkedSpan] {
    var rest: [MarkedSpan] = []
    var piece = pieces.startIndex
    for (index, span) in marked.enumerated() where !isTaken[index] {
      while piece < pieces.endIndex, pieces[piece].span.upper <= span.outer.lower { piece += 1 }
      let isBeside = piece == pieces.endIndex || pieces[piece].span.lower >= span.outer.upper
      if span.depth > 0 || isBeside { rest.append(span) }
    }
    return rest
  }

  /// Whether a piece begins with words between marks, more than a name, behind which a narrator goes
  /// on without a raya: `—«Ven aquí», y salió.` The words are then those between the marks.
  private func begins(_ first: MarkedSpan, _ piece: TextSpan, in text: Span<UInt8>) -> Bool {
    guard !first.isUnclosed, !Self.fills(first, piece, in: text) else { return false }
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
}
