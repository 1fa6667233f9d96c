internal import CotejoAlignment

/// What the checks say of a pair before a sentence encoder is asked about what they doubt.
///
/// ```swift
/// var drafts = try checker.drafts(of: pairs)
/// let vectors = try await encoder.encode(drafts.flatMap { $0.texts.map { $0[...] } })
/// var first = 0
/// for draft in drafts {
///   print(checker.report(on: draft, vectors: vectors, from: first).score)
///   first += draft.texts.count
/// }
/// ```
///
/// For each doubtful suspicion that can be undone, the pair is written once more without the fault. If
/// original and rendering are more alike in the encoder's eyes then, that speaks for the fault, else
/// against it. What the checks are sure of, either way, is not asked.
public struct FidelityDraft: Sendable {
  /// The texts to be encoded: the original, the rendering, and what they would be without what is
  /// suspected; none if nothing is doubtful.
  ///
  /// All are valid UTF-8.
  public internal(set) var texts: [[UInt8]] = []
  /// What the checks suspect; `nil` for a pair that could not be looked at.
  var suspicions: [Suspicion]?
  /// What came of each check.
  var outcomes: [(check: String, outcome: FidelityReport.Outcome)] = []
  /// The report on a pair that could not be looked at has this score.
  var blindScore = 0.5
  /// How likely it is that the rendering has no fault that the checks cannot see.
  var unseenScore = 1.0
  /// Which texts are a suspicion undone.
  var contrasts: [Contrast] = []

  /// A pair of texts in which a suspicion is undone.
  struct Contrast {
    /// The number of the suspicion.
    var suspicion: Int
    /// The numbers of the original and the rendering among the texts.
    var source: Int
    var target: Int
  }

  /// How much more alike the two sides of the pair are for each suspicion once it is undone, at the
  /// best.
  ///
  /// - Parameters:
  ///   - vectors: those of the texts.
  ///   - first: the place of the first of them.
  /// - Returns: differences of cosines; `nil` for suspicions that are not asked about.
  func differences(_ vectors: SentenceVectors, from first: Int) -> [Float?] {
    var differences = [Float?](repeating: nil, count: suspicions?.count ?? 0)
    guard !contrasts.isEmpty else { return differences }
    let itself = vectors.similarity(first, first + 1)
    for contrast in contrasts {
      let undone = vectors.similarity(first + contrast.source, first + contrast.target)
      let known = differences[contrast.suspicion] ?? -.infinity
      differences[contrast.suspicion] = max(known, undone - itself)
    }
    return differences
  }
}
