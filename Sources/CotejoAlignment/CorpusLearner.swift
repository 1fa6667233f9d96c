public import CotejoLexicon
public import CotejoText

/// Learns a lexicon from the documents that are to be aligned, on top of one it may be given.
///
/// `observe` every pair (in any order, on any thread), hand the observations to `learn` in a fixed
/// order, and align with the lexicon that comes back.
public struct CorpusLearner: Sendable {
  /// The confident sentence pairs of one document pair, as words.
  public struct Observation: Sendable {
  }

  private let base: Lexicon?

  /// Makes a learner that starts from `base`.
  public init(base: Lexicon?) {
    self.base = base
  }

  /// Aligns a document pair with what is known so far and keeps its confident beads.
  public func observe(
    _ source: SegmentedText, _ target: SegmentedText
  ) throws(TextError) -> Observation {
    Observation()
  }

  /// Trains a lexicon from the observations: the same for the same order, for any number of jobs.
  public func learn(
    from observations: [Observation], source: LanguageTag, target: LanguageTag, jobs: Int
  ) -> Lexicon? {
    base
  }
}
