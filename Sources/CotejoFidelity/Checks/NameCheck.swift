internal import CotejoLexicon
internal import CotejoText

/// Whether people, places and organisations of the original are those of the rendering.
///
/// A name is the same in other spelling (*Viacheslav*, *Vjačeslav*), as the lexicon or a list of
/// exonyms and acronyms has it (*Pekín*, *Beijing*), or by its initials. A name that the original
/// lacks, where the original has one that the rendering lacks, is another; a name without a trace
/// may have been rendered by what it names.
struct NameCheck: FidelityCheck {
  let name = "names"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// A name for a name; and where they stand in the same place.
    static let exchanged: Float = 0.5
    static let samePlace: Float = 2
    /// No lexicon has the name of the original, so it should stand as it is.
    static let unknown: Float = 0.75
    /// A word of the rendering's language, that a capital alone makes a name.
    static let ordinary: Float = -1.5
    /// An acronym: they differ from language to language.
    static let acronym: Float = -1
    /// A name that is not there; a name that the original lacks.
    static let lost: Float = -1
    static let added: Float = -2
  }

  /// Words of less information, in nats, are ordinary words.
  private static let ordinary: Float = 10
  /// Words beside the place where a name should be rendered that belong to it all the same.
  private static let slack = 2

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let names = UnmatchedNames(pair, pair.batch.names)
    var sources = names.source
    for run in names.target {
      let place = pair.place(of: run, on: .target)
      let near = max(0, place.lowerBound - Self.slack)..<place.upperBound + Self.slack
      let exchanged =
        sources.firstIndex { $0.overlaps(near) } ?? sources.indices.first
      let span = pair.target.span(of: run)
      let text = pair.target.string(span)
      guard let exchanged else {
        suspicions.append(
          Suspicion(
            type: .name, severity: .major,
            evidence: Weight.added + likely(run, .target, in: pair), source: nil, target: span,
            message: "the original does not name '\(text)'"))
        continue
      }
      let other = sources.remove(at: exchanged)
      let original = pair.source.span(of: other)
      suspicions.append(
        Suspicion(
          type: .name, severity: .critical,
          evidence: Weight.exchanged + (other.overlaps(near) ? Weight.samePlace : 0)
            + likely(run, .target, in: pair) + likely(other, .source, in: pair),
          source: original, target: span,
          message: "'\(pair.source.string(original))' became '\(text)'"))
    }
    for run in sources {
      let span = pair.source.span(of: run)
      suspicions.append(
        Suspicion(
          type: .name, severity: .major, evidence: Weight.lost + likely(run, .source, in: pair),
          source: span, target: nil,
          message: "'\(pair.source.string(span))' is not named"))
    }
    return pair.source.words.contains { $0.isCapitalized } ? .checked : .notApplicable
  }

  /// What speaks for some words being a name that is rendered by itself.
  private func likely(_ run: Range<Int>, _ side: Lexicon.Side, in pair: CheckedPair) -> Float {
    let words = pair[side].words[run]
    var evidence: Float = 0
    if words.allSatisfy({ !$0.isKnown }) {
      evidence += Weight.unknown
    } else if words.allSatisfy({ $0.information < Self.ordinary }) {
      evidence += Weight.ordinary
    }
    if words.allSatisfy({ pair[side].isAcronym($0) }) { evidence += Weight.acronym }
    return evidence
  }
}
