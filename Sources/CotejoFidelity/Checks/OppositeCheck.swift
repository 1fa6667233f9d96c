internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Whether a word became its opposite: *éxito* and *failure*.
///
/// A word of the rendering is suspect where a word of the original stands in its place that the
/// lexicon renders by the opposite, and hardly by the word itself.
struct OppositeCheck: FidelityCheck {
  let name = "opposites"

  /// The opposite must be this likely a rendering.
  private static let leastProbability: Float = 0.04
  /// A rendering is taken to be this likely at the least: the lexicon has not seen everything.
  private static let unseen: Float = 1e-3
  /// A word that renders another so surely is no opposite of anything.
  private static let support: Float = 0.5
  private static let base: Float = -2
  private static let denied: Float = 4
  /// What it takes off that a word and its opposite stand within so many words of each other.
  private static let both: Float = 2.5
  private static let widest = 10
  /// Words beside the gap that are looked at too: an adjective changes places with its noun.
  private static let margin = 2
  /// Words before one that may deny it.
  private static let reach = 5
  private static let supportWeight: Float = 4
  private static let literalWeight: Float = 4
  private static let middle: Float = 0.65

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let opposites = pair.batch.resources.words.target.opposites
    guard !opposites.isEmpty else { return .cannotTell }
    var isThere = false
    for (index, word) in pair.target.words.enumerated() where word.form >= 0 {
      let others = pair.batch.target.opposites[Int(word.form)]
      guard !others.isEmpty else { continue }
      let form = pair.form(of: word, on: .target)
      isThere = true
      guard word.support < Self.support || word.partner >= 0 else { continue }
      let place = pair.surroundings(of: index..<index + 1, on: .target)
      let gap = pair.place(of: index..<index + 1, on: .target)
      let near =
        max(
          0, gap.lowerBound - Self.margin)..<min(
          pair.source.words.count, gap.upperBound + Self.margin)
      var best: (word: Int, evidence: Float)?
      for other in near where Self.isFree(other, for: index, pair) {
        guard let ratio = Self.ratio(pair.source.words[other], form, others, pair) else { continue }
        let elsewhere = Int(word.partner) == other ? 0 : max(0, word.support - 0.2)
        var evidence =
          Self.base + ratio - Self.supportWeight * elsewhere
          + Self.literalWeight * (place.literalness - Self.middle)
        // "No lejos" and "cerca".
        if Self.isDenied(other, pair.source) || Self.isDenied(index, pair.target) {
          evidence -= Self.denied
        }
        if evidence > best?.evidence ?? -1 { best = (other, evidence) }
      }
      guard let best else { continue }
      let source = pair.source.words[best.word].span
      let evidence =
        best.evidence - (Self.hasBoth(best.word, others, around: index, pair) ? Self.both : 0)
      suspicions.append(
        Suspicion(
          type: .opposite, severity: .major, evidence: evidence, source: source,
          target: word.span,
          message: "'\(pair.source.string(source))' became its opposite, "
            + "'\(pair.target.string(word.span))'"))
    }
    return isThere ? .checked : .notApplicable
  }

  /// Whether a word and its opposite stand near each other on either side: then each may be rendered
  /// by a synonym of what the lexicon has.
  private static func hasBoth(
    _ word: Int, _ others: [[UInt8]], around index: Int, _ pair: CheckedPair
  ) -> Bool {
    let opposites = pair.batch.resources.words.source.opposites
      .opposites(of: pair.form(of: pair.source.words[word], on: .source))
    func holds(_ forms: [[UInt8]], _ side: Lexicon.Side, _ middle: Int) -> Bool {
      let words = pair[side].words
      if forms.isEmpty { return false }
      return words[max(0, middle - widest)..<min(words.count, middle + widest)].contains {
        forms.contains(pair.form(of: $0, on: side))
      }
    }
    return holds(opposites, .source, word) || holds(others, .target, index)
  }

  /// Whether a word of the original is not rendered by another word than the one at `index`.
  private static func isFree(_ word: Int, for index: Int, _ pair: CheckedPair) -> Bool {
    let word = pair.source.words[word]
    return word.form >= 0 && (Int(word.partner) == index || word.support < 0.35)
  }

  /// Whether a word shortly before one denies it.
  private static func isDenied(_ word: Int, _ side: CheckedSide) -> Bool {
    side.markers.contains {
      $0.words.upperBound <= word && $0.words.upperBound + reach > word
        && $0.renderings.contains(any: [.negation, .negative, .privative, .few, .lexicalNegation])
    }
  }

  /// How much likelier the opposite renders a word than the word that stands there, in nats; `nil`
  /// where it does not.
  private static func ratio(
    _ word: CheckedWord, _ form: [UInt8], _ opposites: [[UInt8]], _ pair: CheckedPair
  ) -> Float? {
    let known = pair.batch.source.known
    for (index, lexicon) in known.lexicons.enumerated() {
      let number = known.numbers[index][Int(word.form)]
      guard number >= 0 else { continue }
      let itself = lexicon.find(form.span, .target)
      let numbers = opposites.compactMap { lexicon.find($0.span, .target) }
      var (likely, own): (Float, Float) = (0, 0)
      lexicon.forEachTranslation(of: number, .source) {
        if $0.word == itself { own = $0.probability }
        if numbers.contains($0.word) { likely = max(likely, $0.probability) }
      }
      guard likely >= leastProbability, likely > own else { return nil }
      return logf(likely / max(unseen, own))
    }
    return nil
  }
}
