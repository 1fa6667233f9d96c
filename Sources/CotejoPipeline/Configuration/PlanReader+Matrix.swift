internal import CotejoText

extension PlanReader {
  /// The most instances of one stage.
  static let maximumInstances = 1_000
  /// The most instances of all stages together.
  static let maximumStages = 10_000

  /// A variable of a `matrix` with its values.
  private struct Axis {
    var name: String
    var values: [ConfigurationNode]
  }

  /// Makes the instances of a stage: one for each that it follows and each combination of the values
  /// of its own matrix, of which the last variable changes first.
  mutating func instantiate(
    _ entry: inout StageEntry, _ origin: OriginReading, _ matrix: ConfigurationNode.Entry?
  ) {
    entry.isComplete = origin.isComplete
    var axes: [Axis] = []
    if let matrix { (axes, entry.isComplete) = read(matrix, isComplete: origin.isComplete) }
    let inherited = Set(origin.sources.flatMap { $0.bindings.map(\.name) })
    for axis in axes where inherited.contains(axis.name) {
      report(
        matrix?.value.entry(axis.name)?.place ?? entry.place,
        "'\(axis.name)' is in the matrix of a stage that this one follows; give it another name")
      entry.isComplete = false
    }
    axes.removeAll { inherited.contains($0.name) }
    var count = origin.sources.count
    for axis in axes {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.values.count)
      count = overflow ? Int.max : product
    }
    guard count <= Self.maximumInstances, count <= Self.maximumStages - instanceCount else {
      report(
        matrix?.place ?? entry.place,
        count > Self.maximumInstances
          ? "the matrix makes more than \(Self.maximumInstances) of stage '\(entry.id)'"
          : "the matrices make more than \(Self.maximumStages) stages in all")
      entry.isComplete = false
      entry.instances = [
        StageEntry.Instance(
          bindings: [], distinguishing: [], origin: .unknown, isOmitted: false, stage: nil)
      ]
      return
    }
    instanceCount += count
    entry.instances = origin.sources.map { source in
      StageEntry.Instance(
        bindings: source.bindings, distinguishing: source.distinguishing, origin: source.origin,
        isOmitted: false, stage: nil)
    }
    for axis in axes {
      entry.instances = entry.instances.flatMap { instance in
        axis.values.map { value in
          var instance = instance
          instance.distinguishing.append(instance.bindings.count)
          instance.bindings.append(StageEntry.Binding(name: axis.name, value: value))
          return instance
        }
      }
    }
  }

  /// Reads a `matrix`: the variables that are right, and whether these are all.
  private mutating func read(
    _ matrix: ConfigurationNode.Entry, isComplete: Bool
  ) -> (axes: [Axis], isComplete: Bool) {
    guard case .mapping(let entries) = matrix.value.value, !entries.isEmpty else {
      report(
        matrix.value.place,
        "'matrix' must be a mapping of names and lists of values, and this is "
          + matrix.value.emptyKind)
      return ([], false)
    }
    var axes: [Axis] = []
    let before = problems.count
    for entry in entries {
      if !Self.isName(entry.key) || entry.key.contains(".") {
        report(entry.place, "a name in a matrix is made of letters, digits, '_' and '-'")
      }
      guard case .sequence(let values) = entry.value.value, !values.isEmpty else {
        report(
          entry.value.place,
          "'\(entry.key)' in 'matrix' must be a list of values, and this is "
            + entry.value.emptyKind)
        continue
      }
      var seen: Set<String> = []
      for value in values {
        guard let text = value.text, Self.isMatrixValue(text) else {
          report(
            value.place,
            "a value of '\(entry.key)' in 'matrix' must be a number, text on one line, "
              + "true or false, and this is \(value.kind)")
          continue
        }
        if !seen.insert(text).inserted {
          report(value.place, "the value '\(text)' stands twice in the list of '\(entry.key)'")
        }
      }
      if seen.count == values.count { axes.append(Axis(name: entry.key, values: values)) }
    }
    return (axes, isComplete && problems.count == before)
  }

  /// Values become parts of ids, which stand in messages and files.
  private static func isMatrixValue(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200
      && text.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: true
        }
      }
  }
}

extension ConfigurationNode {
  /// ``kind``, which tells an empty list or mapping from others.
  fileprivate var emptyKind: String {
    switch value {
    case .sequence(let items) where items.isEmpty: "an empty list"
    case .mapping(let entries) where entries.isEmpty: "an empty mapping"
    default: kind
    }
  }

  /// The entry of a key, if this is a mapping that has it.
  fileprivate func entry(_ key: String) -> Entry? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }
  }
}
