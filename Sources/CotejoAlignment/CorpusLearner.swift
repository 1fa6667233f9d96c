public import CotejoLexicon
public import CotejoText

/// Learns a lexicon from the documents that are to be aligned, on top of those it is given.
public struct CorpusLearner: Sendable {
  /// Beads below this score are not learnt from.
  private static let confident: Float = 0.5

  private var bitext = Bitext()

  /// Makes a learner that has seen nothing.
  public init() {}

  /// Takes the confident beads of an aligned document pair.
  public mutating func add(_ beads: [Bead], _ source: IndexedText, _ target: IndexedText) {
    bitext.add(
      beads.filter { $0.score > Self.confident }.map {
        (
          Int($0.source.lowerBound)..<Int($0.source.upperBound),
          Int($0.target.lowerBound)..<Int($0.target.upperBound)
        )
      }, from: source, target)
  }

  /// Trains a lexicon from what was added.
  public func learn(source: LanguageTag, target: LanguageTag, jobs: Int) throws(LexiconError)
    -> Lexicon
  {
    var options = LexiconTrainer.Options()
    options.jobs = jobs
    return try LexiconTrainer.train(bitext, source: source, target: target, options: options)
  }
}
