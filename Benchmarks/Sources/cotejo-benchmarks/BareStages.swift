import Cotejo

/// The work of a pipeline without a runner: each pair of documents is read and goes through the stages
/// one after another, in one task.
///
/// No hashes, no keys, no cache, no figures, no records, no manifest: what a program would do that
/// called the stages in a loop. Only pipelines of one input and one chain of stages without barriers.
struct BareStages {
  let plan: Plan
  let input: RunInput

  private struct Unfit: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads the pipeline `file` and lists the documents of its input.
  init(pipeline file: String) throws {
    let reading = PlanReader.read(try InputFile.bytes(of: file), file: file)
    guard let plan = reading.plan else {
      throw Unfit(description: reading.problems.map(\.description).joined(separator: "\n"))
    }
    guard plan.inputs.count == 1, let planned = plan.inputs.first else {
      throw Unfit(description: "\(file) has several inputs")
    }
    for (position, stage) in plan.stages.enumerated() {
      guard stage.stage is any DocumentStage || stage.stage is any OrderedStage else {
        throw Unfit(description: "the stage '\(stage.id)' is a barrier")
      }
      switch stage.origin {
      case .inputs: if position == 0 { continue }
      case .stage(let before):
        if before == position - 1 { continue }
      }
      throw Unfit(description: "the stages of \(file) are no chain")
    }
    let corpus = CorpusReader(
      source: plan.source, target: plan.target, roles: planned.roles, manifest: planned.manifest,
      transcripts: planned.transcripts, unpaired: planned.unpaired
    ).read(planned.corpus)
    guard let found = corpus.corpus else {
      throw Unfit(description: corpus.problems.map(\.description).joined(separator: "\n"))
    }
    self.plan = plan
    input = RunInput(plan: planned, corpus: found)
  }

  /// Does all stages and writes their exports into a folder that is there.
  func run(into folder: String) throws {
    let resources = try StageResources(plan, plan.stages)
    var tools = StageTools(resources: resources)
    let context = RunContext(
      folder: folder, source: plan.source, target: plan.target, version: "0")
    let visitors = try plan.stages.map { planned in
      try (planned.stage as? any OrderedStage).map { try OpenStage($0, planned.id, context) }
    }
    let reader = DocumentReader(charset: DocumentReader.Charset(input.plan.charset))
    for (number, pair) in input.corpus.pairs.enumerated() {
      guard let source = pair.source else { continue }
      var original = try reader.document(
        at: input.corpus.path(of: source), language: plan.source)
      original.id = source
      var rendering = try reader.document(
        at: input.corpus.path(of: pair.target), language: plan.target)
      rendering.id = pair.target
      var state = PairState(number: number, pair: pair, source: original, target: rendering)
      for (planned, visitor) in zip(plan.stages, visitors) {
        if let stage = planned.stage as? any DocumentStage {
          try stage.process(&state, as: planned.id, tools: &tools, resources: resources)
        } else {
          try visitor?.visit(&state)
        }
      }
    }
    for case let visitor? in visitors { try visitor.close() }
  }

  /// An ordered stage at work, whatever its type.
  private struct OpenStage {
    let visit: (inout PairState) throws -> Void
    let close: () throws -> Void

    init(_ stage: some OrderedStage, _ id: String, _ context: RunContext) throws {
      let visitor = try stage.visitor(as: id, in: context)
      visit = { state in
        let prepared = stage.prepare(&state)
        try visitor.visit(&state, prepared)
      }
      close = {
        try visitor.complete()
        _ = try visitor.finish()
      }
    }
  }
}
