internal import CotejoLexicon
internal import CotejoText

/// Whether the quotation marks of the rendering enclose what those of the original do.
///
/// Marks of any form are equal. What counts is which words stand inside: marks that are lost, and
/// boundaries that let words of the quotation out or words of the narrator in, told by the words that
/// render one another.
struct QuotationMarkCheck: FidelityCheck {
  let name = "quotation marks"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// All marks are lost, and how much each word inside adds; names and titles may lose theirs.
    static let lost: Float = -0.2
    static let word: Float = 0.3
    static let mostWords: Float = 8
    static let title: Float = -2
    /// Marks stand where the original has none: often dialogue that the other language prints so.
    static let added: Float = -4
    static let addedWord: Float = 0.02
    /// One of a pair of marks is lost, beside the words that change sides.
    static let halfLost: Float = 3
    static let someLost: Float = 1
    /// Each word that changes sides, and what speaks against it without any.
    static let moved: Float = 0.9
    static let none: Float = -2.5
    /// The quotation ends amid a clause, and that of the original does not.
    static let unstopped: Float = 1.7
    /// For each spread by which more words stand outside the marks, or inside, than should.
    static let length: Float = 0.7
    static let leastLength: Float = 1
  }

  /// Links weaker than this do not say where a word went.
  private static let leastStrength: Float = 0.5

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let source = pair.source.quotedStretches()
    let target = pair.target.quotedStretches()
    if source.isEmpty && target.isEmpty { return .notApplicable }
    if target.isEmpty {
      suspicions.append(lost(source, in: pair))
    } else if source.isEmpty {
      suspicions.append(added(target, in: pair))
    } else {
      suspicions.append(moved(source, target, in: pair))
    }
    return .checked
  }

  private func lost(_ stretches: [QuotedStretch], in pair: CheckedPair) -> Suspicion {
    let words = stretches.reduce(0) { $0 + $1.words.count }
    let longest = stretches.max { $0.words.count < $1.words.count } ?? stretches[0]
    let areTitles = stretches.allSatisfy { isTitle($0.words, in: pair) }
    let isWhole = stretches.contains { !$0.hasOpening || !$0.hasClosing }
    return Suspicion(
      type: .quotationMarks, severity: .major,
      evidence: Weight.lost + Weight.word * min(Weight.mostWords, Float(words))
        + (areTitles ? Weight.title : 0) + (isWhole ? Weight.title / 2 : 0),
      source: longest.span, target: nil,
      message: "'\(pair.source.string(longest.span))' has lost its quotation marks")
  }

  private func added(_ stretches: [QuotedStretch], in pair: CheckedPair) -> Suspicion {
    let longest = stretches.max { $0.words.count < $1.words.count } ?? stretches[0]
    return Suspicion(
      type: .quotationMarks, severity: .minor,
      evidence: Weight.added + Weight.addedWord * Float(longest.words.count), source: nil,
      target: longest.span,
      message: "'\(pair.target.string(longest.span))' is no quotation in the original")
  }

  /// Whether the words in marks are a name or title, which the rendering tells by capitals instead.
  private func isTitle(_ words: Range<Int>, in pair: CheckedPair) -> Bool {
    let inside = pair.source.words[words]
    if inside.count > 6 { return false }
    let rendered = inside.compactMap { $0.partner >= 0 ? Int($0.partner) : nil }
    let content = rendered.filter { !pair.target.words[$0].isCommon }
    let capitals = content.filter { pair.target.words[$0].isCapitalized }
    if !content.isEmpty && capitals.count * 2 > content.count { return true }
    let own = inside.filter { !$0.isCommon }
    return own.count > 1 && own.count { $0.isCapitalized } * 3 >= own.count * 2
  }

  private func moved(
    _ source: [QuotedStretch], _ target: [QuotedStretch], in pair: CheckedPair
  ) -> Suspicion {
    let inside = (
      Self.inside(source, count: pair.source.words.count),
      Self.inside(target, count: pair.target.words.count)
    )
    var out: [Int] = []
    var into: [Int] = []
    for (index, word) in pair.target.words.enumerated()
    where word.partner >= 0 && word.strength >= Self.leastStrength && !word.isCommon {
      let other = Int(word.partner)
      // Words that stand several times may be linked crosswise.
      guard Int(pair.source.words[other].partner) == index,
        inside.0[other] != inside.1[index]
      else { continue }
      if inside.1[index] { into.append(index) } else { out.append(index) }
    }
    let marks = (Self.marks(source), Self.marks(target))
    // What a whole quotation loses is more than words that changed sides.
    let isHalfLost = marks.1 < marks.0 && (marks.0 - marks.1) % 2 == 1
    let count = Float(max(out.count, into.count))
    let isUnstopped =
      source.allSatisfy { pair.source.isStopped($0) }
      && target.contains { !pair.target.isStopped($0) }
    let length = max(0, Self.imbalance(inside.0, inside.1) - Weight.leastLength)
    let all = out + into
    var span = target[0].span
    if let first = all.min(), let last = all.max() { span = pair.target.span(of: first..<last + 1) }
    let what =
      out.count >= into.count
      ? "words of the quotation stand outside the marks"
      : "words of the narrator stand inside the marks"
    return Suspicion(
      type: .quotationMarks, severity: .major,
      evidence: Weight.none + Weight.moved * count + (isHalfLost ? Weight.halfLost : 0)
        + (marks.1 < marks.0 && !isHalfLost ? Weight.someLost : 0)
        + (isUnstopped ? Weight.unstopped : 0) + Weight.length * length,
      source: source[0].span, target: span,
      message: all.isEmpty ? "a quotation mark is lost" : what)
  }

  private static func inside(_ stretches: [QuotedStretch], count: Int) -> [Bool] {
    var inside = [Bool](repeating: false, count: count)
    for stretch in stretches { for word in stretch.words { inside[word] = true } }
    return inside
  }

  /// By how many spreads the words outside the marks, or inside, are more than the lengths of the sides
  /// lead to expect.
  private static func imbalance(_ source: [Bool], _ target: [Bool]) -> Float {
    let ratio = Float(target.count) / Float(source.count)
    return [true, false].map { isInside in
      let here = Float(target.count { $0 == isInside })
      let there = Float(source.count { $0 == isInside }) * ratio
      return abs(here - there) / (here + there + 1).squareRoot()
    }.max() ?? 0
  }

  private static func marks(_ stretches: [QuotedStretch]) -> Int {
    stretches.reduce(0) { $0 + ($1.hasOpening ? 1 : 0) + ($1.hasClosing ? 1 : 0) }
  }
}
