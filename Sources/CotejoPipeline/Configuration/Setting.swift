/// A value given on the command line in place of one in the pipeline file: `--set KEY=VALUE`.
public struct Setting: Sendable {
  /// `NAME` or `params.NAME` for a param, `STAGE.NAME` for a parameter of a stage, `STAGE.matrix.NAME`
  /// for a variable of its matrix.
  public let key: [String]
  /// The value, as YAML would have it as a plain scalar; for a matrix also as a list.
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
    guard parts.count <= 2 || (parts.count == 3 && parts[1] == Self.matrix), !parts.contains("")
    else {
      throw PipelineError(
        .configuration, at: place,
        "expected the name of a param, STAGE.PARAMETER or STAGE.matrix.NAME before '='")
    }
    key = parts
    value = String(text[text.index(after: equals)...])
  }

  var place: Place { Place(file: "--set \(key.joined(separator: "."))=\(value)") }

  private static let matrix = "matrix"

  /// The key of a stage under which the value stands.
  fileprivate var group: String { key.count == 3 ? Self.matrix : "with" }

  /// The value as a node of the configuration.
  var node: ConfigurationNode {
    let isNull = value.isEmpty || value == "~" || value == "null"
    return ConfigurationNode(
      value: isNull ? .null : .scalar(value, quoted: false), place: place)
  }

  /// The value as the list that a matrix takes.
  ///
  /// - Throws: The first fault of what is no list.
  fileprivate func list() throws(PipelineError) -> ConfigurationNode {
    guard value.hasPrefix("[") else {
      return ConfigurationNode(value: .sequence([node]), place: place)
    }
    var reader = YAMLReader(file: place.file)
    let root = reader.read(Array(value.utf8))
    if let problem = reader.problems.first {
      throw PipelineError(.configuration, at: place, problem.message)
    }
    return root?.placed(at: place) ?? node
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
    var node = setting.node
    if setting.key.count == 3 {
      do {
        node = try setting.list()
      } catch {
        problems.append(error)
        return
      }
    }
    for index in matches { stages[index].set(setting, to: node) }
    entries[at].value.value = .sequence(stages)
    value = .mapping(entries)
  }

  /// Sets a key of this stage's `with` or `matrix`, which is made where there is none.
  private mutating func set(_ setting: Setting, to node: ConfigurationNode) {
    guard case .mapping(var entries) = value else { return }
    let entry = Entry(key: setting.key[setting.key.count - 1], place: setting.place, value: node)
    if let at = entries.firstIndex(where: { $0.key == setting.group }) {
      var given: [Entry] = []
      switch entries[at].value.value {
      case .mapping(let entries): given = entries
      case .null: break
      case .scalar, .sequence: return  // The wrong type is a problem of its own.
      }
      // In its place: the order of a matrix is that of its stages.
      if let at = given.firstIndex(where: { $0.key == entry.key }) {
        given[at] = entry
      } else {
        given.append(entry)
      }
      entries[at].value.value = .mapping(given)
    } else {
      let group = ConfigurationNode(value: .mapping([entry]), place: setting.place)
      entries.append(Entry(key: setting.group, place: setting.place, value: group))
    }
    value = .mapping(entries)
  }

  /// The same value at another place.
  fileprivate func placed(at place: Place) -> ConfigurationNode {
    var placed = self
    placed.place = place
    switch value {
    case .null, .scalar: break
    case .sequence(let items): placed.value = .sequence(items.map { $0.placed(at: place) })
    case .mapping(let entries):
      placed.value = .mapping(
        entries.map { Entry(key: $0.key, place: place, value: $0.value.placed(at: place)) })
    }
    return placed
  }
}
