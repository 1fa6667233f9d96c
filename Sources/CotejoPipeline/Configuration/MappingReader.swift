/// Reads the keys of one mapping and reports those that nobody asked for.
struct MappingReader {
  /// What the mapping is, as messages name it, such as `stage 'filter'`.
  let what: String
  let place: Place
  private let entries: [ConfigurationNode.Entry]
  private let isMapping: Bool
  private var asked: [String] = []
  /// What is missing: the keys of which one would do, and where and how to say so.
  private var missing: [(keys: [String], problem: PipelineError)] = []
  private(set) var problems: [PipelineError] = []

  /// Takes a node, which is reported if it is no mapping; nothing counts as an empty one.
  init(_ node: ConfigurationNode, what: String) {
    self.what = what
    place = node.place
    switch node.value {
    case .mapping(let entries):
      self.entries = entries
      isMapping = true
    case .null:
      entries = []
      isMapping = true
    case .scalar, .sequence:
      entries = []
      isMapping = false
      problems.append(
        PipelineError(
          .configuration, at: node.place, "\(what) must be a mapping, and this is \(node.kind)"))
    }
  }

  /// The entry of a key, if it is there and not null.
  mutating func entry(_ key: String) -> ConfigurationNode.Entry? {
    asked.append(key)
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    if case .null = entry.value.value { return nil }
    return entry
  }

  /// The entry of a key that must be there.
  mutating func required(_ key: String, _ purpose: String) -> ConfigurationNode.Entry? {
    if let entry = entry(key) { return entry }
    miss([key], "\(what) needs '\(key)': \(purpose)", at: place)
    return nil
  }

  /// Notes that one of some keys should be there, and none is.
  ///
  /// That is not told where a key is misspelt that was apt to be one of them: one slip is one problem.
  mutating func miss(_ keys: [String], _ message: String, at place: Place) {
    // One report for a mapping that is none is enough.
    guard isMapping else { return }
    missing.append((keys, PipelineError(.configuration, at: place, message)))
  }

  /// The text of a key.
  mutating func text(_ key: String) -> (text: String, place: Place)? {
    guard let entry = entry(key) else { return nil }
    return text(of: entry)
  }

  /// The text of a key that must be there.
  mutating func requiredText(_ key: String, _ purpose: String) -> (text: String, place: Place)? {
    guard let entry = required(key, purpose) else { return nil }
    return text(of: entry)
  }

  private mutating func text(
    of entry: ConfigurationNode.Entry
  ) -> (text: String, place: Place)? {
    guard let text = entry.value.text else {
      report(
        entry.value.place, "'\(entry.key)' must be text, and this is \(entry.value.kind)")
      return nil
    }
    return (text, entry.value.place)
  }

  /// The number of a key.
  mutating func number(_ key: String) -> Double? {
    guard let entry = entry(key) else { return nil }
    if case .scalar(let text, quoted: false) = entry.value.value,
      let number = ParameterReader.number(text)
    {
      return number
    }
    report(entry.value.place, "'\(key)' must be a number, and this is \(entry.value.kind)")
    return nil
  }

  /// The case of an enumeration that a key names.
  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ choices: Choice.Type
  ) -> Choice? {
    guard let (text, place) = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      place,
      "'\(key)' must be one of \(names.joined(separator: ", ")), and this is '\(text)'"
        + Suggestion.text(for: text, among: names))
    return nil
  }

  /// Notes a fault.
  mutating func report(_ place: Place, _ message: String) {
    problems.append(PipelineError(.configuration, at: place, message))
  }

  private var unknown: [ConfigurationNode.Entry] {
    entries.filter { !asked.contains($0.key) }
  }

  /// The keys that those which nobody asked for are misspellings of; to be asked last.
  var misspelt: Set<String> {
    Set(unknown.compactMap { Suggestion.nearest(to: $0.key, among: asked) })
  }

  /// Reports the keys that were not asked for and those that are missing, and gives back all problems.
  consuming func finish() -> [PipelineError] {
    for entry in unknown {
      report(
        entry.place,
        "unknown key '\(entry.key)' in \(what)"
          + Suggestion.textOrList(for: entry.key, among: asked))
    }
    let misspelt = misspelt
    problems += missing.filter { misspelt.isDisjoint(with: $0.keys) }.map(\.problem)
    return problems
  }
}
