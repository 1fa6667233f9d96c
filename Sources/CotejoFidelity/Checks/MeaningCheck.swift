internal import CotejoLexicon

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Whether the rendering as a whole says what the original says, word for word.
///
/// What both sides tell that has no sure counterpart, as a share of all that they tell.
struct MeaningCheck: FidelityCheck {
  let name = "meaning"

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasLexicon else { return .cannotTell }
    let source = Loss(pair.source.words, without: [])
    let target = Loss(pair.target.words, without: pair.target.bracketedWords())
    let ratio = logf(Float(pair.source.words.count + 3) / Float(pair.target.words.count + 3))
    suspicions.append(
      Suspicion(
        type: .meaning, severity: .major,
        features: [
          source.unlinked, target.unlinked, source.unsupported, target.unsupported,
          source.commonUnlinked, target.commonUnlinked, ratio * ratio,
        ],
        source: nil, target: nil,
        message: "the rendering as a whole has little in common with the original"))
    return .checked
  }
}

/// What the words of a side tell that is lost, as shares.
private struct Loss {
  /// Of all words, by what links lack.
  var unlinked: Float
  /// Of all words, by what the best counterpart lacks.
  var unsupported: Float
  /// Of the words that stand in every other sentence, how many have no link.
  var commonUnlinked: Float

  init(_ words: [CheckedWord], without isLeftOut: [Bool]) {
    var (all, unlinked, unsupported): (Float, Float, Float) = (0, 0, 0)
    var (common, lost) = (0, 0)
    for (index, word) in words.enumerated() where isLeftOut.isEmpty || !isLeftOut[index] {
      all += word.information
      unlinked += word.information * (1 - word.strength)
      unsupported += word.information * (1 - word.support)
      if word.isCommon {
        common += 1
        if word.partner < 0 { lost += 1 }
      }
    }
    self.unlinked = unlinked / max(1, all)
    self.unsupported = unsupported / max(1, all)
    commonUnlinked = Float(lost) / Float(common + 1)
  }
}
