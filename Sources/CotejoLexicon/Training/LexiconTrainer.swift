public import CotejoText

/// Trains lexicons from sentence pairs.
public struct LexiconTrainer: Sendable {
  /// Passes of expectation maximization, at least one.
  public var iterations = 5
  /// The expected number of links below which a word pair is left out.
  public var leastLinks: Float = 0
  /// Threads; the result is the same for any number.
  public var jobs = 1
  /// How many translations a word keeps.
  public var mostTranslations = 12

  /// Makes a trainer of five passes in one thread.
  public init() {}

  /// Trains a lexicon in both directions; lines of `description`, such as credits and licences, go
  /// into its header.
  ///
  /// - Throws: `training` if there are no pairs, or more words than a lexicon can number (1,048,576
  ///   a side).
  public func train(
    on bitext: Bitext, source: LanguageTag, target: LanguageTag,
    description: [(key: String, value: String)] = []
  ) throws(LexiconError) -> Lexicon {
    guard bitext.count > 0 else {
      throw LexiconError(.training, message: "no sentence pair to train from")
    }
    let most = max(bitext.source.vocabulary.count, bitext.target.vocabulary.count)
    guard most < LexiconLayout.mostWords else {
      throw LexiconError(
        .training, message: "\(most) distinct words; a lexicon numbers \(LexiconLayout.mostWords)")
    }
    let forward = TranslationTable(
      given: bitext.source, predicted: bitext.target, iterations: iterations,
      leastLinks: leastLinks, jobs: jobs)
    let backward = TranslationTable(
      given: bitext.target, predicted: bitext.source, iterations: iterations,
      leastLinks: leastLinks, jobs: jobs)
    let header = [
      ("source", source.description), ("target", target.description), ("pairs", "\(bitext.count)"),
    ]
    let content = LexiconComposer.compose(
      description: header + description, bitext: bitext, forward: forward, backward: backward,
      most: mostTranslations)
    return try Lexicon(storage: LexiconStorage(copying: content), file: "")
  }
}
