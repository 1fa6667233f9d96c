internal import CotejoText

/// What became of a pair in a pass of a run: all that the books and the records take from it.
struct PairOutcome: Sendable {
  /// What a step came to; step 0 is reading, then the stages from 1.
  struct Step: Sendable {
    /// How much it took in.
    var input = 0
    /// How much it gave out.
    var output = 0
    /// The beads that it rejected, by reason.
    var rejected: [String: Int] = [:]
    /// Whether its result was at hand from an earlier run.
    var isStored = false
  }

  /// What both files held, if they could be read.
  var print: PairPrint?
  /// What the steps came to that the pair got to; nil for others.
  var steps: [Step?]
  /// The faults that sent the pair to quarantine, each with its step: on several ways of a plan there
  /// may be several.
  var faults: [(step: Int, fault: DocumentFault)] = []
  /// What ends the run.
  var failure: PipelineError?
  /// Figures for metrics.
  var figures = PairFigures()
  /// The lines that the pair adds to the records of the run.
  var lines = PairLines()

  /// Nothing has been done yet.
  init(stepCount: Int) {
    steps = Array(repeating: nil, count: stepCount)
  }
}
