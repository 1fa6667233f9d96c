/// What a run did: figures for people, gates and the manifest.
public struct RunReport: Sendable {
  /// What a stage took in and gave out, over all pairs.
  public struct StageTally: Sendable {
    /// The id of the stage; `read` for the reading of documents, which comes before all stages.
    public var id: String
    /// The name of the stage; `read` for reading.
    public var uses: String
    /// What it takes in.
    public var reads = Material.documents
    /// What it gives out.
    public var writes = Material.documents
    /// How much it took in.
    public var input = 0
    /// How much it gave out.
    public var output = 0
    /// The beads that it rejected, by reason.
    public var rejected: [String: Int] = [:]
    /// The pairs that went to quarantine in it, by error.
    public var quarantined: [String: Int] = [:]
    /// What those pairs would have brought in.
    public var quarantinedInput = 0
    /// How many pairs' results were at hand from an earlier run.
    public var stored = 0
    /// What it wrote, if it writes.
    public var visitor: VisitorReport?

    /// What does not come out that came in, although nobody said why; 0 if the sums close.
    var missing: Int {
      reads == writes || reads == .quotations
        ? input - output - quarantinedInput - rejected.values.reduce(0, +)
        : 0
    }
  }

  /// A pair that could not be read or aligned.
  public struct Quarantined: Sendable {
    /// The pair.
    public var pair: DocumentPair
    /// The id of the stage, or `read`.
    public var stage: String
    /// Why.
    public var fault: DocumentFault
  }

  /// A gate with the figure it was held against.
  public struct GateResult: Sendable {
    /// The gate.
    public var gate: Gate
    /// The figure; `nil` where there was nothing to measure, which no bound lets pass.
    public var value: Double?
    /// Whether the figure lies within the bounds.
    public var passed: Bool
  }

  /// How many pairs there were, articles among them.
  public var pairs = 0
  /// How many of them are articles.
  public var articles = 0
  /// How many transcripts they may quote from.
  public var transcripts = 0
  /// What people should know and no result depends on, a line each: that an index of transcripts was
  /// damaged and is made anew, or cannot be kept.
  public var notices: [String] = []
  /// Why other transcripts could not be read, in the order of their inputs and paths.
  public var unreadTranscripts: [DocumentFault] = []
  /// How many documents had no partner.
  public var unpaired = 0
  /// Reading, and then the stages of the plan.
  public var stages: [StageTally] = []
  /// The pairs that went to quarantine, in corpus order.
  public var quarantined: [Quarantined] = []
  /// Figures that gates can bound.
  public var metrics: [Metric: Double] = [:]
  /// The gates of the plan.
  public var gates: [GateResult] = []
  /// The files that were written, as paths below the output folder.
  public var files: [String] = []
  /// What was done to documents when they were read and normalized, by kind: how often.
  public var repairs: [String: Int] = [:]
  /// Whether an earlier run had done all of it, and its files were found as it left them.
  public var isUnchanged = false
  /// Seconds from start to end.
  public var seconds = 0.0

  /// Holds the metrics against gates.
  mutating func hold(against gates: [Gate]) {
    // With `--until`, the stage that a figure comes from may not have been done.
    let done = Set(stages.map(\.uses))
    self.gates = gates.filter { $0.metric.stage.map(done.contains) ?? true }.map { gate in
      let value = metrics[gate.metric]
      let passed =
        value.map { $0 >= gate.minimum ?? -.infinity && $0 <= gate.maximum ?? .infinity } ?? false
      return GateResult(gate: gate, value: value, passed: passed)
    }
  }

  /// How many beads went to the export that got most; `nil` if the plan has none.
  public var exported: Int? {
    stages.filter { $0.uses == ExportStage.name }.map(\.output).max()
  }

  /// Why there is nothing to export, line by line; empty if there is something, or no export.
  public var explanation: [String] {
    guard exported == 0 else { return [] }
    var lines: [String] = []
    for stage in stages {
      var parts = ["\(stage.id): \(stage.input) \(stage.reads.unit) in"]
      parts.append("\(stage.output) \(stage.writes.unit) out")
      for (reason, count) in stage.rejected.sorted(by: { $0.key < $1.key }) {
        parts.append("\(count) rejected by \(reason)")
      }
      for (error, count) in stage.quarantined.sorted(by: { $0.key < $1.key }) {
        parts.append("\(count) pairs in quarantine: \(error)")
      }
      lines.append(parts.joined(separator: ", "))
    }
    return lines
  }
}
