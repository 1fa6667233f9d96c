/// Puts the values of `params` where `${params.NAME}` stands.
///
/// A value that is nothing but one reference takes the param as it is, number or text; a reference
/// inside longer text takes its text. `$${` stands for `${`.
struct Substitution {
  private let params: [String: ConfigurationNode]
  private(set) var problems: [PipelineError] = []

  init(params: [ConfigurationNode.Entry]) {
    self.params = Dictionary(params.map { ($0.key, $0.value) }) { first, _ in first }
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
      guard let value = param(name, at: place) else {
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

  private mutating func param(
    _ reference: Substring, at place: Place
  ) -> ConfigurationNode.Value? {
    guard reference.hasPrefix("params.") else {
      report(place, "unknown reference '${\(reference)}'; a reference reads '${params.NAME}'")
      return nil
    }
    let name = String(reference.dropFirst("params.".count))
    guard let value = params[name] else {
      report(
        place,
        "unknown param '\(name)'" + Suggestion.text(for: name, among: params.keys.sorted()))
      return nil
    }
    return value.value
  }

  private mutating func report(_ place: Place, _ message: String) {
    problems.append(PipelineError(.configuration, at: place, message))
  }
}
