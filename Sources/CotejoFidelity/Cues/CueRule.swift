internal import CotejoLexicon
internal import CotejoText

/// What may become of a word or phrase that bears on what a sentence says.
///
/// Evidence is about the log-odds of a fault in a pair that is rendered word for word.
struct CueRule {
  /// What the word does.
  var cue: MarkerClasses
  /// What renders it.
  var rendered: MarkerClasses
  /// What says something else in its place.
  var contrary: MarkerClasses
  /// What may stand for it, and as well for something else.
  var weaklyRendered: MarkerClasses = []
  /// The evidence if a contrary word stands in its place that renders nothing else.
  var contradicted: Float
  /// The evidence if nothing stands in its place; `nil` if that happens in good renderings.
  var missing: Float?
}

/// Compares words and phrases that bear on what is said with what stands in their place on the other
/// side.
struct CueComparison {
  let type: FindingType
  let severity: Severity
  let rules: [CueRule]
  /// All that the rules look at.
  private let classes: MarkerClasses
  /// All that they compare it with, too.
  private let compared: MarkerClasses

  /// What a word says for a fault by standing where all is rendered word for word, or against it
  /// where nothing is.
  static let literalWeight: Float = 4
  static let middle: Float = 0.65
  /// What a word of the same class elsewhere in the other text takes off: it may be that one.
  private static let elsewhere: Float = 2
  /// What a word takes off that may stand for it.
  private static let weak: Float = 1.5
  /// What takes off for a contrary word that renders another word, from some strength on.
  private static let linked: Float = 4
  private static let leastLinked: Float = 0.4
  /// What the lexicon's word for it in its place takes off, at full strength.
  private static let supportWeight: Float = 3

  init(type: FindingType, severity: Severity, rules: [CueRule]) {
    self.type = type
    self.severity = severity
    self.rules = rules
    classes = rules.reduce([]) { $0.union($1.cue) }
    compared = rules.reduce(classes) { $0.union($1.contrary) }
  }

  /// Appends what is not rendered or became something else; says whether there was anything.
  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    var isThere = false
    let first = suspicions.count
    for side in [Lexicon.Side.target, .source] {
      for marker in pair[side].markers where marker.classes.contains(any: classes) {
        guard !pair.isName(marker.words.lowerBound, on: side) else { continue }
        isThere = true
        for rule in rules where marker.classes.contains(any: rule.cue) {
          guard let found = examine(marker, rule, pair, side) else { continue }
          let isKnown = suspicions[first...].contains {
            $0.source == found.source && $0.target == found.target
          }
          if !isKnown { suspicions.append(found) }
        }
      }
    }
    return isThere ? .checked : .notApplicable
  }

  private func examine(
    _ marker: Marker, _ rule: CueRule, _ pair: CheckedPair, _ side: Lexicon.Side
  ) -> Suspicion? {
    let place = pair.surroundings(of: marker.words, on: side)
    let other = pair[side.other]
    var contrary: Marker?
    var contraryDoubt: Float = 0
    var (isRenderedLoosely, isRenderedWeakly, isElsewhere) = (false, false, false)
    for candidate in other.markers {
      if place.holds(candidate.words) {
        if candidate.classes.contains(any: rule.rendered) { return nil }
        if candidate.renderings.contains(any: rule.rendered) { isRenderedLoosely = true }
        if candidate.renderings.contains(any: rule.weaklyRendered) { isRenderedWeakly = true }
        if candidate.classes.contains(any: rule.contrary), contrary == nil,
          !pair.isName(candidate.words.lowerBound, on: side.other),
          let doubt = doubt(that: candidate, isFreeIn: pair, side.other, for: marker)
        {
          contrary = candidate
          contraryDoubt = doubt
        }
      } else if candidate.renderings.contains(any: rule.cue) {
        isElsewhere = true
      }
    }
    // A word that renders many things does not render this one where a contrary word does.
    if contrary == nil && isRenderedLoosely { return nil }
    guard let base = contrary == nil ? rule.missing : rule.contradicted else { return nil }
    var evidence = base + Self.literalWeight * (place.literalness - Self.middle)
    if isElsewhere { evidence -= contrary == nil ? Self.elsewhere : Self.elsewhere / 2 }
    if isRenderedWeakly { evidence -= Self.weak }
    if isRenderedLoosely { evidence -= Self.weak / 2 }
    evidence -= contraryDoubt
    evidence -= Self.supportWeight * support(of: marker, in: pair[side])
    return suspicion(marker, contrary, evidence, pair, side)
  }

  /// What speaks against a word having no counterpart of its own class but `cue`, which it contradicts;
  /// `nil` if it has one.
  private func doubt(
    that marker: Marker, isFreeIn pair: CheckedPair, _ side: Lexicon.Side, for cue: Marker
  ) -> Float? {
    let place = pair.surroundings(of: marker.words, on: side)
    let wanted = marker.classes.intersection(compared)
    let words = pair[side].words[marker.words]
    var doubt: Float = 0
    for other in pair[side.other].markers
    where place.holds(other.words) && other.renderings.contains(any: wanted) {
      if other.classes.contains(any: wanted) { return nil }
      if words.contains(where: { other.words.contains(Int($0.partner)) }) { return nil }
      doubt = Self.weak / 2
    }
    // "Bajos salarios" is "lower pay" beside a *sube* of its own.
    let strength =
      words.filter { $0.partner >= 0 && !cue.words.contains(Int($0.partner)) }
      .map(\.strength).max() ?? 0
    return doubt + Self.linked * max(0, strength - Self.leastLinked)
  }

  /// How surely the lexicon renders a cue of one word with one of the other side.
  private func support(of marker: Marker, in side: CheckedSide) -> Float {
    marker.words.count == 1 ? max(0, side.words[marker.words.lowerBound].support - 0.3) : 0
  }

  private func suspicion(
    _ marker: Marker, _ contrary: Marker?, _ evidence: Float, _ pair: CheckedPair,
    _ side: Lexicon.Side
  ) -> Suspicion {
    let here = pair[side].span(of: marker.words)
    let there = contrary.map { pair[side.other].span(of: $0.words) }
    let (source, target) = side == .source ? (here, there) : (there, here)
    let place = there ?? pair.placeSpan(of: marker.words, on: side)
    let message =
      switch (source, target) {
      case (let source?, let target?):
        "'\(pair.source.string(source))' became '\(pair.target.string(target))'"
      case (let source?, nil): "'\(pair.source.string(source))' is not rendered"
      case (nil, let target?): "the original does not say '\(pair.target.string(target))'"
      case (nil, nil): ""
      }
    return Suspicion(
      type: type, severity: severity, evidence: evidence, source: side == .source ? here : place,
      target: side == .source ? place : here, message: message)
  }
}
