internal import Yams

/// Reads YAML into nodes with places, and every fault with its place.
///
/// What the parser would do without asking is done here instead: aliases are expanded under a
/// budget, duplicate keys are all reported, tags are refused, scalars stay text (YAML 1.2's core
/// would make a boolean of nothing but `true` and `false`, YAML 1.1 also of `no` and `on`).
struct YAMLReader {
  /// The most values that aliases may stand for, all together.
  static let maximumExpansion = 10_000
  /// The deepest nesting of lists and mappings.
  static let maximumDepth = 32

  let file: String
  private let emptyHint: String
  private(set) var problems: [PipelineError] = []
  private var source = YAMLText()
  private var anchors: [String: (node: ConfigurationNode, size: Int)] = [:]
  private var expanded = 0
  /// Stands for every `*` while the parser works, so that it sees no alias.
  private var aliasMark: Unicode.Scalar = "*"
  /// Stand for the first letters of keys that occur again.
  private var keyMarks: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// Names the file; `emptyHint` is what somebody should know whose file holds nothing.
  init(file: String, emptyHint: String = "a pipeline begins with 'cotejo: 1'") {
    self.file = file
    self.emptyHint = emptyHint
  }

  /// The root of the document, as far as it could be read: `nil` only with at least one problem.
  mutating func read(_ bytes: [UInt8]) -> ConfigurationNode? {
    source = YAMLText(bytes, file: file)
    problems = source.problems
    guard problems.isEmpty else { return nil }
    let used = Set(source.scalars)
    var free = (0xE000...0xF8FF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
      .filter { !used.contains($0) }.makeIterator()
    guard let mark = free.next() else {
      report(1, 1, "the file is full of private-use characters")
      return nil
    }
    aliasMark = mark
    for index in source.scalars.indices where source.scalars[index] == "*" {
      source.scalars[index] = mark
    }
    // One round for each key that occurs again: the parser names one at a time.
    while true {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: source.scalars)
      do {
        let parser = try Parser(
          yaml: String(text), resolver: .basic, constructor: .default, encoding: .utf8)
        // Anchors are held by the parser alone.
        let root = try withExtendedLifetime(parser) { () throws -> ConfigurationNode? in
          guard let root = try parser.singleRoot() else { return nil }
          var size = 0
          return convert(root, depth: 0, size: &size)
        }
        guard let root, !isNull(root) else {
          report(1, 1, "the file is empty; \(emptyHint)")
          return nil
        }
        return root
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        guard let mark = free.next(), setAside(context.mark, mark) else {
          let names = names.map { "'\(restored($0))'" }.joined(separator: ", ")
          report(context.mark.line, context.mark.column, "duplicate key \(names)")
          return nil
        }
      } catch {
        report(error)
        return nil
      }
    }
  }

  /// Gives a key another first letter, so that the parser goes on to the next fault.
  private mutating func setAside(_ mark: Mark, _ standIn: Unicode.Scalar) -> Bool {
    guard keyMarks.count < 200, var index = source.index(line: mark.line, column: mark.column)
    else { return false }
    if source.scalars[index] == "\"" || source.scalars[index] == "'" { index += 1 }
    guard source.scalars.indices.contains(index) else { return false }
    let first = source.scalars[index]
    guard
      first == "_" || first.properties.isAlphabetic || first.properties.numericType != nil
        || keyMarks[first] != nil
    else { return false }
    keyMarks[standIn] = keyMarks[first] ?? first
    source.scalars[index] = standIn
    return true
  }

  // MARK: - From the parser's nodes to ours

