/// Puts the values of `params` where `${params.NAME}` stands, and those of matrices where
/// `${matrix.NAME}` does.
///
/// A value that is nothing but one reference takes the param as it is, number or text; a reference
/// inside longer text takes its text. `$${` stands for `${`.
struct Substitution {
  /// What `${matrix.NAME}` may refer to.
  enum Matrix {
    /// Nothing: a matrix has no say here.
    case none
    /// The values of the instance of a stage; some may be missing whose fault was told elsewhere.
    case values([StageEntry.Binding], isComplete: Bool)
  }

  private let params: [String: ConfigurationNode]
  private let matrix: Matrix
  private(set) var problems: [PipelineError] = []
  /// The places of values that refer to nothing: what they are is not known.
  private(set) var failed: Set<Place> = []

  init(params: [ConfigurationNode.Entry], matrix: Matrix = .none) {
    self.params = Dictionary(params.map { ($0.key, $0.value) }) { first, _ in first }
    self.matrix = matrix
  }

  /// The node with every reference in its values resolved; keys stay as they are.
  mutating func applied(to node: ConfigurationNode) -> ConfigurationNode {
    var result = node
    switch node.value {
    case .null: break
    case .sequence(let items):
      var applied: [ConfigurationNode] = []
      for item in items { applied.append(self.applied(to: item)) }
      result.value = .sequence(applied)
    case .mapping(let entries):
      var applied = entries
      for index in entries.indices { applied[index].value = self.applied(to: entries[index].value) }
      result.value = .mapping(applied)
    case .scalar(let text, let quoted):
      guard text.contains("${") else { break }
      result.value = value(of: text, quoted: quoted, at: node.place)
    }
    return result
  }

  /// The value of text with references; the text as it is where one refers to nothing.
  private mutating func value(
    of text: String, quoted: Bool, at place: Place
  ) -> ConfigurationNode.Value {
    var result = ""
    var rest = text[...]
    while let opening = rest.firstRange(of: "${") {
      if rest[..<opening.lowerBound].last == "$" {
        result += rest[..<opening.lowerBound].dropLast() + "${"
        rest = rest[opening.upperBound...]
        continue
      }
      result += rest[..<opening.lowerBound]
      guard let closing = rest[opening.upperBound...].firstIndex(of: "}") else {
        report(place, "'${' without '}'; a reference reads '${params.NAME}'")
        return .scalar(text, quoted: quoted)
      }
      let name = rest[opening.upperBound..<closing]
      rest = rest[rest.index(after: closing)...]
      guard let value = self.value(of: name, at: place) else {
        return .scalar(text, quoted: quoted)
      }
      if result.isEmpty, rest.isEmpty { return value }
      switch value {
      case .scalar(let text, _): result += text
      case .null: break
      case .sequence, .mapping:
        report(place, "'\(name)' is not one value, so it cannot stand inside text")
      }
    }
    return .scalar(result + rest, quoted: quoted)
  }

  private mutating func value(
    of reference: Substring, at place: Place
  ) -> ConfigurationNode.Value? {
    if reference.hasPrefix("params.") {
      let name = String(reference.dropFirst("params.".count))
      if let value = params[name] { return value.value }
      report(
        place,
        "unknown param '\(name)'" + Suggestion.text(for: name, among: params.keys.sorted()))
    } else if reference.hasPrefix("matrix.") {
      return matrixValue(String(reference.dropFirst("matrix.".count)), at: place)
    } else {
      report(
        place,
        "unknown reference '${\(reference)}'; a reference reads '${params.NAME}' or "
          + "'${matrix.NAME}'")
    }
    return nil
  }

  private mutating func matrixValue(
    _ name: String, at place: Place
  ) -> ConfigurationNode.Value? {
    guard case .values(let bindings, let isComplete) = matrix else {
      report(place, "'${matrix.\(name)}' can only stand in 'with' and 'if' of a stage")
      return nil
    }
    if let binding = bindings.first(where: { $0.name == name }) { return binding.value.value }
    let names = bindings.map(\.name)
    if isComplete {
      report(
        place,
        names.isEmpty
          ? "unknown matrix value '\(name)'; neither this stage nor one that it follows has a "
            + "'matrix'"
          : "unknown matrix value '\(name)'" + Suggestion.textOrList(for: name, among: names))
    }
    failed.insert(place)
    return nil
  }

  private mutating func report(_ place: Place, _ message: String) {
    problems.append(PipelineError(.configuration, at: place, message))
    failed.insert(place)
  }
}
