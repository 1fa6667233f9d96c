import CotejoText

@testable import CotejoPipeline

/// Stages that run programs.
enum Programs {
  /// Takes a pair through a stage that runs a line of the shell.
  static func run(
    _ line: String, _ values: [String: ParameterValue] = [:], on state: inout PairState
  ) throws {
    try run(.text(line), values.merging(["shell": .boolean(true)]) { $1 }, on: &state)
  }

  /// Takes a pair through a stage that runs a command.
  static func run(
    _ command: ParameterValue, _ values: [String: ParameterValue] = [:], on state: inout PairState
  ) throws {
    let stage = stage(command, values)
    let resources = try resources(stage)
    var tools = StageTools(resources: resources)
    try stage.process(&state, as: "exec", tools: &tools, resources: resources)
  }

  static func stage(
    _ command: ParameterValue, _ values: [String: ParameterValue] = [:]
  ) -> ExecStage {
    Pairs.stage(ExecStage.self, values.merging(["command": command]) { $1 })
  }

  /// Resources with the program of a stage, for languages of which there are no data to read.
  static func resources(_ stage: ExecStage) throws -> StageResources {
    let planned = PlannedStage(
      id: "exec", place: Place(file: "t.yml"), stage: stage, origin: .inputs([0]))
    return try StageResources(
      Plan(
        name: "t", file: "t.yml", source: LanguageTag("eo"), target: LanguageTag("ia"), inputs: [],
        stages: [planned], gates: []), [planned])
  }

  /// The fault that a line of the shell comes to; nil for none.
  static func fault(
    _ line: String, _ values: [String: ParameterValue] = [:], on state: PairState
  ) throws -> DocumentFault? {
    var state = state
    do {
      try run(line, values, on: &state)
      return nil
    } catch let fault as DocumentFault {
      return fault
    }
  }
}
