/// Which stage of a run reads what.
///
/// A step is something that hands material on: step 0 is the reading of documents, step *n* the stage
/// at position *n* − 1 of the list, which comes after the one that it reads.
struct RunGraph: Sendable {
  /// The stages, in the order of the plan.
  let stages: [PlannedStage]
  /// The last step that reads what a step hands on; nil where none does.
  private let lastReaders: [Int?]
  /// The steps whose material comes to a document stage.
  private var workSteps: Set<Int> = []

  /// Takes the stages of a plan, or the first of them.
  init(_ stages: [PlannedStage]) {
    self.stages = stages
    var readers: [Int?] = Array(repeating: nil, count: stages.count + 1)
    for (position, planned) in stages.enumerated() {
      readers[planned.origin.step] = position + 1
    }
    lastReaders = readers
    for (position, planned) in stages.enumerated() where planned.stage is any DocumentStage {
      workSteps.formUnion(path(to: position + 1))
    }
  }

  /// How many steps there are.
  var stepCount: Int { stages.count + 1 }

  /// The stage of a step from 1.
  func stage(of step: Int) -> PlannedStage { stages[step - 1] }

  /// The step whose material a step from 1 takes.
  func origin(of step: Int) -> Int { stages[step - 1].origin.step }

  /// Whether documents of an input come to a step from 1, if nothing is wrong with them.
  func reaches(_ step: Int, from input: Int) -> Bool {
    var step = step
    while true {
      switch stages[step - 1].origin {
      case .inputs(let inputs): return inputs.contains(input)
      case .stage(let position): step = position + 1
      }
    }
  }

  /// Whether no step behind `step` reads what `origin` hands on.
  func isLast(_ step: Int, toRead origin: Int) -> Bool { lastReaders[origin] == step }

  /// Whether nobody reads what a step hands on.
  func isEnd(_ step: Int) -> Bool { lastReaders[step] == nil }

  /// The steps that a step from 1 comes after, from the first stage on; itself not among them.
  func path(to step: Int) -> [Int] {
    var path: [Int] = []
    var step = origin(of: step)
    while step > 0 {
      path.append(step)
      step = origin(of: step)
    }
    return path.reversed()
  }

  /// Whether what a step hands on comes to a stage that works on pairs by themselves.
  func hasDocumentStage(behind step: Int) -> Bool { workSteps.contains(step) }

  /// The steps that come after a step, on whatever way.
  func descendants(of step: Int) -> [Int] {
    (step + 1..<stepCount).filter { path(to: $0).contains(step) }
  }
}

extension StageOrigin {
  /// The step whose material it is: 0 for documents.
  fileprivate var step: Int {
    switch self {
    case .inputs: 0
    case .stage(let position): position + 1
    }
  }
}
