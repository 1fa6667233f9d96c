public import CotejoText

/// Trains lexicons from sentence pairs.
public struct LexiconTrainer: Sendable {
  /// Passes of expectation maximization, at least one.
  public var iterations = 5
  /// The expected number of links below which a word pair is left out.
  public var leastLinks: Float = 0
  /// How many links the translations that a dictionary gives a word count for, all together: what a
  /// word that was seen so often is translated by, text and dictionary decide alike.
  public var dictionaryLinks: Float = 3
  /// How often a word that no dictionary has must be seen to be kept; what is seen once is mostly a
  /// name, a number or a slip.
  public var leastMentions = 1
  /// Threads; the result is the same for any number.
  public var jobs = 1
  /// How many translations a word keeps.
  public var mostTranslations = 12

  /// Makes a trainer of five passes in one thread.
  public init() {}

  /// Trains a lexicon in both directions; lines of `description`, such as credits and licences, go
  /// into its header.
  ///
  /// A dictionary tells what words may mean before they are seen. Its words are in the lexicon even
  /// where the text does not have them, with no mention.
  ///
  /// - Throws: `training` if there are no pairs, or more words than a lexicon can number (1,048,576
  ///   a side).
  public func train(
    on bitext: Bitext, dictionary: BilingualDictionary = BilingualDictionary(),
    source: LanguageTag, target: LanguageTag, description: [(key: String, value: String)] = []
  ) throws(LexiconError) -> Lexicon {
    guard bitext.count > 0 else {
      throw LexiconError(.training, message: "no sentence pair to train from")
    }
    var bitext = bitext
    let priors = dictionary.priors(for: &bitext)
    let most = max(bitext.source.vocabulary.count, bitext.target.vocabulary.count)
    guard most < LexiconLayout.mostWords else {
      throw LexiconError(
        .training, message: "\(most) distinct words; a lexicon numbers \(LexiconLayout.mostWords)")
    }
    let forward = TranslationTable(
      given: bitext.source, predicted: bitext.target, known: priors.forward,
      knownLinks: dictionaryLinks, iterations: iterations, leastLinks: leastLinks, jobs: jobs)
    let backward = TranslationTable(
      given: bitext.target, predicted: bitext.source, known: priors.backward,
      knownLinks: dictionaryLinks, iterations: iterations, leastLinks: leastLinks, jobs: jobs)
    var header = [
      ("source", source.description), ("target", target.description), ("pairs", "\(bitext.count)"),
    ]
    if let stems = bitext.stems { header.append((Lexicon.stemsKey, "\(stems.length)")) }
    let left = LexiconWords(
      bitext.source, leastMentions: leastMentions, known: priors.forward)
    let right = LexiconWords(
      bitext.target, leastMentions: leastMentions, known: priors.backward)
    let content = LexiconComposer.compose(
      description: header + description, source: left, target: right,
      forward: forward.renumbered(given: left, predicted: right),
      backward: backward.renumbered(given: right, predicted: left), most: mostTranslations)
    return try Lexicon(storage: LexiconStorage(copying: content), file: "")
  }
}
