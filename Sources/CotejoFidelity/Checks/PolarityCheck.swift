internal import CotejoLexicon
internal import CotejoText

/// Whether something is denied that was not, or the other way round.
///
/// Denials of both sides are paired by where they stand; one that is left over is suspect, the more
/// the closer the words beside it are rendered, and the less where another word may deny in its
/// stead (*fail*, *imposible*), where languages differ (*no* … *hasta* and *only*), and where denials
/// of the other side are left over too.
struct PolarityCheck: FidelityCheck {
  let name = "polarity"

  /// Evidence, about as log-odds, of a denial that is left over, and what adds to it or takes off.
  private static let base: Float = 1.5
  private static let literalWeight: Float = 5
  private static let middle: Float = 0.65
  private static let headWeight: Float = 1.5
  private static let lexicalNegation: (free: Float, rendered: Float, own: Float) = (3.5, 1, 1.5)
  private static let limit: Float = 1.2
  private static let question: Float = 0.7
  private static let unclausal: Float = 0.5
  /// A denial may move with its clause, so that two that are left over may go together.
  private static let otherLeft: Float = 3
  private static let manyDenials: Float = 1
  /// A word that may deny is taken as rendered from this link on.
  private static let rendered: Float = 0.45
  /// Bytes between where a denial should stand and the word that it denies, at the most.
  private static let widestGap: Int32 = 20
  /// The words behind a denial that it may deny.
  private static let scope = 5
  /// From so many pairs of denials on only those are looked at that stand near by their order: texts of
  /// hundreds of denials.
  private static let mostPairs = 40_000
  private static let widestReach = 100

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasMarkerWords else { return .cannotTell }
    var source = pair.source.denials()
    var target = pair.target.denials()
    if source.isEmpty && target.isEmpty { return .notApplicable }
    Self.match(&source, &target, pair)
    for (side, denials, others) in [
      (Lexicon.Side.source, source, target), (.target, target, source),
    ] {
      for denial in denials where denial.partner == nil {
        var evidence = Self.evidence(of: denial, pair, side)
        if others.contains(where: { $0.partner == nil }) { evidence -= Self.otherLeft }
        if others.count + denials.count > 3 { evidence -= Self.manyDenials }
        let span = pair[side].span(of: denial.marker.words)
        let text = pair[side].string(span)
        suspicions.append(
          Suspicion(
            type: .polarity, severity: .critical, evidence: evidence,
            source: side == .source ? span : Self.head(of: denial, pair, side),
            target: side == .target ? span : Self.head(of: denial, pair, side),
            message: side == .source
              ? "'\(text)' is not rendered" : "the original does not say '\(text)'"))
      }
    }
    return .checked
  }

  /// Pairs denials that stand in each other's place, the nearest first.
  private static func match(
    _ source: inout [Denial], _ target: inout [Denial], _ pair: CheckedPair
  ) {
    let places = source.map { pair.surroundings(of: $0.words, on: .source) }
    let others = target.map { pair.surroundings(of: $0.words, on: .target) }
    var near: [(left: Int, right: Int, distance: Int)] = []
    for (left, denial) in source.enumerated() {
      let middle = (places[left].words.lowerBound + places[left].words.upperBound) / 2
      for right in reach(of: left, source.count, target.count) {
        let other = target[right]
        guard places[left].holds(other.words) || others[right].holds(denial.words) else { continue }
        near.append((left, right, abs(middle - other.words.lowerBound)))
      }
    }
    near.sort { ($0.distance, $0.left, $0.right) < ($1.distance, $1.left, $1.right) }
    for link in near where source[link.left].partner == nil && target[link.right].partner == nil {
      source[link.left].partner = link.right
      target[link.right].partner = link.left
    }
    // Words that deny together on one side may each deny a clause of its own on the other.
    for link in near {
      if source[link.left].partner == nil, pair.target.holdsDenials(target[link.right].words) {
        source[link.left].partner = link.right
      }
      if target[link.right].partner == nil, pair.source.holdsDenials(source[link.left].words) {
        target[link.right].partner = link.left
      }
    }
  }

  /// The denials of the other side that one may go with: all of them, or where that is thousands of
  /// pairs, those around the same share of the side.
  private static func reach(of index: Int, _ count: Int, _ otherCount: Int) -> Range<Int> {
    guard count * otherCount > mostPairs else { return 0..<otherCount }
    let middle = index * otherCount / count
    return max(0, middle - widestReach)..<min(otherCount, middle + widestReach)
  }

  private static func evidence(
    of denial: Denial, _ pair: CheckedPair, _ side: Lexicon.Side
  ) -> Float {
    let here = pair[side]
    let there = pair[side.other]
    let place = pair.surroundings(of: denial.words, on: side)
    var evidence = base + literalWeight * (place.literalness - middle)
    if let head = headWord(of: denial, here) {
      evidence += headWeight * (here.words[head].strength - 0.5)
    }
    if !denial.isClausal { evidence -= unclausal }
    if here.isQuestion { evidence -= question }
    var stead: Float = 0
    for marker in there.markers where place.holds(marker.words) {
      if marker.renderings.contains(.lexicalNegation) {
        stead = max(stead, weight(of: marker, in: pair, side, for: denial))
      }
      if marker.renderings.contains(.limit) { stead = max(stead, limit) }
    }
    evidence -= stead
    let scope = denial.words.upperBound..<(denial.words.upperBound + scope)
    var own: Float = 0
    for marker in here.markers where scope.overlaps(marker.words) {
      if marker.renderings.contains(.lexicalNegation), !isRenderedLikewise(marker, pair, side) {
        own = max(own, lexicalNegation.own)
      }
      if marker.classes.contains(.limit) { own = max(own, limit) }
    }
    return evidence - own
  }

  /// What a word of the other side that denies by its meaning takes off: it may stand for the denial
  /// unless it renders another word.
  private static func weight(
    of marker: Marker, in pair: CheckedPair, _ side: Lexicon.Side, for denial: Denial
  ) -> Float {
    let words = pair[side.other].words[marker.words]
    if isRenderedLikewise(marker, pair, side.other) { return 0 }
    // "No están seguros" and "unsure": the word holds the denial and what is denied.
    let scope = denial.words.lowerBound..<denial.words.upperBound + scope
    if words.contains(where: { scope.contains(Int($0.partner)) }) {
      return 2 * lexicalNegation.free
    }
    let isRendered = words.allSatisfy { $0.strength >= rendered }
    return isRendered ? lexicalNegation.rendered : lexicalNegation.free
  }

  /// Whether a word that denies by its meaning renders another such word.
  private static func isRenderedLikewise(
    _ marker: Marker, _ pair: CheckedPair, _ side: Lexicon.Side
  ) -> Bool {
    pair[side].words[marker.words].contains {
      $0.partner >= 0
        && pair[side.other].words[Int($0.partner)].renderings.contains(.lexicalNegation)
    }
  }

  /// The content word that a denial most likely denies: the next one behind it.
  private static func headWord(of denial: Denial, _ side: CheckedSide) -> Int? {
    let behind = denial.words.upperBound..<min(side.words.count, denial.words.upperBound + scope)
    return behind.first { !side.words[$0].isCommon }
  }

  /// Where the denial should stand, up to what the word that is denied on one side is rendered by.
  private static func head(
    of denial: Denial, _ pair: CheckedPair, _ side: Lexicon.Side
  ) -> TextSpan? {
    let place = pair.placeSpan(of: denial.words, on: side)
    guard let head = headWord(of: denial, pair[side]), pair[side].words[head].partner >= 0 else {
      return place
    }
    let span = pair[side.other].words[Int(pair[side].words[head].partner)].span
    guard let place, place.lower < span.upper, span.lower - place.upper < Self.widestGap else {
      return span
    }
    return TextSpan(min(place.lower, span.lower), max(place.upper, span.upper))
  }
}

extension CheckedSide {
  /// Whether several words or phrases in a stretch deny.
  fileprivate func holdsDenials(_ words: Range<Int>) -> Bool {
    markers.count {
      $0.words.overlaps(words) && $0.classes.contains(any: [.negation, .negative, .privative])
    } > 1
  }
}
