internal import CotejoText

/// A plan, or what is wrong with it: all of it, in the order of the file.
public struct PlanReading: Sendable {
  /// The plan; `nil` exactly where there are problems.
  public var plan: Plan?
  /// The problems, each with its place.
  public var problems: [PipelineError]
}

/// Reads pipeline files.
public struct PlanReader {
  let file: String
  let settings: [Setting]
  var problems: [PipelineError] = []
  /// What `${params.NAME}` refers to.
  private var params: [ConfigurationNode.Entry] = []
  private var referenceProblems: [PipelineError] = []
  /// The places of values that refer to nothing.
  private var failedReferences: Set<Place> = []
  /// How many values were found that refer to nothing.
  private(set) var referenceFailures = 0
  /// How many stages matrices have made so far.
  var instanceCount = 0

  /// Begins with what is known to be wrong already.
  init(file: String, settings: [Setting] = [], problems: [PipelineError] = []) {
    self.file = file
    self.settings = settings
    self.problems = problems
  }

  /// Reads the pipeline `file`, as the user names it, from its bytes, and the `corpus.yml` of the
  /// folders that it names, where there is one; no other file is opened.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: What problems call it.
  ///   - settings: What the command line sets in place of the file.
  ///   - corpora: Folders in place of the inputs' `corpus`, by the name of the input; the name may
  ///     be `nil` where the plan has one input.
  /// - Returns: A plan, or at least one problem.
  public static func read(
    _ bytes: [UInt8], file: String, settings: [Setting] = [],
    corpora: [(input: String?, folder: String)] = []
  ) -> PlanReading {
    var yaml = YAMLReader(file: file)
    let root = yaml.read(bytes)
    var reader = PlanReader(file: file, settings: settings, problems: yaml.problems)
    let plan = root.flatMap { reader.plan(of: $0, corpora: corpora) }
    // One report a place: what follows from a fault is none of its own.
    var seen: Set<PipelineError> = []
    let problems = reader.problems.filter { seen.insert($0).inserted }
      .enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
    return PlanReading(plan: problems.isEmpty ? plan : nil, problems: problems)
  }

  private mutating func plan(
    of root: ConfigurationNode, corpora: [(input: String?, folder: String)]
  ) -> Plan? {
    guard case .mapping = root.value else {
      report(root.place, "a pipeline must be a mapping, and this is \(root.kind)")
      return nil
    }
    var root = root
    Setting.apply(settings, to: &root, problems: &problems)
    params = self.params(of: root)
    let before = problems.count
    if case .mapping(let entries) = root.value {
      root.value = .mapping(entries.map { resolved($0) })
    }
    let plan = plan(ofResolved: root, corpora: corpora)
    // A value that refers to nothing was reported; that it has no type follows.
    let later = problems[before...].filter { !failedReferences.contains($0.place) }
    problems.replaceSubrange(before..., with: later + referenceProblems)
    return plan
  }

  /// A key of the pipeline with all references in its value resolved; those in stages, which may differ
  /// from instance to instance, are left to the reading of each.
  private mutating func resolved(_ entry: ConfigurationNode.Entry) -> ConfigurationNode.Entry {
    var entry = entry
    switch (entry.key, entry.value.value) {
    case ("params", _): break
    case ("stages", .sequence(let items)):
      entry.value.value = .sequence(items.map { $0.text == nil ? $0 : resolved($0) })
    default: entry.value = resolved(entry.value)
    }
    return entry
  }

  /// A value with all references in it resolved; what refers to nothing is reported.
  mutating func resolved(
    _ node: ConfigurationNode, _ matrix: Substitution.Matrix = .none
  ) -> ConfigurationNode {
    var substitution = Substitution(params: params, matrix: matrix)
    let result = substitution.applied(to: node)
    referenceProblems += substitution.problems
    failedReferences.formUnion(substitution.failed)
    referenceFailures += substitution.failed.count
    return result
  }

