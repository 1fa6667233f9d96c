/// A pair on its way through the stages of a run, with what became of it so far.
struct Passage: Sendable {
  /// The pair behind a step.
  struct Stop: Sendable {
    var state: PairState
    /// What identifies all that the state was made from.
    var key: ResultKey
  }

  /// The number of the pair.
  let number: Int
  /// What became of it.
  var outcome: PairOutcome
  /// The hashes of its files, once they are read.
  private(set) var hashes: DocumentHashes?
  /// By step; nil where it did not get, and behind the last that reads it.
  private var stops: [Stop?]

  /// Nothing has been read yet.
  init(_ number: Int, _ graph: RunGraph) {
    self.number = number
    outcome = PairOutcome(stepCount: graph.stepCount)
    stops = Array(repeating: nil, count: graph.stepCount)
    outcome.steps[0] = PairOutcome.Step(input: 1)
  }

  /// Puts the pair on its way as it was read.
  mutating func begin(_ stop: Stop, _ hashes: DocumentHashes) {
    self.hashes = hashes
    outcome.print = hashes.print
    outcome.figures.enter(read: stop.state)
    outcome.steps[0]?.output = 1
    stops[0] = stop
  }

  /// What a step works on; nil where the pair does not come to it.
  ///
  /// What nobody else reads is handed over, to be changed in its place.
  mutating func take(for step: Int, _ graph: RunGraph) -> Stop? {
    let origin = graph.origin(of: step)
    guard graph.isLast(step, toRead: origin) else { return stops[origin] }
    return stops[origin].take()
  }

  /// Leaves the pair behind a step.
  mutating func leave(_ stop: Stop, behind step: Int) { stops[step] = stop }
}
