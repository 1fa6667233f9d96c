internal import CotejoText

/// Whether a question is rendered as a question and a statement as a statement.
///
/// Told by the marks: `?` and `¿`, `!` and `¡`. Spanish asks in the middle of a sentence and English
/// with a tag; a question reported without marks is a statement in both.
struct SentenceKindCheck: FidelityCheck {
  let name = "sentence kind"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// A question for a statement, and the other way round.
    static let asked: Float = 3
    static let stated: Float = 2
    /// The original has a word that asks, though no mark: *no sabe qué hacer*.
    static let asking: Float = -1
    /// The mark stands in brackets, or in the middle: a doubt or an aside.
    static let aside: Float = -3
    /// Sentences of both kinds on one side.
    static let several: Float = -1
    /// Somebody else's question, inside the marks of a quotation or title: it may be reported.
    static let quoted: Float = -1.5
    /// Exclamations are often toned down, seldom made.
    static let calmed: Float = -2.5
    static let exclaimed: Float = -1
  }

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let source = SentenceMarks(pair.source)
    let target = SentenceMarks(pair.target)
    if source.question == nil, target.question == nil {
      guard (source.exclamation == nil) != (target.exclamation == nil) else {
        return source.exclamation == nil ? .notApplicable : .checked
      }
      suspicions.append(
        Suspicion(
          type: .sentenceKind, severity: .minor,
          evidence: source.exclamation == nil ? Weight.exclaimed : Weight.calmed,
          source: source.exclamation, target: target.exclamation,
          message: source.exclamation == nil
            ? "a statement is rendered as an exclamation"
            : "an exclamation is rendered as a statement"))
      return .checked
    }
    guard (source.question == nil) != (target.question == nil) else { return .checked }
    let (side, marks) =
      target.question != nil ? (pair.target, target) : (pair.source, source)
    var evidence = target.question != nil ? Weight.asked : Weight.stated
    if marks.isAside { evidence += Weight.aside }
    if marks.hasSeveral { evidence += Weight.several }
    if marks.isQuoted { evidence += Weight.quoted }
    let others = target.question != nil ? pair.source.words : pair.target.words
    if others.contains(where: { $0.kind.contains(.interrogative) }) { evidence += Weight.asking }
    if side.words.isEmpty { evidence += Weight.aside }
    suspicions.append(
      Suspicion(
        type: .sentenceKind, severity: .major, evidence: evidence, source: source.question,
        target: target.question,
        message: target.question != nil
          ? "a statement is rendered as a question" : "a question is rendered as a statement"))
    return .checked
  }
}

/// The marks of a side that tell questions and exclamations.
private struct SentenceMarks {
  /// The first mark of each kind.
  var question: TextSpan?
  var exclamation: TextSpan?
  /// Whether the question mark is an aside: in brackets, or before a comma.
  var isAside = false
  /// Whether it stands in quotation marks, with other words outside them.
  var isQuoted = false
  /// Whether a statement ends on the same side.
  var hasSeveral = false

  init(_ side: CheckedSide) {
    for (index, token) in side.tokens.enumerated() where token.kind == .mark {
      switch side.text.span.scalar(at: Int(token.span.lower)) {
      // ? ¿ ؟ ？ ; of Greek is a semicolon elsewhere and left alone.
      case 0x3F, 0xBF, 0x61F, 0xFF1F:
        if question == nil {
          question = token.span
          isAside = Self.isAside(index, side)
          isQuoted = side.quotedStretches().contains {
            $0.span.lower <= token.span.lower && token.span.lower < $0.span.upper
              && $0.words.count < side.words.count
          }
        }
      case 0x21, 0xA1, 0xFF01: exclamation = exclamation ?? token.span
      case 0x2E where index + 1 < side.tokens.count && token.span.upper < side.text.count:
        hasSeveral = hasSeveral || side.text[Int(token.span.upper)] == 0x20
      default: break
      }
    }
  }

  /// The words of a tag at the most.
  private static let longestTag = 2

  private static func isAside(_ index: Int, _ side: CheckedSide) -> Bool {
    guard index > 0, index + 1 < side.tokens.count else { return false }
    let before = side.text[Int(side.tokens[index - 1].span.lower)]
    if before == UInt8(ascii: "(") || side.text[Int(side.tokens[index + 1].span.lower)] == 0x2C {
      return true
    }
    // A tag: *Vienes, ¿verdad?*
    guard before == 0x2C else { return false }
    let end = side.tokens[index...].firstIndex {
      side.text[Int($0.span.lower)] == UInt8(ascii: "?")
    }
    return end.map { $0 - index <= longestTag + 1 } ?? false
  }
}
