internal import CotejoLexicon
internal import CotejoText

/// A pair as it would be without a fault that is suspected: what is too much is taken out, what became
/// something else is put back.
///
/// Where a rendering lacks something, it is the original that it is taken out of: nobody has to
/// translate it. Only types of faults are undone for which an encoder's word was found to be worth
/// something; those that are not in `contrast.txt` are not asked about.
struct Counterfactual: Hashable {
  /// The original, or `nil` if it is as it was.
  var source: [UInt8]?
  /// The rendering, or `nil` if it is as it was.
  var target: [UInt8]?

  /// Opposites that are tried for one word.
  private static let mostOpposites = 3

  /// The pairs in which a suspicion is undone; none where that would take words that are not there.
  static func undoing(_ suspicion: Suspicion, in pair: CheckedPair) -> [Counterfactual] {
    switch suspicion.type {
    case .addition, .certainty, .missingName:
      return removal(source: suspicion.source, target: suspicion.target, in: pair)
    case .polarity:
      // The other side's span is the word that is denied here.
      if let span = suspicion.target, pair.target.denies(span) {
        return removal(source: nil, target: span, in: pair)
      }
      return removal(source: suspicion.source, target: nil, in: pair)
    case .number, .name:
      guard let source = suspicion.source, let target = suspicion.target else { return [] }
      let text = pair.source.text[source.range]
      return [Counterfactual(target: pair.target.text.replacing(target, by: text))]
    case .opposite:
      guard let span = suspicion.target else { return [] }
      return opposites(of: span, in: pair)
    default: return []
    }
  }

  /// Takes a stretch out of the side that has it, where one side alone has it.
  private static func removal(
    source: TextSpan?, target: TextSpan?, in pair: CheckedPair
  ) -> [Counterfactual] {
    switch (source, target) {
    case (let span?, nil): [Counterfactual(source: pair.source.text.removing(span))]
    case (nil, let span?): [Counterfactual(target: pair.target.text.removing(span))]
    default: []
    }
  }

  /// Puts the opposites of a word in its place.
  private static func opposites(of span: TextSpan, in pair: CheckedPair) -> [Counterfactual] {
    let words = pair.target.words(in: span)
    guard words.count == 1, pair.target.words[words.lowerBound].form >= 0 else { return [] }
    let word = pair.target.words[words.lowerBound]
    return pair.batch.target.opposites[Int(word.form)].prefix(mostOpposites).map { opposite in
      var opposite = opposite
      if word.isCapitalized, let first = opposite.first, (0x61...0x7A).contains(first) {
        opposite[0] = first & ~0x20
      }
      return Counterfactual(target: pair.target.text.replacing(span, by: opposite[...]))
    }
  }
}

extension CheckedSide {
  /// Whether a stretch is a word or phrase that denies.
  fileprivate func denies(_ stretch: TextSpan) -> Bool {
    markers.contains {
      span(of: $0.words) == stretch
        && $0.classes.contains(any: [.negation, .negative, .privative])
    }
  }
}

extension [UInt8] {
  /// The text with other bytes in place of a stretch.
  fileprivate func replacing(_ span: TextSpan, by bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = self
    text.replaceSubrange(span.range, with: bytes)
    return text
  }

  /// The text without a stretch, and without one of the blanks or commas that then stand side by side.
  fileprivate func removing(_ span: TextSpan) -> [UInt8] {
    var (lower, upper) = (Int(span.lower), Int(span.upper))
    let isEnd = { (byte: UInt8) in
      [0x20, 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F].contains(byte)
    }
    if lower > 0, self[lower - 1] == 0x20, upper == count || isEnd(self[upper]) { lower -= 1 }
    if lower > 0, self[lower - 1] == 0x2C, upper < count, self[upper] != 0x20, isEnd(self[upper]) {
      lower -= 1
    }
    if lower == 0 { while upper < count, self[upper] == 0x20 || self[upper] == 0x2C { upper += 1 } }
    return Array(self[..<lower] + self[upper...])
  }
}
