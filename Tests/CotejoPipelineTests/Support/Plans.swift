import Testing

@testable import CotejoPipeline

/// Pipelines for tests.
enum Plans {
  /// The head that every pipeline needs.
  static let head = """
    cotejo: 1
    languages: {source: es, target: en}
    inputs:
      a: {corpus: corpus}

    """

  /// Reads a pipeline of some stages, each a line of a flow mapping's inside.
  static func reading(stages: [String], checks: String = "") -> PlanReading {
    read(head + "stages:\n" + stages.map { "  - {\($0)}\n" }.joined() + checks)
  }

  static func read(
    _ text: String, settings: [String] = [], corpora: [(input: String?, folder: String)] = []
  ) -> PlanReading {
    let changes = settings.compactMap { try? Setting($0) }
    let reading = PlanReader.read(
      Array(text.utf8), file: "p.yml", settings: changes, corpora: corpora)
    // Whatever a test takes for a plan, editors must take for one.
    if reading.plan != nil, changes.isEmpty, corpora.isEmpty {
      #expect(SchemaValidator.faults(in: text, by: PipelineSchema.value) == [], "\(text)")
    }
    return reading
  }

  /// The problems of a pipeline as lines.
  static func problems(
    _ text: String, settings: [String] = [], corpora: [(input: String?, folder: String)] = []
  ) -> [String] {
    read(text, settings: settings, corpora: corpora).problems.map(\.description)
  }
}
