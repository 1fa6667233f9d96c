/// The stages that a pipeline can use.
public enum StageCatalog {
  /// All stages, in the order in which a pipeline is apt to use them.
  public static let all: [any Stage.Type] = [
    NormalizeStage.self, SegmentStage.self, LearnStage.self, AlignStage.self, FilterStage.self,
    DeduplicateStage.self, ExportStage.self,
  ]

  /// The names of all stages.
  public static var names: [String] { all.map { $0.name } }

  /// The stage of a name.
  static func type(named name: String) -> (any Stage.Type)? {
    all.first { $0.name == name }
  }
}
