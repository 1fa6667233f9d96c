internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Learns a lexicon from the corpus itself, for the stages behind it.
struct LearnStage: BarrierStage, LexiconStage {
  static let name = "learn"
  static let version = 2
  static let summary = "learns a lexicon from the corpus itself, before any pair is aligned"
  static let reads = Material.sentences
  static let writes = Material.sentences

  static let passes = Parameter<Int>.integer(
    "passes", in: 1...3, default: 1,
    "how often the corpus is aligned to learn from; each pass goes by what the last one learnt")
  static let lexicon = Parameter<String>.nameOrPath(
    "lexicon", names: LexiconChoice.names, default: "automatic",
    "the dictionary to begin with")

  static let parameters = [passes.declaration, lexicon.declaration]

  static let needsOriginals = true

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// What it begins with is what it depends on, not what comes out.
  func dependencies(_ resources: StageResources) -> [String] {
    resources.lexicon(lexiconChoice).map { [resources.fingerprint(of: $0)] } ?? []
  }

  var passes: Int { values[Self.passes] }

  func observe(
    _ pair: PairState, resources: StageResources
  ) throws(DocumentFault) -> CorpusLearner.Observation {
    do {
      let texts = ComparedTexts(
        try IndexedText(pair.source), try IndexedText(pair.target),
        lexicons: given(resources))
      let beads =
        pair.pair.isLineParallel
        ? LineSplitter.beads(of: pair)
        : resources.aligner(lexiconChoice).align(texts)
      let learner = CorpusLearner(beside: given(resources))
      return learner.observe(beads, texts)
    } catch {
      throw DocumentFault(error, file: pair.pair.representative)
    }
  }

  func collector(_ resources: StageResources) -> Collector {
    Collector(beside: given(resources))
  }

  /// The lexicon that was learnt; nothing where there was too little to learn from.
  func conclusion(_ resources: StageResources) -> [UInt8] { resources.learnt?.content ?? [] }

  func restore(_ conclusion: [UInt8], into resources: inout StageResources) -> Bool {
    if conclusion.isEmpty {
      resources.learnt = nil
      return true
    }
    guard let lexicon = try? Lexicon(content: conclusion), lexicon.source == resources.source,
      lexicon.target == resources.target
    else { return false }
    resources.learnt = lexicon
    return true
  }

  /// What it begins with: what a pass has learnt helps the next one to align, not to learn, for what
  /// that learns takes its place.
  private func given(_ resources: StageResources) -> [Lexicon] {
    resources.lexicon(lexiconChoice).map { [$0] } ?? []
  }

  /// What has been observed of the corpus in a pass.
  struct Collector: BarrierCollector {
    private var learner: CorpusLearner

    init(beside lexicons: [Lexicon]) {
      learner = CorpusLearner(beside: lexicons)
    }

    mutating func add(_ observation: CorpusLearner.Observation) {
      learner.add(observation)
    }

    consuming func conclude(
      _ resources: inout StageResources, jobs: Int
    ) throws(PipelineError) {
      do {
        // A corpus too small to learn from is aligned by what else is known.
        resources.learnt = try learner.learn(
          source: resources.source, target: resources.target, jobs: jobs)
      } catch {
        throw PipelineError(.stage, at: Place(file: "stage 'learn'"), error.message)
      }
    }
  }
}
