public import CotejoLexicon
public import CotejoText

/// Learns a lexicon from the documents that are to be aligned.
///
/// Align each document pair with what is known, `add` its beads in a fixed order, `learn`, and align
/// again with the lexicon that comes back beside those there were. Memory is bounded; see ``Bitext``.
public struct CorpusLearner: Sendable {
  /// Beads below this score are not learnt from.
  private static let confident: Float = 0.3

  private var bitext = Bitext()
  /// Passes of training: what only fills the gaps of another lexicon needs fewer.
  private let iterations: Int

  /// Makes a learner that has seen nothing; what it learns will stand beside `lexicons`.
  public init(beside lexicons: [Lexicon]) {
    iterations = lexicons.isEmpty ? 4 : 2
  }

  /// How many sentence pairs were learnt from.
  public var count: Int { bitext.count }

  /// Takes the confident beads of an aligned document pair.
  public mutating func add(_ beads: [Bead], _ source: IndexedText, _ target: IndexedText) {
    let confident = beads.filter {
      $0.score >= Self.confident && !$0.source.isEmpty && !$0.target.isEmpty
    }
    let pairs = confident.map {
      (
        source: Int($0.source.lowerBound)..<Int($0.source.upperBound),
        target: Int($0.target.lowerBound)..<Int($0.target.upperBound)
      )
    }
    bitext.add(pairs, from: source, target)
  }

  /// Trains a lexicon from what was added; nil if that was nothing.
  ///
  /// The result depends on what was added in which order, not on the number of jobs.
  public func learn(
    source: LanguageTag, target: LanguageTag, jobs: Int
  ) throws(LexiconError) -> Lexicon? {
    guard bitext.count > 0 else { return nil }
    var trainer = LexiconTrainer()
    trainer.jobs = jobs
    trainer.iterations = iterations
    return try trainer.train(on: bitext, source: source, target: target)
  }
}
