internal import CotejoText

extension PlanReader {
  /// Reports stages that do not get what they need from the stages that they follow.
  mutating func checkOrder(_ graph: StageGraph) {
    // What each instance gives; nil where that is not known.
    var given: [[Material?]] = []
    for entry in graph.entries {
      var materials: [Material?] = []
      for instance in entry.instances {
        let material: Material? =
          switch instance.origin {
          case .unknown: nil
          case .inputs: .documents
          case .instance(let entry, let number): given[entry][number]
          }
        if instance.isOmitted {
          materials.append(material)
          continue
        }
        if let type = entry.type, let material, type.reads != material {
          report(entry.place, Self.lack(of: type, entry.id, graph.ancestors(of: instance)))
        }
        materials.append(entry.type?.writes)
      }
      given.append(materials)
    }
  }

  /// Says why a stage does not get what it needs.
  private static func lack(
    of type: any Stage.Type, _ id: String, _ before: (done: [StageEntry], omitted: [StageEntry])
  ) -> String {
    let needs = "stage '\(id)' needs \(type.reads.rawValue)"
    if type.reads == .documents {
      return "\(needs), and the texts were cut before it; put it further to the front"
    }
    if before.done.contains(where: { $0.type?.writes == type.reads }) {
      let joining = before.done.first { $0.type?.reads == type.reads }
      return "\(needs), and they were joined before it; put it before '\(joining?.id ?? "align")'"
    }
    if let maker = before.omitted.first(where: {
      $0.type?.writes == type.reads && $0.type?.reads != type.reads
    }) {
      return "\(needs), and '\(maker.id)', which makes them, is left out by 'if'"
    }
    let makers = StageCatalog.all.filter { $0.writes == type.reads && $0.reads != type.reads }
      .map { "'\($0.name)'" }.joined(separator: " or ")
    return "\(needs), which no stage before it makes; put \(makers) before it"
  }

  /// Reports stages that need an original beside each document, where an input that reaches them has
  /// articles alone.
  ///
  /// - Parameters:
  ///   - inputs: The inputs without faults.
  ///   - names: The names of all inputs, as stages count them.
  ///   - graph: The stages.
  mutating func checkArticles(_ inputs: [PlannedInput], names: [String], _ graph: StageGraph) {
    let articles = Set(
      inputs.lazy.filter { $0.roles != nil && $0.roles?.source == nil }.map(\.name))
    for (entry, instance) in graph.done where entry.type?.needsOriginals == true {
      guard
        let input = graph.inputs(of: instance).lazy.map({ names[$0] }).first(
          where: articles.contains)
      else { continue }
      report(
        entry.place,
        "stage '\(entry.id)' needs documents in both languages, and the input '\(input)' has "
          + "articles alone")
    }
  }

  /// Reports files that two exports, or an export and the run, would both write.
  mutating func checkOutputs(
    _ graph: StageGraph, _ languages: (source: LanguageTag, target: LanguageTag)
  ) {
    var writers: [String: (id: String, entry: String)] = [:]
    for name in RunFile.allCases { writers[name.rawValue] = ("the run itself", "") }
    for (entry, instance) in graph.done {
      guard let export = instance.stage as? ExportStage else { continue }
      for path in export.outputPaths(source: languages.source, target: languages.target) {
        guard let other = writers[path] else {
          writers[path] = ("stage '\(entry.id(of: instance))'", entry.id)
          continue
        }
        let names = instance.distinguishing.map { "${matrix.\(instance.bindings[$0].name)}" }
        let remedy =
          other.entry == entry.id
          ? "; put \(names.map { "'\($0)'" }.joined(separator: " and ")) into its name" : ""
        report(entry.place, "'\(path)' is written by \(other.id) already\(remedy)")
      }
    }
  }
}
