public import CotejoLexicon
public import CotejoText

/// Learns a lexicon from the documents that are to be aligned, to stand beside those there are.
///
/// Align each document pair with what is known, `observe` its beads (on any thread), `add` the
/// observations in a fixed order, `learn`, and align again with the lexicon that comes back as well.
/// Memory is bounded; see `Bitext`.
public struct CorpusLearner: Sendable {
  /// The words of confident beads that nothing known explains.
  public struct Observation: Sendable {
    fileprivate let source: IndexedText
    fileprivate let target: IndexedText
  }

  /// Beads below this score are not learnt from.
  private static let confident: Float = 0.3

  /// Passes of training: more change little on what one corpus holds.
  private static let iterations = 4
  /// A word pair that was met less than twice is hearsay.
  private static let leastLinks: Float = 2

  /// What words are cut to where no other lexicon is there to know their forms.
  ///
  /// Of 4 to 8 code points the best mean strict F1 over openly licensed sets without a lexicon.
  private static let stems = WordStems(length: 5)
  /// How often to align and learn: what the first pass learns from nothing makes a better second.
  public var passes: Int { lexicons.isEmpty ? 2 : 1 }

  private let lexicons: [Lexicon]
  private var bitext: Bitext

  /// Makes a learner that has seen nothing; what it learns will stand beside `lexicons`.
  public init(beside lexicons: [Lexicon]) {
    self.lexicons = lexicons
    bitext = Bitext(stems: lexicons.isEmpty ? Self.stems : nil)
  }

  /// How many sentence pairs were learnt from.
  public var count: Int { bitext.count }

  /// Takes from the confident beads of a document pair what is worth learning.
  public func observe(
    _ beads: [Bead], _ source: IndexedText, _ target: IndexedText
  ) -> Observation {
    observe(beads, ComparedTexts(source, target, lexicons: lexicons))
  }

  /// Takes from the confident beads of two texts, which were compared by the lexicons that the
  /// learner stands beside, what is worth learning.
  public func observe(_ beads: [Bead], _ texts: ComparedTexts) -> Observation {
    let confident = beads.filter {
      $0.score >= Self.confident && !$0.source.isEmpty && !$0.target.isEmpty
    }
    var unexplained = UnexplainedWords(texts)
    let (left, right) = unexplained.words(of: confident)
    return Observation(source: left, target: right)
  }

  /// Takes an observation in.
  public mutating func add(_ observation: Observation) {
    let pairs = (0..<observation.source.count).map { (source: $0..<$0 + 1, target: $0..<$0 + 1) }
    bitext.add(pairs, from: observation.source, observation.target)
  }

  /// Observes the beads of a document pair and takes them in.
  public mutating func add(_ beads: [Bead], _ source: IndexedText, _ target: IndexedText) {
    add(observe(beads, source, target))
  }

  /// Trains a lexicon from what was added; nil if that was nothing.
  ///
  /// The result depends on what was added in which order, not on the number of jobs.
  public func learn(
    source: LanguageTag, target: LanguageTag, jobs: Int
  ) throws(LexiconError) -> Lexicon? {
    guard bitext.count > 0 else { return nil }
    var trainer = LexiconTrainer()
    trainer.iterations = Self.iterations
    trainer.leastLinks = Self.leastLinks
    trainer.jobs = jobs
    return try trainer.train(on: bitext, source: source, target: target)
  }
}
