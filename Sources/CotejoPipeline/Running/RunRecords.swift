internal import CotejoFormats
internal import CotejoQuotation
internal import CotejoText

/// What a run writes down of single beads and documents, line by line, in corpus order.
struct RunRecords: ~Copyable {
  /// A line of the manifest for each pair.
  private(set) var documentLines: [UInt8] = []
  private var rejected: OutputFile
  private var quarantine: OutputFile

  /// Opens the files.
  ///
  /// - Throws: `unwritable`.
  init(in context: RunContext) throws(PipelineError) {
    let rejectedPath = try context.makeFolders(for: RunFile.rejected.rawValue)
    let quarantinePath = context.path(of: RunFile.quarantine.rawValue)
    do {
      // What cannot be copied is not stored before the last call that may throw.
      let rejected = try OutputFile(path: rejectedPath)
      let quarantine = try OutputFile(path: quarantinePath)
      self.rejected = rejected
      self.quarantine = quarantine
    } catch {
      throw PipelineError(unwritable: error)
    }
  }

  /// Writes a pair that goes to quarantine; `stage` is the stage's id, or `read`.
  mutating func write(_ fault: DocumentFault, stage: String, pair: DocumentPair) {
    var members: [(key: String, value: JSONValue)] = [
      ("pair", .string(pair.id)), ("source", pair.source.map { .string($0) } ?? .null),
      ("target", .string(pair.target)), ("stage", .string(stage)),
    ]
    members += Self.members(of: fault)
    let line = Self.line(.object(members))
    quarantine.write(line.span)
    note(pair, status: "quarantined", nil, nil)
  }

  /// Writes a transcript that could not be read.
  mutating func write(_ fault: DocumentFault, transcript: String, input: String) {
    let members: [(key: String, value: JSONValue)] = [
      ("transcript", .string(transcript)), ("input", .string(input)), ("stage", .string("read")),
    ]
    let line = Self.line(.object(members + Self.members(of: fault)))
    quarantine.write(line.span)
  }

  private static func members(of fault: DocumentFault) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("error", .string(fault.code.rawValue)), ("file", .string(fault.file)),
    ]
    if let offset = fault.offset { members.append(("offset", .integer(offset))) }
    members.append(("message", .string(fault.message)))
    return members
  }

  /// Writes the beads of a pair that were rejected, and a line of the manifest.
  mutating func write(_ state: PairState, hashes: DocumentHashes?) {
    for (index, rejection) in state.rejections.enumerated() {
      guard let rejection else { continue }
      let unit = state.unit(of: index)
      let line = Self.line(
        .object([
          ("stage", .string(rejection.stage)), ("reason", .string(rejection.reason)),
          ("detail", .string(rejection.detail)), ("pair", .string(state.pair.id)),
          ("source", Self.segments(unit.source)), ("target", Self.segments(unit.target)),
          ("type", .string(unit.type)),
          // Four decimals, as the exports have them.
          ("score", .number((unit.score * 10_000).rounded() / 10_000)),
        ]))
      rejected.write(line.span)
    }
    note(state.pair, status: "done", state, hashes)
  }

  /// The first write that failed, such as for a full disk.
  var failure: PipelineError? {
    (rejected.failure ?? quarantine.failure).map { PipelineError(unwritable: $0) }
  }

  /// Puts the files in place.
  ///
  /// - Throws: `unwritable`.
  consuming func commit() throws(PipelineError) {
    do {
      // A full disk is known before the first of them takes its name.
      try rejected.prepare()
      try quarantine.prepare()
      try rejected.commit()
      try quarantine.commit()
    } catch {
      throw PipelineError(unwritable: error)
    }
  }

  private static func line(_ value: JSONValue) -> [UInt8] {
    var line: [UInt8] = []
    value.appendLine(to: &line)
    line.append(UInt8(ascii: "\n"))
    return line
  }

  private static func segments(_ segments: [TranslationUnit.Segment]) -> JSONValue {
    .array(
      segments.map {
        .object([
          ("document", .string($0.document)), ("start", .integer($0.start)),
          ("end", .integer($0.end)), ("text", .string($0.text)),
        ])
      })
  }

  private mutating func note(
    _ pair: DocumentPair, status: String, _ state: PairState?, _ hashes: DocumentHashes?
  ) {
    var members: [(key: String, value: JSONValue)] = [
      ("pair", .string(pair.id)), ("status", .string(status)),
    ]
    if let source = pair.source {
      let sentences = state?.source.sentences.count
      members.append(
        ("source", Self.side(source, state?.sourceDocument, sentences, hashes?.source)))
    }
    let sentences = state?.target.sentences.count
    members.append(
      ("target", Self.side(pair.target, state?.targetDocument, sentences, hashes?.target)))
    if let state {
      if let quoted = state.quoted {
        members.append(("quotations", .integer(quoted.quotations.count)))
      }
      members += [
        ("beads", .integer(state.rejections.count)), ("kept", .integer(state.remaining)),
      ]
    }
    if !pair.attributes.isEmpty {
      members.append(
        ("attributes", .object(pair.attributes.map { ($0.name, .string($0.value)) })))
    }
    if !documentLines.isEmpty { documentLines += ",\n    ".utf8 }
    JSONValue.object(members).appendLine(to: &documentLines)
  }

  private static func side(
    _ path: String, _ document: Document?, _ sentences: Int?, _ hash: SHA256.Digest?
  ) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("path", .string(path))]
    if let document, let sentences, let hash {
      members += [
        ("sha256", .string(hash.description)), ("bytes", .integer(document.source.count)),
        ("charset", .string(document.charset)), ("sentences", .integer(sentences)),
      ]
      if !document.repairs.isEmpty {
        var counts: [String: Int] = [:]
        for (kind, tally) in document.repairs.entries { counts[kind.rawValue] = tally.count }
        members.append(("repairs", .counts(counts)))
      }
    }
    return .object(members)
  }
}
