internal import CotejoLexicon
internal import CotejoText

/// What each stage of a run goes by: its resources, with what barriers before it left, and the
/// fingerprint that results of earlier runs are found by.
struct StageLineage: Sendable {
  /// What was opened for the run.
  let base: StageResources
  private let graph: RunGraph
  /// By step; the first stands for reading.
  private var resources: [StageResources]
  private var fingerprints: [String]

  /// The version of the reading of documents; goes up when the same bytes would give another text.
  private static let readingVersion = 1

  /// Begins with what was opened for a run.
  init(_ graph: RunGraph, _ resources: StageResources) {
    base = resources
    self.graph = graph
    self.resources = Array(repeating: resources, count: graph.stepCount)
    fingerprints = Array(repeating: "", count: graph.stepCount)
    for step in 1..<graph.stepCount { takeFingerprint(of: step) }
  }

  /// The resources of a stage.
  func resources(at step: Int) -> StageResources { resources[step] }

  /// Hands what a barrier left behind to the stages after it.
  mutating func conclude(_ step: Int, _ resources: StageResources) {
    self.resources[step] = resources
    for after in graph.descendants(of: step) {
      self.resources[after].learnt = resources.learnt
      takeFingerprint(of: after)
    }
  }

  private mutating func takeFingerprint(of step: Int) {
    let stage = graph.stage(of: step).stage
    fingerprints[step] = stage.fingerprint(dependencies: stage.dependencies(resources[step]))
  }

  /// What a stage depends on apart from the documents, transcripts among it, as 64 hexadecimal digits.
  func manifestFingerprint(of step: Int) -> String {
    let stage = graph.stage(of: step).stage
    let inputs = base.transcripts.indices.filter { graph.reaches(step, from: $0) }
    return stage.fingerprint(
      dependencies: stage.dependencies(resources[step])
        + inputs.flatMap { stage.dependencies(on: nil, input: $0, resources[step]) })
  }

  /// The key of a pair as it was read: of the content of its files, not of their names.
  func key(of print: PairPrint, _ pair: RunPair) -> ResultKey {
    Self.key([
      "read", String(Self.readingVersion), base.source.description, base.target.description,
      pair.charset, pair.pair.isLineParallel ? "lines" : "", print.source?.description ?? "",
      print.target.description,
    ])
  }

  /// The key of what a document stage makes of a pair.
  func key(behind key: ResultKey, _ step: Int, _ pair: RunPair) -> ResultKey {
    let stage = graph.stage(of: step).stage
    return Self.key(
      [key.description, fingerprints[step]]
        + stage.dependencies(on: pair.pair, input: pair.input, resources[step]))
  }

  /// The key of a pair behind an ordered stage, which goes by other pairs, too: what it changed in the
  /// pair tells.
  func key(behind key: ResultKey, _ step: Int, changed state: PairState) -> ResultKey {
    let planned = graph.stage(of: step)
    guard let stage = planned.stage as? any OrderedStage, !type(of: stage).changes.isEmpty else {
      return key
    }
    let change = state.encodeResult(of: type(of: stage).changes, stage: planned.id)
    return Self.key([key.description, fingerprints[step], SHA256.hash(change).description])
  }

  /// The key of what a barrier concludes from pairs in front of it, in corpus order; nil for those that
  /// do not come to it.
  func key(ofConclusion step: Int, from keys: [ResultKey?]) -> ResultKey {
    var hash = SHA256()
    hash.update("barrier \(fingerprints[step])".utf8Span.span)
    for key in keys { hash.update(" \(key?.description ?? "-")".utf8Span.span) }
    return ResultKey(hash.finish())
  }

  /// The keys of pairs in front of a step, from what was read of them.
  func keys(before step: Int, _ prints: [PairPrint?], _ pairs: [RunPair]) -> [ResultKey?] {
    let path = graph.path(to: step)
    return prints.enumerated().map { number, print in
      guard let print, graph.reaches(step, from: pairs[number].input) else { return nil }
      var key = key(of: print, pairs[number])
      for before in path {
        guard graph.stage(of: before).stage is any DocumentStage else { continue }
        key = self.key(behind: key, before, pairs[number])
      }
      return key
    }
  }

  /// The lexicons of the run, for the manifest: those that the plan names, then those that were learnt.
  var lexicons: [JSONValue] {
    var all = base.namedLexicons
    for step in 1..<graph.stepCount where graph.stage(of: step).stage is LearnStage {
      if let learnt = resources[step].learnt { all.append((graph.stage(of: step).id, learnt)) }
    }
    return all.map { name, lexicon in
      .object([
        ("lexicon", .string(name)), ("checksum", .string(base.fingerprint(of: lexicon))),
        ("description", .object(lexicon.description.map { ($0.key, .string($0.value)) })),
      ])
    }
  }

  private static func key(_ parts: [String]) -> ResultKey {
    var hash = SHA256()
    // Each part is preceded by its length, so that no two lists of parts read the same.
    for part in parts {
      hash.update("\(part.utf8.count):".utf8Span.span)
      hash.update(part.utf8Span.span)
    }
    return ResultKey(hash.finish())
  }
}
