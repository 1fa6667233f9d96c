extension Plan {
  /// The files that runs of it write, as paths below the output folder; also those of exports that `if`
  /// leaves out, which a run with other params may have written.
  public var outputFiles: [String] {
    let exports = (stages.map(\.stage) + omitted.map(\.stage)).compactMap { $0 as? ExportStage }
    return RunFile.allCases.map(\.rawValue)
      + exports.flatMap { $0.outputPaths(source: source, target: target) }
  }

  /// The stages up to and with the one of an id; all without one.
  ///
  /// The id of a stage with a matrix stands for all of its instances.
  /// - Throws: `configuration`, if there is none of that id, or if it is left out.
  public func stages(until id: String?) throws(PipelineError) -> [PlannedStage] {
    guard let id else { return stages }
    if let last = stages.lastIndex(where: { $0.id == id || $0.entryID == id }) {
      return Array(stages[...last])
    }
    let place = Place(file: "--until \(id)")
    if omitted.contains(where: { $0.id == id || $0.id.hasPrefix("\(id)(") }) {
      throw PipelineError(.configuration, at: place, "the stage '\(id)' is left out by 'if'")
    }
    throw PipelineError(
      .configuration, at: place,
      "the pipeline has no stage '\(id)'" + Suggestion.text(for: id, among: stages.map(\.id)))
  }
}
