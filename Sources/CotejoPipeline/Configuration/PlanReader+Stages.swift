internal import CotejoText

extension PlanReader {
  /// Reads `stages`: each resolved to its type, its parameters checked, the order checked.
  mutating func stages(_ node: ConfigurationNode, inputs: Int) -> [PlannedStage] {
    guard case .sequence(let items) = node.value else {
      report(node.place, "'stages' must be a list, and this is \(node.kind)")
      return []
    }
    var stages: [PlannedStage] = []
    var ids: [String: Place] = [:]
    var unresolved = false
    for item in items {
      guard var stage = stage(item, .inputs(Array(0..<inputs))) else {
        unresolved = true
        continue
      }
      if let first = ids[stage.id] {
        if item["id"] == nil, stage.stage is ExportStage {
          // Several exports are common, and their files tell them apart for the reader.
          stage.id = (2...).lazy.map { "\(stage.id)-\($0)" }.first { ids[$0] == nil } ?? stage.id
        } else {
          report(
            stage.place,
            "a second stage '\(stage.id)' (the first is in line \(first.line ?? 1)); give it an 'id'"
          )
        }
      }
      ids[stage.id] = stage.place
      if !stages.isEmpty { stage.origin = .stage(stages.count - 1) }
      stages.append(stage)
    }
    if stages.isEmpty, !unresolved { report(node.place, "the pipeline has no stages") }
    // Where a stage is unknown, what follows cannot be told to lack something.
    if !unresolved { checkOrder(stages, listPlace: node.place) }
    return stages
  }

  private mutating func stage(
    _ node: ConfigurationNode, _ origin: StageOrigin
  ) -> PlannedStage? {
    var reader = MappingReader(node, what: "a stage")
    let uses = reader.requiredText("uses", "the name of a stage")
    let id = reader.text("id")
    let with = reader.entry("with")
    if let id, !Self.isName(id.text) || id.text.contains(".") {
      reader.report(id.place, "'id' is made of letters, digits, '_' and '-'")
    }
    if id?.text == "params" { reader.report(node.place, "'params' cannot be the id of a stage") }
    problems += reader.finish()
    guard let uses else { return nil }
    guard let type = StageCatalog.type(named: uses.text) else {
      report(
        uses.place,
        "unknown stage '\(uses.text)'" + Suggestion.text(for: uses.text, among: StageCatalog.names))
      return nil
    }
    let what = "stage '\(id?.text ?? uses.text)'"
    var parameters = ParameterReader(what: what)
    let given = parameters.read(with?.value, type.parameters, at: node.place)
    problems += parameters.problems
    guard parameters.problems.isEmpty else {
      // Its place in the order is known all the same; its values are not used any more.
      return type.parameters.contains { $0.standard == nil }
        ? nil
        : PlannedStage(
          id: id?.text ?? uses.text, place: node.place,
          stage: type.init(values: ParameterValues([:], for: type.parameters)), origin: origin)
    }
    let stage = type.init(values: ParameterValues(given, for: type.parameters))
    for (parameter, message) in stage.conflicts() {
      report(with?.value[parameter]?.place ?? node.place, "\(message) in \(what)")
    }
    return PlannedStage(
      id: id?.text ?? uses.text, place: node.place, stage: stage, origin: origin)
  }

  /// Reports stages that do not get what they need from the stages before them.
  private mutating func checkOrder(_ stages: [PlannedStage], listPlace: Place) {
    var material = Material.documents
    for (index, planned) in stages.enumerated() {
      let type = type(of: planned.stage)
      if type.reads != material {
        let makers = StageCatalog.all.filter { $0.writes == type.reads && $0.reads != type.reads }
          .map { "'\($0.name)'" }.joined(separator: " or ")
        let needs = "stage '\(planned.id)' needs \(type.reads.rawValue)"
        if type.reads == .documents {
          report(
            planned.place, "\(needs), and the texts were cut before it; put it further to the front"
          )
        } else if stages[..<index].contains(where: {
          Swift.type(of: $0.stage).writes == type.reads
        }) {
          let joining = stages[..<index].last { Swift.type(of: $0.stage).reads == type.reads }
          report(
            planned.place,
            "\(needs), and they were joined before it; put it before '\(joining?.id ?? "align")'")
        } else {
          report(planned.place, "\(needs), which no stage before it makes; put \(makers) before it")
        }
      }
      material = type.writes
    }
  }

  /// Reports stages that need an original beside each document, where an input has articles alone.
  mutating func checkArticles(_ inputs: [PlannedInput], _ stages: [PlannedStage]) {
    guard let input = inputs.first(where: { $0.roles != nil && $0.roles?.source == nil }) else {
      return
    }
    for planned in stages where type(of: planned.stage).needsOriginals {
      report(
        planned.place,
        "stage '\(planned.id)' needs documents in both languages, and the input '\(input.name)' has "
          + "articles alone")
    }
  }

  /// Reports files that two exports, or an export and the run, would both write.
  mutating func checkOutputs(
    _ stages: [PlannedStage], _ languages: (source: LanguageTag, target: LanguageTag)
  ) {
    var writers: [String: String] = [:]
    for name in RunFile.allCases { writers[name.rawValue] = "the run itself" }
    for planned in stages {
      guard let export = planned.stage as? ExportStage else { continue }
      for path in export.outputPaths(source: languages.source, target: languages.target) {
        if let other = writers[path] {
          report(planned.place, "'\(path)' is written by \(other) already")
        }
        writers[path] = "stage '\(planned.id)'"
      }
    }
  }
}
