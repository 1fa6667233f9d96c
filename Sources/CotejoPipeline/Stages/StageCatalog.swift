/// The stages that a pipeline can use.
public enum StageCatalog {
  /// All stages, in the order in which a pipeline is apt to use them.
  public static let all: [any Stage.Type] = [
    NormalizeStage.self, SegmentStage.self, LearnStage.self, AlignStage.self, QuotesStage.self,
    TraceStage.self, CheckStage.self, FilterStage.self, ExecStage.self, DeduplicateStage.self,
    ExportStage.self,
  ]

  /// The names of all stages.
  public static var names: [String] { all.map { $0.name } }

  /// All stages with their parameters, defaults and meanings, for people.
  public static var listing: [String] {
    var lines: [String] = []
    for stage in all {
      lines.append("\(stage.name): \(stage.summary)")
      for parameter in stage.parameters {
        let standard =
          switch parameter.standard {
          case nil: "must be given"
          case .some(.none) where parameter.kind == .text || parameter.kind == .texts:
            "none unless given"
          case .some(.none), .integer(.max)?: "no limit unless given"
          case .some(let value): "default \(value)"
          }
        lines.append("  \(parameter.name): \(parameter.summary)")
        lines.append("      \(parameter.kind.expectation); \(standard)")
      }
    }
    return lines
  }

  /// The stage of a name.
  static func type(named name: String) -> (any Stage.Type)? {
    all.first { $0.name == name }
  }
}