  private mutating func convert(_ node: Node, depth: Int, size: inout Int) -> ConfigurationNode {
    let place = Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    var result = ConfigurationNode(value: .null, place: place)
    guard depth <= Self.maximumDepth else {
      if problems.last?.message.hasPrefix("values are nested") != true {
        report(place, "values are nested more than \(Self.maximumDepth) deep")
      }
      return result
    }
    size += 1
    let before = size
    switch node {
    case .scalar(let scalar):
      check(scalar.tag, "str", at: place)
      if scalar.style == .plain, scalar.string.unicodeScalars.first == aliasMark {
        return alias(scalar.string, at: place, size: &size)
      }
      let text = restored(scalar.string)
      let plain = scalar.style == .plain
      if !plain || !(text.isEmpty || text == "~" || text.lowercased() == "null") {
        result.value = .scalar(text, quoted: !plain)
      }
    case .sequence(let sequence):
      check(sequence.tag, "seq", at: place)
      var items: [ConfigurationNode] = []
      for item in sequence { items.append(convert(item, depth: depth + 1, size: &size)) }
      result.value = .sequence(items)
    case .mapping(let mapping):
      check(mapping.tag, "map", at: place)
      result.value = .mapping(entries(of: mapping, depth: depth, size: &size))
    case .alias:
      report(place, "unknown alias")
    }
    if let anchor = node.anchor?.rawValue {
      anchors[anchor] = (result, size - before + 1)
    }
    return result
  }

  private mutating func entries(
    of mapping: Node.Mapping, depth: Int, size: inout Int
  ) -> [ConfigurationNode.Entry] {
    var entries: [ConfigurationNode.Entry] = []
    var seen: [String: Place] = [:]
    for (keyNode, valueNode) in mapping {
      let key = convert(keyNode, depth: depth + 1, size: &size)
      let value = convert(valueNode, depth: depth + 1, size: &size)
      guard let name = key.text else {
        report(key.place, "a key must be text, and this is \(key.kind)")
        continue
      }
      if let first = seen[name] {
        report(key.place, "duplicate key '\(name)'; it was first given in line \(first.line ?? 1)")
        continue
      }
      seen[name] = key.place
      entries.append(ConfigurationNode.Entry(key: name, place: key.place, value: value))
    }
    return entries
  }

  private mutating func alias(
    _ text: String, at place: Place, size: inout Int
  ) -> ConfigurationNode {
    let name = restored(String(text.unicodeScalars.dropFirst()))
    guard let anchor = anchors[name] else {
      report(place, "alias '*\(name)' names no anchor that stands before it")
      return ConfigurationNode(value: .null, place: place)
    }
    guard expanded + anchor.size <= Self.maximumExpansion else {
      if expanded <= Self.maximumExpansion {
        report(place, "aliases stand for more than \(Self.maximumExpansion) values")
      }
      // Whatever comes is too much, and is not told again.
      expanded = Self.maximumExpansion + 1
      return ConfigurationNode(value: .null, place: place)
    }
    expanded += anchor.size
    size += anchor.size
    return anchor.node
  }

  private mutating func check(_ tag: Tag, _ expected: String, at place: Place) {
    let name = tag.rawValue
    guard name.isEmpty || name == "!" || name == "tag:yaml.org,2002:\(expected)" else {
      report(place, "the tag '\(restored(name))' is not taken; leave it out")
      return
    }
  }

  /// The text as it stands in the file.
  private func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == aliasMark || keyMarks[$0] != nil }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == aliasMark ? "*" : keyMarks[scalar] ?? scalar)
    }
    return String(result)
  }

  private func isNull(_ node: ConfigurationNode) -> Bool {
    if case .null = node.value { return problems.isEmpty }
    return false
  }

  // MARK: - Faults

  private mutating func report(_ place: Place, _ message: String) {
    problems.append(PipelineError(.configuration, at: place, message))
  }

  private mutating func report(_ line: Int, _ column: Int, _ message: String) {
    report(Place(file: file, line: line, column: column), message)
  }

  private mutating func report(_ error: any Error) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      if let index = source.index(line: mark.line, column: mark.column),
        source.scalars[index] == "\t"
      {
        report(mark.line, mark.column, "a tab cannot indent YAML; use spaces")
      } else {
        let context = context.map { " (\($0.text), from line \($0.mark.line))" } ?? ""
        report(mark.line, mark.column, "broken YAML: \(problem)\(context)")
      }
    default:
      report(1, 1, "the file cannot be read as YAML: \(error)")
    }
  }
}
