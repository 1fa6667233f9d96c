/// The state of an ordered stage in a run, whatever its type.
struct OpenVisitor {
  let visit: (inout PairState, any Sendable) throws(PipelineError) -> Void
  let complete: () throws(PipelineError) -> Void
  let finish: () throws(PipelineError) -> VisitorReport

  /// Begins a run of a stage.
  init(_ stage: some OrderedStage, as id: String, in run: RunContext) throws(PipelineError) {
    self = try Self.open(stage, as: id, in: run)
  }

  private init(
    visit: @escaping (inout PairState, any Sendable) throws(PipelineError) -> Void,
    complete: @escaping () throws(PipelineError) -> Void,
    finish: @escaping () throws(PipelineError) -> VisitorReport
  ) {
    self.visit = visit
    self.complete = complete
    self.finish = finish
  }

  private static func open<S: OrderedStage>(
    _ stage: S, as id: String, in run: RunContext
  ) throws(PipelineError) -> OpenVisitor {
    let visitor = try stage.visitor(as: id, in: run)
    return OpenVisitor(
      visit: { (state: inout PairState, prepared: any Sendable) throws(PipelineError) in
        guard let prepared = prepared as? S.Prepared else {
          preconditionFailure("a stage was handed what another prepared")
        }
        try visitor.visit(&state, prepared)
      },
      complete: { () throws(PipelineError) in try visitor.complete() },
      finish: { () throws(PipelineError) in try visitor.finish() })
  }
}
