#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Whether the rendering reads as its language does, and leaves no word of either side alone.
///
/// A word lost, added or put into another form seldom leaves a sentence as likely as it was. How
/// likely a faithful one is depends on what it says; so its original is weighed too. That tells the
/// better of two renderings rather than a faulty one: it moves the score a little and is never told.
struct FluencyCheck: FidelityCheck {
  let name = "fluency"

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard let source = pair.fluency.source, let target = pair.fluency.target else {
      return .cannotTell
    }
    let sourceTrace = Trace(pair.source.words)
    let targetTrace = Trace(pair.target.words)
    suspicions.append(
      Suspicion(
        type: .fluency, severity: .minor,
        features: Self.features(target, targetTrace) + [
          sourceTrace.lost / sourceTrace.count, sourceTrace.faint / sourceTrace.count,
          sourceTrace.lost / 10, sourceTrace.faint / 10, sourceTrace.bare / 10,
          sourceTrace.commonBare / 10,
        ] + Self.original(source),
        source: nil, target: nil, message: "the rendering reads unlike its language"))
    return .checked
  }

  /// What the rendering says, by its words and as a whole.
  private static func features(_ fluency: Fluency, _ trace: Trace) -> [Float] {
    let count = fluency.count + 3
    return [
      fluency.cost / count, fluency.plainCost / count, fluency.cost / 20, fluency.plainCost / 20,
      fluency.dearest / 10, fluency.clash / 10, fluency.count / 20,
      trace.lost / trace.count, trace.faint / trace.count, trace.lost / 10, trace.faint / 10,
      trace.bare / 10, trace.commonBare / 10,
    ]
  }

  /// What the original leads to expect; it is the same for all renderings of it.
  private static func original(_ fluency: Fluency) -> [Float] {
    let count = fluency.count + 3
    return [
      fluency.cost / count, fluency.plainCost / count, fluency.cost / 20, fluency.plainCost / 20,
      fluency.dearest / 10, fluency.clash / 10, fluency.count / 20,
    ]
  }
}

/// How much of the words of a side has a counterpart.
private struct Trace {
  /// A counterpart less sure than this is none.
  private static let least: Float = 0.03
  private static let bareSupport: Float = 0.3

  /// The words, and some more, so that short sides say less.
  let count: Float
  /// The negated logarithms of how surely words are linked, and of how surely any word renders them,
  /// summed up.
  var lost: Float = 0
  var faint: Float = 0
  /// How many words have no counterpart, content words and common ones.
  var bare: Float = 0
  var commonBare: Float = 0

  init(_ words: [CheckedWord]) {
    count = Float(words.count + 3)
    for word in words {
      lost -= logf(max(Self.least, min(1, word.strength)))
      faint -= logf(max(Self.least, min(1, max(word.strength, word.support))))
      if max(word.strength, word.support) >= Self.bareSupport { continue }
      if word.isCommon { commonBare += 1 } else { bare += 1 }
    }
  }
}
