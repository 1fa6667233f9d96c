/// What a stage follows, and what is wrong with what the file says of that.
struct OriginReading {
  /// One thing that an instance of the stage reads.
  struct Source {
    var origin: StageEntry.Origin
    /// The values of the matrices on the way to it.
    var bindings: [StageEntry.Binding] = []
    /// The numbers of those that tell it apart from the other sources.
    var distinguishing: [Int] = []
  }

  /// At least one; more than one where the stage follows all instances of another.
  var sources: [Source]
  /// Whether all matrices on the way are known.
  var isComplete = true
  var problems: [PipelineError] = []
}

/// Reads what a stage follows: the one before it, or what `from` says.
struct OriginReader {
  /// The names of all inputs, in the order of the file.
  let inputs: [String]
  /// The ids of all stages as they are written.
  let stages: [String]
  /// The stages before this one.
  let graph: StageGraph

  /// Reads `from`, of the stage that comes next; nil stands for the stage before it, or for all inputs
  /// where there is none.
  func read(_ from: ConfigurationNode?, of id: String) -> OriginReading {
    guard let from else {
      return graph.entries.isEmpty
        ? OriginReading(sources: [.init(origin: .inputs(Array(inputs.indices)))])
        : following(graph.entries.count - 1, with: nil)
    }
    let nodes: [ConfigurationNode] =
      if case .sequence(let items) = from.value { items } else { [from] }
    var failed = OriginReading(sources: [.init(origin: .unknown)], isComplete: false)
    func report(_ place: Place, _ message: String) {
      failed.problems.append(PipelineError(.configuration, at: place, message))
    }
    if nodes.isEmpty { report(from.place, "'from' names neither a stage nor an input") }
    var names: [String] = []
    var numbers: [Int] = []
    var entries: [(entry: Int, instance: String?)] = []
    for node in nodes {
      guard let name = node.text else {
        report(
          node.place,
          "'from' must be the id of a stage or names of inputs, and this is \(node.kind)")
        continue
      }
      if names.contains(name) { report(node.place, "'\(name)' stands twice in 'from'") }
      names.append(name)
      switch resolve(name, of: id) {
      case .input(let number): numbers.append(number)
      case .stage(let entry, let instance): entries.append((entry, instance))
      case .nothing(let message): report(node.place, message)
      }
    }
    guard failed.problems.isEmpty else { return failed }
    if let (entry, instance) = entries.first {
      guard names.count == 1 else {
        let list = names.map { "'\($0)'" }.joined(separator: " and ")
        report(
          from.place,
          "'from' joins \(list), and a stage follows one stage only; give each branch an export of "
            + "its own")
        return failed
      }
      let reading = following(entry, with: instance)
      guard reading.sources.isEmpty else { return reading }
      report(from.place, missing(instance ?? "", of: graph.entries[entry]))
      return failed
    }
    return OriginReading(sources: [.init(origin: .inputs(numbers.sorted()))])
  }

  private enum Resolution {
    case input(Int)
    /// The values that pick some of its instances, where there are any.
    case stage(Int, instance: String?)
    case nothing(String)
  }

  /// What a name in `from` of a stage means.
  private func resolve(_ name: String, of id: String) -> Resolution {
    var stage = name
    var instance: String?
    if name.hasSuffix(")"), let opening = name.firstIndex(of: "(") {
      stage = String(name[..<opening])
      instance = String(name[opening...].dropFirst().dropLast())
    }
    let input = instance == nil ? inputs.firstIndex(of: name) : nil
    let isStage = stages.contains(stage) || graph.entries.contains { $0.id == stage }
    if input != nil, isStage {
      return .nothing("'\(name)' is an input and a stage; give the stage another 'id'")
    }
    if let input { return .input(input) }
    if let entry = graph.entries.firstIndex(where: { $0.id == stage }) {
      return .stage(entry, instance: instance)
    }
    if stage == id { return .nothing("stage '\(stage)' cannot follow itself") }
    if isStage { return .nothing("stage '\(stage)' comes later; a stage follows one before it") }
    // A stage whose name is misspelt was told of; whoever follows it has written it well.
    if let entry = graph.entries.firstIndex(where: {
      $0.type == nil && Suggestion.nearest(to: $0.id, among: StageCatalog.names) == stage
    }) {
      return .stage(entry, instance: instance)
    }
    let known = graph.entries.map(\.id) + inputs
    return .nothing(
      "there is no stage or input '\(stage)'" + Suggestion.textOrList(for: stage, among: known))
  }

  /// The instances of a stage, or those that have some values; none where there are none of these.
  private func following(_ number: Int, with instance: String?) -> OriginReading {
    let entry = graph.entries[number]
    // A comma may stand in a value; then only the whole of it will do.
    let values = instance?.split(separator: ",").map(String.init) ?? []
    var sources: [OriginReading.Source] = []
    for (index, candidate) in entry.instances.enumerated() {
      var source = OriginReading.Source(
        origin: .instance(entry: number, number: index), bindings: candidate.bindings,
        distinguishing: candidate.distinguishing)
      if let instance {
        let own = candidate.distinguishing.map { candidate.bindings[$0].description }
        if candidate.label == instance {
          source.distinguishing = []
        } else if !values.isEmpty, values.allSatisfy(own.contains) {
          source.distinguishing.removeAll {
            values.contains(candidate.bindings[$0].description)
          }
        } else {
          continue
        }
      }
      sources.append(source)
    }
    return OriginReading(sources: sources, isComplete: entry.isComplete)
  }

  private func missing(_ instance: String, of entry: StageEntry) -> String {
    let labels = entry.instances.map(\.label).filter { !$0.isEmpty }
    guard !labels.isEmpty else {
      return "stage '\(entry.id)' has no matrix, so there is no '\(entry.id)(\(instance))'"
    }
    return "stage '\(entry.id)' has no instance '\(instance)'"
      + Suggestion.textOrList(for: instance, among: labels)
  }
}
