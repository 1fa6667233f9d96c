internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Learns a lexicon from the corpus itself, for the stages behind it.
public struct LearnStage: BarrierStage, LexiconStage {
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

  var lexiconChoice: String { values[Self.lexicon] }

  public var passes: Int { values[Self.passes] }

  /// A pair as the learner takes it: aligned with what is known so far.
  public struct Observation: Sendable {
    let beads: [Bead]
    let source: IndexedText
    let target: IndexedText
  }

  public func observe(
    _ pair: PairState, resources: StageResources
  ) throws(DocumentFault) -> Observation {
    do {
      let source = try IndexedText(pair.source)
      let target = try IndexedText(pair.target)
      let beads =
        pair.pair.isLineParallel
        ? LineSplitter.beads(of: pair)
        : resources.aligner(lexiconChoice).align(source, target)
      return Observation(beads: beads, source: source, target: target)
    } catch {
      throw DocumentFault(error, file: pair.pair.source)
    }
  }

  public func collector(_ resources: StageResources) -> Collector {
    Collector()
  }

  /// What has been observed of the corpus in a pass.
  public struct Collector: BarrierCollector {
    private var learner = CorpusLearner()

    public mutating func add(_ observation: Observation) {
      learner.add(observation.beads, observation.source, observation.target)
    }

    public consuming func conclude(
      _ resources: inout StageResources, jobs: Int
    ) throws(PipelineError) {
      do {
        resources.learned = try learner.learn(
          source: resources.source, target: resources.target, jobs: jobs)
      } catch {
        // A corpus too small to learn from is aligned by what else is known.
        guard error.code != .training else { return }
        throw PipelineError(.stage, at: Place(file: "stage 'learn'"), error.message)
      }
    }
  }
}
