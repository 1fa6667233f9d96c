internal import CotejoLexicon
internal import CotejoText

/// Whether what stands apart in the original is joined in the rendering as if said in one breath.
///
/// The rendering has what a sentence says and what a later one says, one behind the other, and nothing
/// of what lies between them, in the text or, where the original was put together from several places,
/// in its document. An ellipsis, or quotation marks that end and begin anew, say so by themselves.
struct SpliceCheck: FidelityCheck {
  let name = "splices"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// One sentence of the rendering runs over the place; it ends there and another begins.
    static let oneSentence: Float = 1.5
    static let twoSentences: Float = 0.2
    /// How much of what lies between is rendered all the same.
    static let rendered: Float = -4
    /// Each content word that lies between, up to the most.
    static let word: Float = 0.15
    static let mostWords: Float = 8
    /// Words of other places, and of other documents or the other way round.
    static let apart: Float = 0.5
    static let elsewhere: Float = 1.5
  }

  /// What lies between has fewer content words than that or is rendered more: it is not left out.
  private static let leastContent = 2
  private static let mostRendered: Float = 0.45
  /// A sentence is rendered from this share on.
  private static let leastRendered: Float = 0.5
  /// Bytes between two places up to which only a word or a note of the stage lies between, and up to
  /// which it is no more than a clause.
  private static let shortest: Int32 = 24
  private static let clause: Int32 = 80

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasLexicon else { return .cannotTell }
    let parts = pair.sourceParts()
    guard parts.count > 1 else { return .notApplicable }
    var isThere = false
    var last: Int?
    for (index, part) in parts.enumerated() where part.rendered >= Self.leastRendered {
      defer { last = index }
      guard let before = last else { continue }
      let between = parts[(before + 1)..<index]
      let joint = part.joint.flatMap { $0.gap.map { $0 > Self.shortest } ?? true ? $0 : nil }
      let left = between.filter {
        $0.content >= Self.leastContent && $0.rendered <= Self.mostRendered
      }
      guard joint != nil || !left.isEmpty && left.count == between.count else { continue }
      isThere = true
      if let found = suspicion(parts[before], part, left, joint, pair) { suspicions.append(found) }
    }
    return isThere ? .checked : .notApplicable
  }

  private func suspicion(
    _ before: SourcePart, _ after: SourcePart, _ left: [SourcePart],
    _ joint: RenderedPair.Joint?, _ pair: CheckedPair
  ) -> Suspicion? {
    let (first, second) = (renderings(of: before, pair), renderings(of: after, pair))
    // Where one is inside the other, or comes first, it is told otherwise.
    guard let end = first.max(), let start = second.min(), end < start,
      !pair.target.isMarkedBreak(from: end, to: start)
    else { return nil }
    let hasEnd = (end + 1...start).contains { pair.target.hasSentenceEnd(before: $0) }
    var evidence = hasEnd ? Weight.twoSentences : Weight.oneSentence
    let content = left.reduce(0) { $0 + $1.content }
    evidence += Weight.word * min(Weight.mostWords, Float(content))
    evidence += Weight.rendered * (left.map(\.rendered).max() ?? 0)
    var isMajor = left.contains { says($0, pair) }
    if let joint {
      evidence += joint.gap == nil ? Weight.elsewhere : Weight.apart
      isMajor = isMajor || joint.gap.map { $0 > Self.clause } ?? true
    }
    let words = pair.source.words
    let source =
      left.isEmpty
      ? TextSpan(
        words[before.words.upperBound - 1].span.lower, words[after.words.lowerBound].span.upper)
      : pair.source.span(of: left[0].words.lowerBound..<left[left.count - 1].words.upperBound)
    let span = pair.target.span(of: end..<start + 1)
    return Suspicion(
      type: .splice, severity: isMajor ? .major : .minor, evidence: evidence, source: source,
      target: span,
      message: "'\(pair.target.string(span))' joins what is not said in one breath")
  }

  /// The words of the rendering that content words of a part are linked with, and they with them.
  private func renderings(of part: SourcePart, _ pair: CheckedPair) -> [Int] {
    part.words.compactMap { index in
      let word = pair.source.words[index]
      let partner = Int(word.partner)
      guard partner >= 0, !word.isCommon, Int(pair.target.words[partner].partner) == index else {
        return nil
      }
      return partner
    }
  }

  /// What changes what is said if it is left out.
  private static let weighty: MarkerClasses = [
    .negation, .negative, .privative, .necessity, .possibility, .conditional, .hedge, .only,
  ]

  /// Whether a part that is left out denies something, makes it depend, or has a figure.
  private func says(_ part: SourcePart, _ pair: CheckedPair) -> Bool {
    pair.source.words[part.words].contains {
      $0.isNumber || $0.classes.contains(any: Self.weighty)
        || $0.kind.contains(.adversative)
    }
  }
}
