public import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Learns a lexicon from the corpus itself, for the stages behind it.
public struct LearnStage: BarrierStage {
  public static let name = "learn"
  public static let version = 1
  public static let summary = "learns a lexicon from the corpus itself, before any pair is aligned"
  public static let reads = Material.sentences
  public static let writes = Material.sentences

  static let passes = Parameter<Int>.integer(
    "passes", in: 1...3, default: 1,
    "how often the corpus is aligned to learn from; each pass goes by what the last one learnt")
  static let lexicon = Parameter<String>.nameOrPath(
    "lexicon", names: LexiconChoice.names, default: LexiconChoice.automatic,
    "the dictionary to begin with")

  public static let parameters = [passes.declaration, lexicon.declaration]

  public let values: ParameterValues

  public init(values: ParameterValues) {
    self.values = values
  }

  public func dependencies(_ resources: StageResources) -> [String] {
    [resources.fingerprint(ofLexicon: values[Self.lexicon])]
  }

  public var passes: Int { values[Self.passes] }

  public func observe(
    _ pair: PairState, resources: StageResources
  ) throws(DocumentFault) -> CorpusLearner.Observation {
    do {
      return try learner(resources).observe(pair.source, pair.target)
    } catch {
      throw DocumentFault(error, file: pair.pair.source)
    }
  }

  public func collector(_ resources: StageResources) -> Collector {
    Collector(learner: learner(resources))
  }

  private func learner(_ resources: StageResources) -> CorpusLearner {
    CorpusLearner(base: resources.lexicon(values[Self.lexicon]))
  }

  /// What has been observed of the corpus in a pass.
  public struct Collector: BarrierCollector {
    let learner: CorpusLearner
    private var observations: [CorpusLearner.Observation] = []

    init(learner: CorpusLearner) {
      self.learner = learner
    }

    public mutating func add(_ observation: CorpusLearner.Observation) {
      observations.append(observation)
    }

    public consuming func conclude(
      _ resources: inout StageResources, jobs: Int
    ) throws(PipelineError) {
      resources.learned = learner.learn(
        from: observations, source: resources.source, target: resources.target, jobs: jobs)
    }
  }
}
