internal import CotejoText

extension PlanReader {
  /// Reads `stages`: each resolved to its type and to what it reads, its parameters checked for every
  /// combination of values of matrices.
  ///
  /// - Parameters:
  ///   - node: The list.
  ///   - inputs: The names of all inputs, also of those with faults.
  /// - Returns: The stages, as far as they can be read.
  mutating func stages(_ node: ConfigurationNode, inputs: [String]) -> StageGraph {
    guard case .sequence(let items) = node.value else {
      report(node.place, "'stages' must be a list, and this is \(node.kind)")
      return StageGraph()
    }
    var graph = StageGraph()
    var ids: [String: Place] = [:]
    let written = items.map { $0["id"]?.text ?? $0["uses"]?.text ?? "" }
    for item in items {
      let origins = OriginReader(inputs: inputs, stages: written, graph: graph)
      var entry = entry(item, origins)
      if let first = ids[entry.id] {
        if item["id"] == nil, entry.type is ExportStage.Type {
          // Several exports are common, and their files tell them apart for the reader.
          entry.id = (2...).lazy.map { "\(entry.id)-\($0)" }.first { ids[$0] == nil } ?? entry.id
        } else if entry.type != nil {
          report(
            entry.place,
            "a second stage '\(entry.id)' (the first is in line \(first.line ?? 1)); give it an 'id'"
          )
        }
      }
      if entry.type != nil { ids[entry.id] = entry.place }
      graph.entries.append(entry)
    }
    if items.isEmpty {
      report(node.place, "the pipeline has no stages")
    } else if graph.done.isEmpty {
      report(node.place, "every stage of the pipeline is left out by 'if'")
    }
    checkOrder(graph)
    return graph
  }

  private mutating func entry(_ item: ConfigurationNode, _ origins: OriginReader) -> StageEntry {
    // What may differ between instances is resolved for each of them.
    var node = item
    if case .mapping(let entries) = item.value {
      node.value = .mapping(
        entries.map { entry in
          guard entry.key != "with", entry.key != "if" else { return entry }
          var entry = entry
          entry.value = resolved(entry.value)
          return entry
        })
    }
    var reader = MappingReader(node, what: "a stage")
    let uses = reader.requiredText("uses", "the name of a stage")
    let id = reader.text("id")
    let from = reader.entry("from")
    let matrix = reader.entry("matrix")
    let condition = reader.entry("if")
    let with = reader.entry("with")
    if let id, !Self.isName(id.text) || id.text.contains(".") {
      reader.report(id.place, "'id' is made of letters, digits, '_' and '-'")
    }
    if id?.text == "params" { reader.report(node.place, "'params' cannot be the id of a stage") }
    let misspelt = reader.misspelt
    problems += reader.finish()
    var entry = StageEntry(id: id?.text ?? uses?.text ?? "", place: node.place)
    if let uses {
      entry.type = StageCatalog.type(named: uses.text)
      if entry.type == nil {
        report(
          uses.place,
          "unknown stage '\(uses.text)'"
            + Suggestion.text(for: uses.text, among: StageCatalog.names))
      }
    }
    // What a misspelt key would have said is not known; what follows from that is no fault.
    var origin =
      misspelt.contains("from")
      ? OriginReading(sources: [.init(origin: .unknown)], isComplete: false)
      : origins.read(from?.value, of: entry.id)
    problems += origin.problems
    if misspelt.contains("matrix") { origin.isComplete = false }
    instantiate(&entry, origin, matrix)
    if misspelt.contains("with") { return entry }
    for number in entry.instances.indices {
      configure(&entry, number, with, condition)
    }
    return entry
  }

  /// Gives an instance its parameters, and finds out whether it is left out.
  private mutating func configure(
    _ entry: inout StageEntry, _ number: Int, _ with: ConfigurationNode.Entry?,
    _ condition: ConfigurationNode.Entry?
  ) {
    let matrix = Substitution.Matrix.values(
      entry.instances[number].bindings, isComplete: entry.isComplete)
    if let condition {
      let value = resolved(condition.value, matrix)
      switch value.value {
      case .scalar("true", quoted: false): break
      case .scalar("false", quoted: false): entry.instances[number].isOmitted = true
      default: report(value.place, "'if' must be true or false, and this is \(value.kind)")
      }
    }
    let failures = referenceFailures
    let values = with.map { resolved($0.value, matrix) }
    guard let type = entry.type else { return }
    // The same for all instances: what is wrong with all of them is told once.
    let what = "stage '\(entry.id)'"
    var parameters = ParameterReader(what: what)
    let given = parameters.read(values, type.parameters, at: entry.place)
    problems += parameters.problems
    guard parameters.problems.isEmpty, referenceFailures == failures else { return }
    let stage = type.init(values: ParameterValues(given, for: type.parameters))
    for (parameter, message) in stage.conflicts() {
      report(values?[parameter]?.place ?? entry.place, "\(message) in \(what)")
    }
    entry.instances[number].stage = stage
  }
}
