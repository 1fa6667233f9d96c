/// Reads the `with` of a stage by what the stage declares.
struct ParameterReader {
  /// The stage as messages name it.
  let what: String
  private(set) var problems: [PipelineError] = []

  init(what: String) {
    self.what = what
  }

  /// The values that were given and are right.
  mutating func read(
    _ with: ConfigurationNode?, _ declarations: [ParameterDeclaration], at place: Place
  ) -> [String: ParameterValue] {
    var reader = MappingReader(
      with ?? ConfigurationNode(value: .null, place: place), what: what)
    var values: [String: ParameterValue] = [:]
    for declaration in declarations {
      guard let entry = reader.entry(declaration.name) else {
        if declaration.standard == nil {
          reader.miss(
            [declaration.name], "\(what) needs '\(declaration.name)': \(declaration.summary)",
            at: place)
        }
        continue
      }
      switch Self.value(of: entry.value, as: declaration.kind) {
      case .success(let value): values[declaration.name] = value
      case .failure(let fault):
        reader.report(
          fault.place ?? entry.value.place,
          "'\(declaration.name)' in \(what) must be \(fault.expected), and this is "
            + (fault.kind ?? entry.value.kind) + fault.suggestion)
      }
    }
    problems += reader.finish()
    return values
  }

  struct Fault: Error {
    var expected: String
    var suggestion = ""
    /// What stands in its place, and where, if that is not the value itself.
    var kind: String?
    var place: Place?
  }

  private static func value(
    of node: ConfigurationNode, as kind: ParameterDeclaration.Kind
  ) -> Result<ParameterValue, Fault> {
    let plain: String? =
      if case .scalar(let text, quoted: false) = node.value { text } else { nil }
    switch kind {
    case .boolean:
      switch plain {
      case "true": return .success(.boolean(true))
      case "false": return .success(.boolean(false))
      default: return .failure(Fault(expected: kind.expectation))
      }
    case .integer(let range):
      guard let value = plain.flatMap({ Int($0) }), range.contains(value) else {
        return .failure(Fault(expected: kind.expectation))
      }
      return .success(.integer(value))
    case .number(let range):
      guard let value = plain.flatMap(number), range.contains(value) else {
        return .failure(Fault(expected: kind.expectation))
      }
      return .success(.number(value))
    case .choice(let names):
      guard let text = node.text, names.contains(text) else {
        let suggestion = Suggestion.text(for: node.text ?? "", among: names)
        return .failure(Fault(expected: kind.expectation, suggestion: suggestion))
      }
      return .success(.text(text))
    case .choiceOrPath(let names):
      guard let text = node.text, !text.isEmpty else {
        return .failure(Fault(expected: kind.expectation))
      }
      // What looks like a name and not like a path is a slip, not a file without extension.
      if !names.contains(text), !text.contains("/"), !text.contains(".") {
        let suggestion = Suggestion.text(for: text, among: names)
        return .failure(Fault(expected: kind.expectation, suggestion: suggestion))
      }
      return .success(.text(text))
    case .outputPath:
      guard let text = node.text, isInside(text) else {
        return .failure(Fault(expected: kind.expectation))
      }
      return .success(.text(text))
    case .text:
      guard let text = node.text, !text.utf8.contains(0) else {
        return .failure(Fault(expected: kind.expectation))
      }
      return .success(.text(text))
    case .texts, .textsOrText:
      return texts(node, kind)
    }
  }

  /// A list of texts, or one where that will do.
  private static func texts(
    _ node: ConfigurationNode, _ kind: ParameterDeclaration.Kind
  ) -> Result<ParameterValue, Fault> {
    if kind == .textsOrText, let text = node.text, !text.isEmpty, !text.utf8.contains(0) {
      return .success(.text(text))
    }
    guard case .sequence(let items) = node.value, kind == .texts || !items.isEmpty else {
      return .failure(Fault(expected: kind.expectation))
    }
    var texts: [String] = []
    for item in items {
      guard let text = item.text, !text.utf8.contains(0) else {
        return .failure(
          Fault(expected: kind.expectation, kind: "a list with \(item.kind)", place: item.place))
      }
      texts.append(text)
    }
    return .success(.texts(texts))
  }

  /// A number as YAML 1.2's core writes it; neither infinite nor hexadecimal.
  static func number(_ text: String) -> Double? {
    let allowed = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
    guard allowed, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Whether a path stays below the folder that it is relative to.
  static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains("") && !parts.contains("..") && !parts.contains(".")
      && !path.utf8.contains(0)
  }
}

extension ParameterDeclaration.Kind {
  /// What is expected, as in "must be …".
  public var expectation: String {
    switch self {
    case .boolean: "true or false"
    case .integer(let range) where range.upperBound == .max:
      "a whole number from \(range.lowerBound)"
    case .integer(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range) where range.upperBound == .greatestFiniteMagnitude:
      "a number from \(Self.short(range.lowerBound))"
    case .number(let range):
      "a number from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .choiceOrPath(let names):
      "one of \(names.joined(separator: ", ")), or a path (one with '/' or '.')"
    case .outputPath: "a path below the output folder"
    case .text: "a text"
    case .texts: "a list of texts"
    case .textsOrText: "a list of texts, or one text"
    }
  }

  private static func short(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
