/// What a run did with a pair of documents, for a log.
public struct DocumentEvent: Sendable {
  /// The id of the pair.
  public var pair: String
  /// The stages that worked on it, by their ids.
  public var done: [String] = []
  /// The stages whose results an earlier run had left.
  public var stored: [String] = []
  /// Why it went to quarantine, with the id of the stage, or `read`.
  public var faults: [(stage: String, fault: DocumentFault)] = []

  /// Tells what became of a pair.
  init(_ outcome: PairOutcome, of pair: DocumentPair, _ graph: RunGraph) {
    self.pair = pair.id
    func id(_ step: Int) -> String { step == 0 ? "read" : graph.stage(of: step).id }
    for (step, result) in outcome.steps.enumerated().dropFirst() {
      guard let result, graph.stage(of: step).stage is any DocumentStage else { continue }
      if result.isStored { stored.append(id(step)) } else { done.append(id(step)) }
    }
    faults = outcome.faults.map { (id($0.step), $0.fault) }
  }

  /// `a/b: done segment, align; from the cache normalize`, or why it went to quarantine.
  public var line: String {
    if let (stage, fault) = faults.first {
      return "\(pair): quarantine at \(stage): \(fault.message)"
    }
    var parts: [String] = []
    if !done.isEmpty { parts.append("done " + done.joined(separator: ", ")) }
    if !stored.isEmpty { parts.append("from the cache " + stored.joined(separator: ", ")) }
    return "\(pair): " + (parts.isEmpty ? "read" : parts.joined(separator: "; "))
  }
}
