internal import CotejoText

/// What a run would do, stage by stage and pair by pair.
public struct RunForecast: Sendable {
  /// Why a stage must do its work on a pair.
  public enum Reason: Hashable, Sendable {
    /// No run in this output folder has been completed.
    case firstRun
    /// The pair was not there.
    case newPair
    /// A file was another one then.
    case changedFile(String)
    /// The pair went to quarantine.
    case quarantined
    /// The stage itself was another one then: what of it, in words.
    case changedStage(String)
    /// A stage before it runs.
    case stageBefore(String)
    /// What a barrier or an ordered stage comes to is not known before the run.
    case undecided(String)
    /// The result has gone: it was cleared away, or damaged, or is in another cache.
    case lost

    /// In words, as in `es/a.txt changed`.
    public var description: String {
      switch self {
      case .firstRun: "no earlier run"
      case .newPair: "new"
      case .changedFile(let path): "\(path) changed"
      case .quarantined: "was in quarantine"
      case .changedStage(let what): what
      case .stageBefore(let id): "'\(id)' runs"
      case .undecided(let id): "'\(id)' decides"
      case .lost: "no result in the cache"
      }
    }
  }

  /// What a run would do at a stage.
  public struct Stage: Sendable {
    /// The stage's id.
    public var id: String
    /// How many pairs have a result.
    public var stored = 0
    /// The pairs that it would work on, by their position in `pairs`, with the reason.
    public var runs: [(pair: Int, reason: Reason)] = []
    /// Whether it sees all pairs at once: then there is one result, or it runs.
    public var isBarrier = false
  }

  /// The ids of the pairs, in corpus order.
  public var pairs: [String] = []
  /// The pairs that cannot be read, by their position in `pairs`.
  public var unreadable: [Int] = []
  /// The stages that keep results, in the order of the plan.
  public var stages: [Stage] = []
}

extension PipelineRunner {
  /// Tells what a run would do; nothing is written.
  ///
  /// - Throws: `configuration` and `corpus` as a run does; `stage` for a cache that cannot be read.
  public func forecast() async throws(PipelineError) -> RunForecast {
    var (flow, _) = try await open()
    let prints = try await readPrints(flow) { _ in }.prints
    let context = RunContext(
      folder: options.folder, source: plan.source, target: plan.target, version: options.version)
    var forecaster = Forecaster(
      pairs: pairs, graph: graph, prints: prints, context: context)
    for step in 1..<graph.stepCount { forecaster.tell(step, &flow) }
    return forecaster.forecast
  }
}

/// Goes through the stages of a plan and asks for what is at hand.
private struct Forecaster {
  private let pairs: [RunPair]
  private let graph: RunGraph
  private let prints: [PairPrint?]
  private let context: RunContext
  /// The key of each pair behind each step; nil where it is not known.
  private var keys: [[ResultKey?]]
  /// Why a key is not known, by step.
  private var unknown: [Int: RunForecast.Reason] = [:]
  /// The last complete run, once somebody has asked for it.
  private var earlier: EarlierRun??
  var forecast = RunForecast()

  init(pairs: [RunPair], graph: RunGraph, prints: [PairPrint?], context: RunContext) {
    self.pairs = pairs
    self.graph = graph
    self.prints = prints
    self.context = context
    keys = Array(repeating: [], count: graph.stepCount)
    forecast.pairs = pairs.map(\.pair.id)
    forecast.unreadable = prints.indices.filter { prints[$0] == nil }
  }

  mutating func tell(_ step: Int, _ flow: inout PairFlow) {
    if step == 1 {
      keys[0] = zip(prints, pairs).map { print, pair in
        print.map { flow.lineage.key(of: $0, pair) }
      }
    }
    let origin = graph.origin(of: step)
    unknown[step] = unknown[step] ?? unknown[origin]
    let planned = graph.stage(of: step)
    switch planned.stage {
    case let barrier as any BarrierStage: tell(barrier, step, &flow)
    case is any OrderedStage:
      keys[step] = keys[origin]
      let changes = (planned.stage as? any OrderedStage).map { type(of: $0).changes } ?? []
      if !changes.isEmpty, unknown[step] == nil { unknown[step] = .undecided(planned.id) }
    default: tellPairs(step, origin, flow)
    }
  }

