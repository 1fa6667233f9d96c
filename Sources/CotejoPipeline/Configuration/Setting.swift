/// A value given on the command line in place of one in the pipeline file: `--set KEY=VALUE`.
public struct Setting: Sendable {
  /// `NAME` or `params.NAME` for a param, `STAGE.NAME` for a parameter of a stage.
  public let key: [String]
  /// The value, as YAML would have it as a plain scalar.
  public let value: String

  /// Reads `KEY=VALUE`.
  ///
  /// - Throws: `configuration` where there is no `=`, or no key before it.
  public init(_ text: String) throws(PipelineError) {
    let place = Place(file: "--set \(text)")
    guard let equals = text.firstIndex(of: "=") else {
      throw PipelineError(.configuration, at: place, "expected KEY=VALUE")
    }
    let parts = text[..<equals].split(separator: ".", omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count <= 2, !parts.contains("") else {
      throw PipelineError(
        .configuration, at: place, "expected the name of a param, or STAGE.PARAMETER, before '='")
    }
    key = parts
    value = String(text[text.index(after: equals)...])
  }

  var place: Place { Place(file: "--set \(key.joined(separator: "."))=\(value)") }

  /// The value as a node of the configuration.
  var node: ConfigurationNode {
    let isNull = value.isEmpty || value == "~" || value == "null"
    return ConfigurationNode(
      value: isNull ? .null : .scalar(value, quoted: false), place: place)
  }

  /// Puts the values into a configuration; what fits nowhere is a problem.
  static func apply(
    _ settings: [Setting], to root: inout ConfigurationNode, problems: inout [PipelineError]
  ) {
    for setting in settings {
      let isParam = setting.key.count == 1 || setting.key[0] == "params"
      if isParam {
        root.setParam(setting, problems: &problems)
      } else {
        root.setStageParameter(setting, problems: &problems)
      }
    }
  }
}

extension ConfigurationNode {
  fileprivate mutating func setParam(_ setting: Setting, problems: inout [PipelineError]) {
    let name = setting.key[setting.key.count - 1]
    guard case .mapping(var entries) = value,
      let at = entries.firstIndex(where: { $0.key == "params" }),
      case .mapping(var params) = entries[at].value.value,
      let param = params.firstIndex(where: { $0.key == name })
    else {
      var known: [String] = []
      if case .mapping(let params)? = self["params"]?.value { known = params.map(\.key) }
      problems.append(
        PipelineError(
          .configuration, at: setting.place,
          "the pipeline has no param '\(name)'" + Suggestion.text(for: name, among: known)))
      return
    }
    params[param].value = setting.node
    entries[at].value.value = .mapping(params)
    value = .mapping(entries)
  }

  fileprivate mutating func setStageParameter(
    _ setting: Setting, problems: inout [PipelineError]
  ) {
    guard case .mapping(var entries) = value,
      let at = entries.firstIndex(where: { $0.key == "stages" }),
      case .sequence(var stages) = entries[at].value.value
    else { return }  // The missing stages are a problem of their own.
    let ids = stages.map { $0["id"]?.text ?? $0["uses"]?.text ?? "" }
    let matches = ids.indices.filter { ids[$0] == setting.key[0] }
    guard !matches.isEmpty else {
      problems.append(
        PipelineError(
          .configuration, at: setting.place,
          "the pipeline has no stage '\(setting.key[0])'"
            + Suggestion.text(for: setting.key[0], among: ids)))
      return
    }
    for index in matches { stages[index].setParameter(setting) }
    entries[at].value.value = .sequence(stages)
    value = .mapping(entries)
  }

  /// Sets a key of this stage's `with`, which is made where there is none.
  private mutating func setParameter(_ setting: Setting) {
    guard case .mapping(var entries) = value else { return }
    let entry = Entry(key: setting.key[1], place: setting.place, value: setting.node)
    if let at = entries.firstIndex(where: { $0.key == "with" }) {
      var parameters: [Entry] = []
      switch entries[at].value.value {
      case .mapping(let given): parameters = given
      case .null: break
      case .scalar, .sequence: return  // The wrong type is a problem of its own.
      }
      parameters.removeAll { $0.key == entry.key }
      parameters.append(entry)
      entries[at].value.value = .mapping(parameters)
    } else {
      let with = ConfigurationNode(value: .mapping([entry]), place: setting.place)
      entries.append(Entry(key: "with", place: setting.place, value: with))
    }
    value = .mapping(entries)
  }
}
