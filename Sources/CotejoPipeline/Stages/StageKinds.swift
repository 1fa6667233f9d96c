/// A stage that changes one pair at a time: pairs go through it in parallel.
public protocol DocumentStage: Stage {
  /// The parts of a pair that it changes, in the order in which they can be put back: each may need
  /// those before it.
  static var changes: [PairPart] { get }

  /// Does the stage's work on a pair.
  ///
  /// - Parameters:
  ///   - pair: What it works on.
  ///   - id: What the plan calls the stage, for rejections.
  ///   - tools: Breakers and other things that are opened once a task.
  ///   - resources: Lexicons and other things that all tasks share.
  /// - Throws: What sends the pair to quarantine.
  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault)
}

/// A stage that sees every pair before any goes on.
///
/// `observe` sees the pairs in parallel and in any order; the collector gets the observations in
/// corpus order and leaves what it found out in the resources, for the stages behind it.
public protocol BarrierStage: Stage {
  /// What is found out about one pair.
  associatedtype Observation: Sendable
  /// What the observations are added up in.
  associatedtype Collector: BarrierCollector where Collector.Observation == Observation

  /// How many times it must see the corpus.
  var passes: Int { get }

  /// Looks at a pair.
  ///
  /// - Throws: What sends the pair to quarantine.
  func observe(
    _ pair: PairState, resources: StageResources
  ) throws(DocumentFault) -> Observation

  /// Begins a pass.
  func collector(_ resources: StageResources) -> Collector

  /// What the last pass left in the resources, as bytes that later runs can take it from.
  func conclusion(_ resources: StageResources) -> [UInt8]

  /// Takes what an earlier run concluded.
  ///
  /// - Returns: Whether it could be taken; if not, nothing has changed.
  func restore(_ conclusion: [UInt8], into resources: inout StageResources) -> Bool
}

/// What the observations of a pass are added up in.
public protocol BarrierCollector {
  /// What is found out about one pair.
  associatedtype Observation: Sendable

  /// Adds the observation of the next pair, in corpus order.
  mutating func add(_ observation: Observation)

  /// Draws the conclusions of the pass.
  ///
  /// - Throws: `stage`, if the run cannot go on.
  consuming func conclude(_ resources: inout StageResources, jobs: Int) throws(PipelineError)
}

/// A stage that sees the pairs one after another, in corpus order.
///
/// What can be done without knowing the other pairs is done by `prepare`, in parallel.
public protocol OrderedStage: Stage {
  /// What is found out about a pair ahead of its turn.
  associatedtype Prepared: Sendable
  /// What holds the state of the stage in a run.
  associatedtype Visitor: PairVisitor where Visitor.Prepared == Prepared

  /// The parts of a pair that the stage changes.
  static var changes: [PairPart] { get }

  /// Does what needs no other pair.
  func prepare(_ pair: inout PairState) -> Prepared

  /// Begins a run.
  ///
  /// - Throws: `unwritable`, where a file cannot be made.
  func visitor(as id: String, in run: RunContext) throws(PipelineError) -> Visitor
}

/// The state of an ordered stage in a run.
public protocol PairVisitor: AnyObject {
  /// What was found out about a pair ahead of its turn.
  associatedtype Prepared: Sendable

  /// Sees the next pair.
  ///
  /// - Throws: `unwritable`, which ends the run.
  func visit(_ pair: inout PairState, _ prepared: Prepared) throws(PipelineError)

  /// Writes to the disk what is held back, for all stages before the first of them finishes.
  ///
  /// - Throws: `unwritable`: then no file of the run has taken its name.
  func complete() throws(PipelineError)

  /// Ends the run well: files take their final names.
  ///
  /// - Returns: What was written, and further figures for the manifest.
  /// - Throws: `unwritable`.
  func finish() throws(PipelineError) -> VisitorReport
}

extension PairVisitor {
  /// Holds nothing back.
  public func complete() throws(PipelineError) {}
}

/// What an ordered stage leaves behind.
public struct VisitorReport: Sendable {
  /// The files, as paths below the output folder.
  public var files: [String] = []
  /// Units that were written.
  public var written: Int?
  /// Units that the format cannot hold and that were left out of this file.
  public var leftOut = 0
  /// Characters that the format cannot hold and that were replaced by U+FFFD.
  public var replacedCharacters = 0

  /// Nothing is left behind.
  public init() {}
}