  /// What a barrier left behind is known, or is not until it has run.
  private mutating func tell(_ barrier: any BarrierStage, _ step: Int, _ flow: inout PairFlow) {
    let id = graph.stage(of: step).id
    keys[step] = keys[graph.origin(of: step)]
    var stage = RunForecast.Stage(id: id, isBarrier: true)
    var resources = flow.lineage.resources(at: step)
    let key = flow.lineage.key(
      ofConclusion: step, from: flow.lineage.keys(before: step, prints, pairs))
    if let stored = flow.results?.find(key), barrier.restore(stored, into: &resources) {
      flow.lineage.conclude(step, resources)
      stage.stored = pairs.count
    } else {
      let number = pairs.indices.first { self.reason($0, step, flow) != .lost } ?? 0
      stage.runs = pairs.isEmpty ? [] : [(number, self.reason(number, step, flow))]
      // Those that go by no lexicon stay as they are.
      for after in graph.descendants(of: step)
      where graph.stage(of: after).stage is any LexiconStage {
        unknown[after] = .stageBefore(id)
      }
    }
    forecast.stages.append(stage)
  }

  private mutating func tellPairs(_ step: Int, _ origin: Int, _ flow: PairFlow) {
    var stage = RunForecast.Stage(id: graph.stage(of: step).id)
    keys[step] = Array(repeating: nil, count: pairs.count)
    for number in pairs.indices
    where graph.reaches(step, from: pairs[number].input) && prints[number] != nil {
      if let reason = unknown[step] {
        stage.runs.append((number, reason))
        continue
      }
      guard let before = keys[origin][number] else { continue }
      let key = flow.lineage.key(behind: before, step, pairs[number])
      keys[step][number] = key
      if flow.results?.contains(key) == true {
        stage.stored += 1
      } else {
        stage.runs.append((number, reason(number, step, flow)))
      }
    }
    if unknown[step] != nil, unknown[origin] == nil {
      unknown[step] = .stageBefore(stage.id)
    }
    forecast.stages.append(stage)
  }

  /// Why a pair has no result at a step.
  private mutating func reason(_ number: Int, _ step: Int, _ flow: PairFlow) -> RunForecast.Reason {
    let known: EarlierRun?
    if let earlier {
      known = earlier
    } else {
      known = EarlierRun(in: context)
      earlier = .some(known)
    }
    guard let known else { return .firstRun }
    let pair = pairs[number]
    guard let seen = known.pairs[pair.pair.id] else { return .newPair }
    if seen.isQuarantined { return .quarantined }
    if let print = prints[number] {
      func isSame(_ key: ResultKey?, _ digits: [UInt8]?) -> Bool {
        key.map { Array($0.description.utf8) } == digits.map { Array($0.prefix(32)) }
      }
      if !isSame(print.source, seen.source) { return .changedFile(pair.pair.representative) }
      if !isSame(print.target, seen.target) { return .changedFile(pair.pair.target) }
    }
    for before in graph.path(to: step) + [step] {
      let planned = graph.stage(of: before)
      guard let stage = known.stages[planned.id] else {
        return before == step
          ? .changedStage("the stage is new") : .stageBefore(planned.id)
      }
      guard stage.fingerprint != flow.lineage.manifestFingerprint(of: before) else { continue }
      return before == step
        ? .changedStage(Self.difference(planned.stage, stage)) : .stageBefore(planned.id)
    }
    return .lost
  }

  /// What of a stage was otherwise.
  private static func difference(_ stage: any Stage, _ earlier: EarlierRun.Stage) -> String {
    for (name, value) in stage.values.sorted {
      var now: [UInt8] = []
      JSONValue(value).appendLine(to: &now)
      guard let before = earlier.parameters[name], before != now else { continue }
      return "\(name) was \(String(decoding: before, as: UTF8.self)), "
        + "is \(String(decoding: now, as: UTF8.self))"
    }
    let version = type(of: stage).version
    if version == earlier.version, stage is ExecStage {
      return "the program, or a file that its command names, changed"
    }
    return version == earlier.version
      ? "what it goes by changed (language data, lexicon or transcripts)"
      : "version \(earlier.version) of the stage became \(version)"
  }
}
