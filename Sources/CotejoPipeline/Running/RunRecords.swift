internal import CotejoText

/// What a run writes down of single beads and documents, line by line, in corpus order.
struct RunRecords: ~Copyable {
  /// A line of the manifest for each pair, parted by commas.
  private var documentLines: SpilledLines
  private var rejected: OutputFile
  private var quarantine: OutputFile
  private var findings: OutputFile?
  private var messages: OutputFile?

  /// Opens the files; that of findings only where a stage checks, that of messages only where one
  /// runs a program.
  ///
  /// - Throws: `unwritable`.
  init(
    in context: RunContext, hasFindings: Bool, hasMessages: Bool = false
  ) throws(PipelineError) {
    let rejectedPath = try context.makeFolders(for: RunFile.rejected.rawValue)
    do {
      // What cannot be copied is not stored before the last call that may throw.
      let rejected = try OutputFile(path: rejectedPath)
      let quarantine = try OutputFile(path: context.path(of: RunFile.quarantine.rawValue))
      let findings =
        hasFindings ? try OutputFile(path: context.path(of: RunFile.findings.rawValue)) : nil
      let messages =
        hasMessages ? try OutputFile(path: context.path(of: RunFile.messages.rawValue)) : nil
      documentLines = SpilledLines(in: context.folder, separator: ",\n    ")
      self.messages = messages
      self.rejected = rejected
      self.quarantine = quarantine
      self.findings = findings
    } catch {
      throw PipelineError(unwritable: error)
    }
  }

  /// Writes what became of a pair.
  ///
  /// - Throws: `unwritable`: a full disk ends the run now, not after hours of work.
  mutating func write(
    _ outcome: PairOutcome, of pair: DocumentPair, _ graph: RunGraph
  ) throws(PipelineError) {
    for (step, fault) in outcome.faults {
      let stage = step == 0 ? "read" : graph.stage(of: step).id
      quarantine.write(
        Self.line(
          [
            ("pair", .string(pair.id)), ("source", .optional(pair.source)),
            ("target", .string(pair.target)), ("stage", .string(stage)),
          ] + Self.members(of: fault)
        ).span)
    }
    rejected.write(outcome.lines.rejected.span)
    findings?.write(outcome.lines.findings.span)
    messages?.write(outcome.lines.messages.span)
    documentLines.append(outcome.lines.document)
    if let failure = rejected.failure ?? quarantine.failure ?? findings?.failure
      ?? messages?.failure ?? documentLines.failure
    {
      throw PipelineError(unwritable: failure)
    }
  }

  /// Writes a transcript that could not be read.
  mutating func write(_ fault: DocumentFault, transcript: String, input: String) {
    quarantine.write(
      Self.line(
        [
          ("transcript", .string(transcript)), ("input", .string(input)),
          ("stage", .string("read")),
        ] + Self.members(of: fault)
      ).span)
  }

  private static func members(of fault: DocumentFault) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("error", .string(fault.code.rawValue)), ("file", .string(fault.file)),
    ]
    if let offset = fault.offset { members.append(("offset", .integer(offset))) }
    members.append(("message", .string(fault.message)))
    return members
  }

  private static func line(_ members: [(key: String, value: JSONValue)]) -> [UInt8] {
    var line: [UInt8] = []
    JSONValue.object(members).appendLine(to: &line)
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// Writes to the disk what is held back; no file takes its name.
  ///
  /// - Throws: `unwritable`.
  mutating func complete() throws(PipelineError) {
    do {
      try rejected.prepare()
      try quarantine.prepare()
      try findings?.prepare()
      try messages?.prepare()
    } catch {
      throw PipelineError(unwritable: error)
    }
  }

  /// Puts the files in place.
  ///
  /// - Returns: The lines of the manifest.
  /// - Throws: `unwritable`.
  consuming func commit() throws(PipelineError) -> SpilledLines {
    do {
      try rejected.commit()
      try quarantine.commit()
      try findings?.commit()
      try messages?.commit()
    } catch {
      throw PipelineError(unwritable: error)
    }
    return documentLines
  }
}