  private mutating func plan(
    ofResolved root: ConfigurationNode, corpora: [(input: String?, folder: String)]
  ) -> Plan? {
    var reader = MappingReader(root, what: "the pipeline")
    checkVersion(&reader)
    let name = name(&reader)
    let languages = languages(of: &reader, root["inputs"], corpora)
    _ = reader.entry("params")
    let inputs = reader.required("inputs", "where the documents come from")
      .map { self.inputs($0.value, languages, corpora) }
    var names: [String] = []
    if case .mapping(let entries)? = root["inputs"]?.value { names = entries.map(\.key) }
    let graph = reader.required("stages", "what is done with the documents, in order")
      .map { self.stages($0.value, inputs: names) }
    if let languages, let graph { checkOutputs(graph, languages) }
    if let inputs, let graph { checkArticles(inputs, names: names, graph) }
    let gates = reader.entry("checks").map { self.gates($0.value, graph ?? StageGraph()) }
    problems += reader.finish()
    guard let languages, let inputs, let graph, problems.isEmpty else { return nil }
    let (stages, omitted) = graph.planned
    return Plan(
      name: name, file: file, source: languages.source, target: languages.target,
      inputs: inputs, stages: stages, omitted: omitted, gates: gates ?? [])
  }

  private func checkVersion(_ reader: inout MappingReader) {
    guard let version = reader.required("cotejo", "the version of the schema, which is 1") else {
      return
    }
    guard version.value.text == String(pipelineSchemaVersion) else {
      reader.report(
        version.value.place,
        "this program reads version \(pipelineSchemaVersion) of the schema, and this is "
          + version.value.kind)
      return
    }
  }

  /// `name:`, or the file's name without folder and extension.
  private func name(_ reader: inout MappingReader) -> String {
    if let (name, place) = reader.text("name") {
      // The name becomes a folder's.
      if !Self.isName(name) {
        reader.report(place, "'name' is made of letters, digits, '.', '_' and '-'")
      }
      return name
    }
    let last = file.split(separator: "/").last.map(String.init) ?? "pipeline"
    let stem = last.split(separator: ".").first.map(String.init) ?? "pipeline"
    return Self.isName(stem) ? stem : "pipeline"
  }

  /// Whether text can name a pipeline, an input or a stage.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != ".", first != "-" else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "._-".unicodeScalars.contains($0)
    }
  }

  private mutating func params(of root: ConfigurationNode) -> [ConfigurationNode.Entry] {
    guard let node = root["params"] else { return [] }
    switch node.value {
    case .null: return []
    case .mapping(let entries): return entries
    case .scalar, .sequence:
      report(node.place, "'params' must be a mapping, and this is \(node.kind)")
      return []
    }
  }

  private mutating func gates(_ node: ConfigurationNode, _ graph: StageGraph) -> [Gate] {
    guard case .sequence(let items) = node.value else {
      report(node.place, "'checks' must be a list, and this is \(node.kind)")
      return []
    }
    var gates: [Gate] = []
    for item in items {
      var reader = MappingReader(item, what: "a check")
      if reader.required("metric", "the figure that is checked") != nil,
        let metric = reader.choice("metric", Metric.self)
      {
        let gate = Gate(
          metric: metric, minimum: reader.number("minimum"), maximum: reader.number("maximum"))
        if let stage = metric.stage, graph.isResolved, !graph.does(stage) {
          let reason = graph.omits(stage) ? ", and 'if' leaves it out" : ""
          reader.report(item.place, "'\(metric.rawValue)' needs a stage '\(stage)'\(reason)")
        }
        if item["minimum"] == nil, item["maximum"] == nil {
          reader.miss(
            ["minimum", "maximum"], "a check needs a 'minimum' or a 'maximum'", at: item.place)
        }
        if let minimum = gate.minimum, let maximum = gate.maximum, minimum > maximum {
          reader.report(item.place, "'minimum' is above 'maximum'; nothing could pass")
        }
        gates.append(gate)
      } else {
        _ = (reader.entry("minimum"), reader.entry("maximum"))
      }
      problems += reader.finish()
    }
    return gates
  }

  /// Notes a fault.
  mutating func report(_ place: Place, _ message: String) {
    problems.append(PipelineError(.configuration, at: place, message))
  }
}
