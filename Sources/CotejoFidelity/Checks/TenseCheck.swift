internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Whether what was will be, or the like.
///
/// Compares verbs that are linked, with their auxiliaries. What languages and styles do differently
/// says nothing: a narrator's present, a perfect for a past, the shift of tenses in reported speech.
struct TenseCheck: FidelityCheck {
  let name = "tense"

  /// Verbs that are linked less surely are not compared.
  private static let leastStrength: Float = 0.3
  private static let literalWeight: Float = 3
  private static let middle: Float = 0.65
  private static let reported: Float = 2
  private static let shared: Float = 3
  /// Words before a verb among which the auxiliary of another may serve it too.
  private static let reach = 12
  /// Tenses say less the nearer they are: see ``evidence(_:_:)``.
  private static let leastEvidence: Float = -1

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasMarkerWords else { return .cannotTell }
    var isThere = false
    var done: Set<Int> = []
    for (left, right) in Self.verbs(of: pair) {
      let source = pair.source.tense(of: left)
      let target = pair.target.tense(of: right)
      guard !source.tenses.isEmpty, !target.tenses.isEmpty else { continue }
      // "Está prohibido" and "banned": a participle may go without its auxiliary.
      if source.start < left, target.start == right, pair.target.words[right].isPastOrParticiple {
        continue
      }
      if target.start < right, source.start == left, pair.source.words[left].isPastOrParticiple {
        continue
      }
      isThere = true
      guard var evidence = Self.evidence(source.tenses, target.tenses) else { continue }
      let place = pair.surroundings(of: left..<left + 1, on: .source)
      evidence += Self.literalWeight * (place.literalness - Self.middle)
      if Self.isReported(left, pair.source) { evidence -= Self.reported }
      if Self.mayShareAuxiliary(target, right, pair.target)
        || Self.mayShareAuxiliary(source, left, pair.source)
      {
        evidence -= Self.shared
      }
      // An auxiliary and its verb are linked each; one suspicion is enough.
      guard evidence >= Self.leastEvidence, done.insert(target.start).inserted else { continue }
      let spans = (
        pair.source.span(of: source.start..<max(left, source.start) + 1),
        pair.target.span(of: target.start..<max(right, target.start) + 1)
      )
      suspicions.append(
        Suspicion(
          type: .tense, severity: .major, evidence: evidence, source: spans.0, target: spans.1,
          message: "'\(pair.source.string(spans.0))' became '\(pair.target.string(spans.1))'"))
    }
    return isThere ? .checked : .notApplicable
  }

  /// The verbs that render each other: those that are linked, and those that stand alone in each
  /// other's place, as another tense is seldom linked surely.
  private static func verbs(of pair: CheckedPair) -> [(Int, Int)] {
    var verbs: [(Int, Int)] = []
    var isTaken = [Bool](repeating: false, count: pair.target.words.count)
    for link in pair.links where link.strength >= leastStrength {
      let (left, right) = (Int(link.source), Int(link.target))
      guard isVerb(left, pair.source), isVerb(right, pair.target) else { continue }
      verbs.append((left, right))
      isTaken[right] = true
    }
    let finite: MarkerClasses = [.past, .present, .future, .conditional]
    for (right, word) in pair.target.words.enumerated() where !isTaken[right] {
      let isCopula = isFiniteCopula(word)
      guard isCopula || !word.isCommon && pair.target.tense(of: right).start < right else {
        continue
      }
      let place = pair.place(of: right..<right + 1, on: .target)
      let near = max(0, place.lowerBound - 1)..<min(pair.source.words.count, place.upperBound + 1)
      let others = near.filter {
        let other = pair.source.words[$0]
        return isCopula
          ? isFiniteCopula(other)
          : other.strength < leastStrength && !other.isCommon && other.classes.contains(any: finite)
      }
      if others.count == 1 { verbs.append((others[0], right)) }
    }
    return verbs
  }

  private static func isFiniteCopula(_ word: CheckedWord) -> Bool {
    word.classes.contains(.copula) && word.classes.contains(any: [.past, .present, .future])
  }

  /// Whether a word may tell when something is: content words that are verbs, and copulas.
  private static func isVerb(_ word: Int, _ side: CheckedSide) -> Bool {
    let word = side.words[word]
    return word.classes.contains(any: [.past, .present, .future, .conditional, .participle])
      || !word.isCommon
  }

  /// Whether a verb may be a participle that shares an auxiliary further off: *will be cancelled or
  /// postponed*.
  private static func mayShareAuxiliary(
    _ tense: (tenses: VerbTense, start: Int), _ word: Int, _ side: CheckedSide
  ) -> Bool {
    guard tense.start == word, side.words[word].isPastOrParticiple, !side.words[word].isAuxiliary
    else {
      return false
    }
    return side.words[max(0, word - reach)..<word].contains { $0.isAuxiliary }
  }

  /// Whether a word of saying stands before a verb.
  private static func isReported(_ word: Int, _ side: CheckedSide) -> Bool {
    side.markers.contains {
      $0.words.upperBound <= word && $0.classes.contains(any: [.report, .belief])
    }
  }

  /// The evidence of a tense in place of another, the least of all that the forms may be; `nil` for
  /// none.
  private static func evidence(_ source: VerbTense, _ target: VerbTense) -> Float? {
    var least: Float?
    for one in VerbTense.all where source.contains(one) {
      for other in VerbTense.all where target.contains(other) {
        guard let evidence = Self.evidence(of: one, other) else { return nil }
        least = min(least ?? evidence, evidence)
      }
    }
    return least
  }

  private static func evidence(of source: VerbTense, _ target: VerbTense) -> Float? {
    switch (source, target) {
    case (.past, .future), (.pluperfect, .future), (.perfect, .future): 3
    case (.future, .past), (.future, .pluperfect), (.future, .perfect): 3
    case (.past, .present), (.pluperfect, .present): 0.5
    case (.present, .pluperfect): 1.5
    case (.present, .past): -0.3
    case (.present, .future): 1
    case (.future, .present): 0
    case (.conditional, .future), (.future, .conditional): 0
    case (.past, .conditional), (.conditional, .past): -0.5
    case (.present, .conditional), (.conditional, .present): 0
    default: nil
    }
  }
}
