import CotejoAlignment
import CotejoText

@testable import CotejoPipeline

/// Pairs of documents in memory, and stages for them.
enum Pairs {
  /// A pair of texts as it comes from reading.
  static func pair(
    _ source: String, _ target: String, isLineParallel: Bool = false, number: Int = 0
  ) throws -> PairState {
    try pair(
      Array(source.utf8), Array(target.utf8), isLineParallel: isLineParallel, number: number)
  }

  static func pair(
    _ source: [UInt8], _ target: [UInt8], isLineParallel: Bool = false, number: Int = 0
  ) throws -> PairState {
    let reader = DocumentReader()
    let pair = DocumentPair(
      id: "p\(number)", source: "es/p\(number).txt", target: "en/p\(number).txt",
      isLineParallel: isLineParallel)
    return PairState(
      number: number, pair: pair,
      source: try reader.document(of: source, id: pair.representative, language: LanguageTag("es")),
      target: try reader.document(of: target, id: pair.target, language: LanguageTag("en")))
  }

  /// A pair whose sentences are its lines, joined one to one, or as `beads` says.
  static func aligned(
    _ lines: [(source: String, target: String)], beads: [Bead]? = nil, score: Float = 0.9,
    number: Int = 0
  ) throws -> PairState {
    var state = try pair(
      lines.map { $0.source + "\n" }.joined(), lines.map { $0.target + "\n" }.joined(),
      isLineParallel: true, number: number)
    try run(SegmentStage.self, on: &state)
    state.join(
      beads
        ?? LineSplitter.beads(of: state).map {
          Bead(source: $0.source, target: $0.target, score: score)
        })
    return state
  }

  /// A stage with some parameters, the others at their defaults.
  static func stage<S: Stage>(
    _ type: S.Type, _ values: [String: ParameterValue] = [:]
  ) -> S {
    S(values: ParameterValues(values, for: S.parameters))
  }

  /// Resources for Spanish and English, without lexicons.
  static func resources() throws -> StageResources { try shared.get() }

  // Reading the language data for each pair would take most of the tests' time.
  private static let shared = Result {
    try StageResources(
      Plan(
        name: "t", file: "t.yml", source: LanguageTag("es"), target: LanguageTag("en"), inputs: [],
        stages: [], gates: []), [])
  }

  /// Takes a pair through a stage.
  static func run<S: DocumentStage>(
    _ type: S.Type, _ values: [String: ParameterValue] = [:], on state: inout PairState
  ) throws {
    let resources = try resources()
    var tools = StageTools(resources: resources)
    try stage(type, values).process(
      &state, as: type.name, tools: &tools, resources: resources)
  }

  /// The sentences of a side as text.
  static func sentences(_ side: SegmentedText) -> [String] {
    side.sentences.map { side.text[$0.span] }
  }

  /// The reasons of the beads that were rejected, by number.
  static func reasons(_ state: PairState) -> [String?] {
    state.rejections.map { $0?.reason }
  }
}
