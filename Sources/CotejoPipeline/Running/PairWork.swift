internal import CotejoText

/// What became of a pair in the parallel part of a run.
struct PairOutcome: Sendable {
  /// The pair, if it came through.
  var state: PairState?
  /// The fault that sends it to quarantine, and the step that it came from: 0 for reading, then the
  /// stages from 1.
  var fault: (step: Int, fault: DocumentFault)?
  /// How much each step took in and gave out, reading first.
  var amounts: [(input: Int, output: Int)] = []
  /// What ordered stages found out ahead of their turn, by the position of the stage.
  var prepared: [Int: any Sendable] = [:]
  /// What both files held, if they could be read.
  var print: PairPrint?
  /// The hashes of both files, in the pass that gives the output.
  var hashes: DocumentHashes?
}

/// The hashes of the files of a pair; an article has no original.
struct DocumentHashes: Sendable {
  let source: SHA256.Digest?
  let target: SHA256.Digest
}

/// The part of a run that treats each pair by itself.
struct PairWork: Sendable {
  let pairs: [RunPair]
  let stages: [PlannedStage]
  let resources: StageResources
  /// The document stages before this position are done; those behind an ordered stage are not.
  let end: Int
  /// Whether files are hashed and ordered stages prepare: in the pass that gives the output.
  let isFinal: Bool
  /// Whether there are several passes, which must read the same.
  let isWitnessed: Bool

  /// Takes a pair through the stages before `end`.
  func outcome(_ number: Int, _ tools: inout StageTools) -> PairOutcome {
    var outcome = PairOutcome()
    var step = 0
    do throws(DocumentFault) {
      outcome.amounts.append((1, 0))
      var state = try pairs[number].read(number: number, resources)
      outcome.amounts[0].output = 1
      if isWitnessed { outcome.print = PairPrint(state) }
      if isFinal {
        outcome.hashes = DocumentHashes(
          source: state.sourceDocument.map { SHA256.hash($0.source) },
          target: SHA256.hash(state.targetDocument.source))
      }
      for (position, planned) in stages[..<end].enumerated() {
        step = position + 1
        let type = type(of: planned.stage)
        outcome.amounts.append((state.amount(of: type.reads), 0))
        if let stage = planned.stage as? any DocumentStage {
          try stage.process(&state, as: planned.id, tools: &tools, resources: resources)
        }
        if type.writes == .beads, type.reads == .sentences, !state.isPartitioned {
          throw DocumentFault(
            .stage, file: pairs[number].representativePath,
            message: "the stage '\(planned.id)' did not put every sentence in exactly one bead")
        }
        outcome.amounts[step].output = state.amount(of: type.writes)
      }
      if isFinal {
        for position in stages.indices.dropFirst(end) {
          guard let stage = stages[position].stage as? any OrderedStage else { continue }
          outcome.prepared[position] = Self.prepared(stage, &state)
        }
      }
      outcome.state = state
    } catch {
      outcome.fault = (step, located(error, in: pairs[number]))
    }
    return outcome
  }

  /// Stages know documents by the names of the output; people open files by their paths.
  private func located(_ fault: DocumentFault, in pair: RunPair) -> DocumentFault {
    var fault = fault
    if fault.file == pair.pair.source {
      fault.file = pair.representativePath
    } else if fault.file == pair.pair.target {
      fault.file = pair.targetPath
    }
    return fault
  }

  private static func prepared(
    _ stage: some OrderedStage, _ state: inout PairState
  ) -> any Sendable {
    stage.prepare(&state)
  }
}
