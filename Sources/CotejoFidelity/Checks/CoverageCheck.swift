internal import CotejoLexicon
internal import CotejoText

/// Whether words of the original are not rendered, or words of the rendering render nothing.
///
/// A stretch of words without a counterpart tells by how much its words tell, less what stands
/// without a counterpart where its rendering should be: that may be a free rendering of it.
struct CoverageCheck: FidelityCheck {
  let name = "coverage"

  /// A word has a counterpart if some word of the other side renders it this surely.
  private static let leastSupport: Float = 0.3
  /// The information of a word counts to this many nats: unknown words are not worth more.
  private static let mostInformation: Float = 10
  /// What words without a counterpart on the other side take off.
  private static let exchange: Float = 0.8

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    for side in [Lexicon.Side.source, .target] {
      for words in Self.bareStretches(of: pair[side].words) {
        let other = pair[side == .source ? .target : .source].words
        let place = pair.place(of: words, on: side)
        let evidence =
          Self.mass(pair[side].words[words]) - Self.exchange * Self.mass(other[place])
        guard evidence > 0 else { continue }
        let span = pair[side].span(of: words)
        let text = pair[side].string(span)
        suspicions.append(
          Suspicion(
            type: side == .source ? .omission : .addition, severity: .major, evidence: evidence,
            source: side == .source ? span : nil, target: side == .target ? span : nil,
            message: side == .source ? "'\(text)' is not rendered" : "'\(text)' renders nothing"))
      }
    }
    return .checked
  }

  /// What words tell that have no counterpart, in tens of nats: about as many content words.
  private static func mass(_ words: ArraySlice<CheckedWord>) -> Float {
    words.reduce(0) { sum, word in
      guard !word.isCommon, word.support < leastSupport else { return sum }
      return sum + min(mostInformation, word.information) / mostInformation
        * (1 - word.support / leastSupport)
    }
  }

  /// The longest stretches whose content words all lack a counterpart; they begin and end with one.
  private static func bareStretches(of words: [CheckedWord]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var open: Range<Int>?
    for (index, word) in words.enumerated() where !word.isCommon {
      if word.support < leastSupport {
        open = (open?.lowerBound ?? index)..<index + 1
      } else if let stretch = open {
        stretches.append(stretch)
        open = nil
      }
    }
    if let open { stretches.append(open) }
    return stretches
  }
}
