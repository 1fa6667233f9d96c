internal import CotejoText

/// A stage as the file has it: one stage of the plan, or one for each combination of values of
/// matrices.
struct StageEntry {
  /// A variable of a matrix with one of its values.
  struct Binding {
    var name: String
    var value: ConfigurationNode

    /// `near=0.8`.
    var description: String { "\(name)=\(value.text ?? "")" }
  }

  /// What an instance reads.
  enum Origin {
    /// What is wrong with it was told.
    case unknown
    case inputs([Int])
    case instance(entry: Int, number: Int)
  }

  /// The stage for one combination of values.
  struct Instance {
    /// The values, those of stages before it first.
    var bindings: [Binding]
    /// The numbers of those that tell instances of the entry apart: one that was picked by `from` does
    /// not.
    var distinguishing: [Int]
    var origin: Origin
    /// Whether `if` leaves it out.
    var isOmitted: Bool
    /// Nil where its parameters are wrong.
    var stage: (any Stage)?

    /// The values that tell it apart: `near=0.8,by=target`.
    var label: String {
      distinguishing.map { bindings[$0].description }.joined(separator: ",")
    }
  }

  /// `id:`, or else the name of the stage.
  var id: String
  var place: Place
  /// Nil where there is no stage of that name.
  var type: (any Stage.Type)?
  /// At least one.
  var instances: [Instance] = []
  /// Whether all of its matrices are known; what is wrong with others was told.
  var isComplete = true

  /// What the plan calls an instance.
  func id(of instance: Instance) -> String {
    instance.distinguishing.isEmpty ? id : "\(id)(\(instance.label))"
  }
}

/// The stages of a pipeline file and what each reads; it comes before it in the list.
struct StageGraph {
  var entries: [StageEntry] = []

  subscript(_ entry: Int, _ number: Int) -> StageEntry.Instance {
    entries[entry].instances[number]
  }

  /// What an instance reads once all that `if` leaves out is bridged.
  func source(of instance: StageEntry.Instance) -> StageEntry.Origin {
    var origin = instance.origin
    while case .instance(let entry, let number) = origin, self[entry, number].isOmitted {
      origin = self[entry, number].origin
    }
    return origin
  }

  /// The entries that an instance follows, the nearest first: those that are done, and those that
  /// `if` leaves out.
  func ancestors(
    of instance: StageEntry.Instance
  ) -> (done: [StageEntry], omitted: [StageEntry]) {
    var ancestors: (done: [StageEntry], omitted: [StageEntry]) = ([], [])
    var origin = instance.origin
    while case .instance(let entry, let number) = origin {
      let isOmitted = self[entry, number].isOmitted
      if isOmitted {
        ancestors.omitted.append(entries[entry])
      } else {
        ancestors.done.append(entries[entry])
      }
      origin = self[entry, number].origin
    }
    return ancestors
  }

  /// The inputs whose documents reach an instance, by number.
  func inputs(of instance: StageEntry.Instance) -> [Int] {
    var origin = instance.origin
    while case .instance(let entry, let number) = origin { origin = self[entry, number].origin }
    guard case .inputs(let numbers) = origin else { return [] }
    return numbers
  }

  /// The instances that are done, with their entries, in the order of the plan.
  var done: [(entry: StageEntry, instance: StageEntry.Instance)] {
    entries.flatMap { entry in
      entry.instances.lazy.filter { !$0.isOmitted }.map { (entry, $0) }
    }
  }

  /// Whether it is known of every stage what it is.
  var isResolved: Bool { entries.allSatisfy { $0.type != nil } }

  /// Whether a stage of a name is done, also one whose parameters are wrong.
  func does(_ name: String) -> Bool { done.contains { $0.entry.type?.name == name } }

  /// Whether `if` leaves out a stage of a name.
  func omits(_ name: String) -> Bool {
    entries.contains { $0.type?.name == name && $0.instances.contains(where: \.isOmitted) }
  }

  /// The stages of the plan and those that are left out; only where nothing is wrong.
  var planned: (stages: [PlannedStage], omitted: [OmittedStage]) {
    var stages: [PlannedStage] = []
    var omitted: [OmittedStage] = []
    var positions: [[Int]] = []
    for entry in entries {
      var numbers: [Int] = []
      for instance in entry.instances {
        numbers.append(stages.count)
        guard let stage = instance.stage else { continue }
        let id = entry.id(of: instance)
        if instance.isOmitted {
          omitted.append(
            OmittedStage(id: id, place: entry.place, stage: stage, position: stages.count))
          continue
        }
        let origin: StageOrigin
        switch source(of: instance) {
        case .unknown: continue
        case .inputs(let inputs): origin = .inputs(inputs)
        case .instance(let entry, let number): origin = .stage(positions[entry][number])
        }
        let matrix = instance.bindings.map {
          PlannedStage.MatrixValue(name: $0.name, value: $0.value.text ?? "")
        }
        stages.append(
          PlannedStage(
            id: id, place: entry.place, stage: stage, origin: origin, matrix: matrix))
      }
      positions.append(numbers)
    }
    return (stages, omitted)
  }
}
