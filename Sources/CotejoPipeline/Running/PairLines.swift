internal import CotejoFidelity
internal import CotejoFormats
internal import CotejoQuotation
internal import CotejoText

/// What a run writes down of a pair, rendered where the pair is worked on.
struct PairLines: Sendable {
  /// Lines of `rejected.jsonl`: the beads that stages rejected, stage after stage.
  private(set) var rejected: [UInt8] = []
  /// Lines of `findings.jsonl`: the pairs of sentences that a check has something to say of.
  private(set) var findings: [UInt8] = []
  /// Lines of `messages.jsonl`: what the programs of stages wrote to standard error.
  private(set) var messages: [UInt8] = []
  /// The pair in the manifest, without a line end.
  private(set) var document: [UInt8] = []

  private var sides: (source: JSONValue?, target: JSONValue?) = (nil, nil)
  private var quotations: Int?
  private var beads: Int?
  private var kept: [(key: String, value: JSONValue)] = []

  /// Nothing is written yet.
  init() {}

  /// Notes what a stage made of a pair.
  ///
  /// - Parameters:
  ///   - state: The pair behind the stage.
  ///   - planned: The stage.
  ///   - hashes: Those of its files.
  ///   - isEnd: Whether no stage reads what it made.
  mutating func note(
    _ state: PairState, behind planned: PlannedStage, _ hashes: DocumentHashes, isEnd: Bool
  ) {
    if !state.rejections.isEmpty { appendRejections(of: state, by: planned.id) }
    if planned.stage is CheckStage { appendFindings(of: state) }
    let type = type(of: planned.stage)
    if type.writes == .quotations { quotations = state.quoted?.quotations.count }
    if type.writes == .beads, type.reads != .beads { beads = state.rejections.count }
    guard isEnd else { return }
    if type.writes == .beads { kept.append((planned.id, .integer(state.remaining))) }
    note(state, hashes)
  }

  /// Notes what the program of a stage wrote to standard error, also where the stage failed.
  mutating func noteMessages(of state: PairState, by id: String) {
    for message in state.messages where message.stage == id {
      JSONValue.object([
        ("pair", .string(state.pair.id)), ("stage", .string(id)), ("text", .string(message.text)),
      ]).appendLine(to: &messages)
      messages.append(0x0A)
    }
  }

  /// The beads of a pair that a stage rejected.
  private mutating func appendRejections(of state: PairState, by id: String) {
    for (index, rejection) in state.rejections.enumerated() {
      guard let rejection, rejection.stage == id else { continue }
      // Of some corpora most is rejected: no tree is built for a line.
      rejected += "{\"stage\":".utf8
      JSONText.append(rejection.stage, to: &rejected)
      rejected += ",\"reason\":".utf8
      JSONText.append(rejection.reason, to: &rejected)
      rejected += ",\"detail\":".utf8
      JSONText.append(rejection.detail, to: &rejected)
      rejected += ",\"pair\":".utf8
      JSONText.append(state.pair.id, to: &rejected)
      rejected.append(UInt8(ascii: ","))
      JSONLinesWriter.append(membersOf: state.unit(of: index), to: &rejected)
      rejected += "}\n".utf8
    }
  }

  /// The pairs of a check that are not simply faithful: the records that a JSON Lines export has.
  private mutating func appendFindings(of state: PairState) {
    for (index, check) in state.checks.enumerated() {
      guard let check, check.verdict != .faithful || !check.findings.isEmpty else { continue }
      JSONLinesWriter.append(state.unit(of: index), to: &findings)
    }
  }

  /// Notes the documents of a pair, with what their texts came to.
  private mutating func note(_ state: PairState, _ hashes: DocumentHashes) {
    sides.source = state.sourceDocument.map {
      Self.side(
        state.pair.representative, $0, sentences: state.source.sentences.count, hashes.source)
    }
    sides.target = Self.side(
      state.pair.target, state.targetDocument, sentences: state.target.sentences.count,
      hashes.target)
  }

  /// Completes the pair's line of the manifest.
  mutating func close(_ pair: DocumentPair, isQuarantined: Bool) {
    var members: [(key: String, value: JSONValue)] = [
      ("pair", .string(pair.id)), ("status", .string(isQuarantined ? "quarantined" : "done")),
    ]
    func path(_ path: String) -> JSONValue { .object([("path", .string(path))]) }
    if let source = pair.source {
      members.append(("source", isQuarantined ? path(source) : sides.source ?? path(source)))
    }
    members.append(
      ("target", isQuarantined ? path(pair.target) : sides.target ?? path(pair.target)))
    if !isQuarantined || !kept.isEmpty {
      if let quotations { members.append(("quotations", .integer(quotations))) }
      members.append(("beads", .integer(beads ?? 0)))
      // Where the plan has several ends, each kept its own.
      members.append(
        ("kept", kept.count > 1 ? .object(kept) : kept.first?.value ?? .integer(0)))
    }
    if !pair.attributes.isEmpty {
      members.append(
        ("attributes", .object(pair.attributes.map { ($0.name, .string($0.value)) })))
    }
    JSONValue.object(members).appendLine(to: &document)
  }

  private static func side(
    _ path: String, _ document: Document, sentences: Int, _ hash: SHA256.Digest?
  ) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("path", .string(path))]
    if let hash { members.append(("sha256", .string(hash.description))) }
    members += [
      ("bytes", .integer(document.source.count)), ("charset", .string(document.charset)),
      ("sentences", .integer(sentences)),
    ]
    if !document.repairs.isEmpty {
      var counts: [String: Int] = [:]
      for (kind, tally) in document.repairs.entries { counts[kind.rawValue] = tally.count }
      members.append(("repairs", .counts(counts)))
    }
    return .object(members)
  }
}
