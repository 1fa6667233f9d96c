public import CotejoText

/// Trains a lexicon from sentence pairs.
public struct LexiconTrainer: Sendable {
  /// How a lexicon is trained.
  public struct Options: Sendable {
    /// Passes of expectation maximization.
    public var iterations = 5
    /// Threads; the result is the same for any number.
    public var jobs = 1
    /// How many translations a word keeps.
    public var mostTranslations = 12

    /// Makes the default options: five passes, one thread.
    public init() {}
  }

  /// Trains a lexicon in both directions.
  ///
  /// - Parameters:
  ///   - bitext: the sentence pairs.
  ///   - description: lines for the header, such as the training text and its licence; languages and
  ///     counts are added.
  /// - Throws: `training` if there are no pairs, or more words than a lexicon can number (1,048,576
  ///   a side).
  public static func train(
    _ bitext: Bitext, source: LanguageTag, target: LanguageTag,
    description: [(key: String, value: String)] = [], options: Options = Options()
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
      given: bitext.source, predicted: bitext.target, iterations: options.iterations,
      jobs: options.jobs)
    let backward = TranslationTable(
      given: bitext.target, predicted: bitext.source, iterations: options.iterations,
      jobs: options.jobs)
    let header =
      [
        ("source", source.description), ("target", target.description),
        ("pairs", "\(bitext.count)"),
      ] + description
    let content = LexiconComposer.compose(
      description: header, bitext: bitext, forward: forward, backward: backward,
      most: options.mostTranslations)
    return try Lexicon(storage: LexiconStorage(copying: content), file: "")
  }
}
