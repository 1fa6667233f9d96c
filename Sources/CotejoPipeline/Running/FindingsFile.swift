internal import CotejoFidelity
internal import CotejoFormats

/// Writes the pairs that a check has something to say of, in corpus order: the records that a JSON
/// Lines export has, also of pairs that stages behind the check reject.
struct FindingsFile: ~Copyable {
  private var file: JSONLinesWriter

  /// Opens the file.
  ///
  /// - Throws: `unwritable`.
  init(in context: RunContext) throws(PipelineError) {
    let path = try context.makeFolders(for: RunFile.findings.rawValue)
    do {
      file = try JSONLinesWriter(path: path)
    } catch {
      throw PipelineError(error)
    }
  }

  /// Writes the pairs of two documents that are not simply faithful.
  ///
  /// - Throws: `unwritable`.
  mutating func write(_ state: PairState) throws(PipelineError) {
    for (index, check) in state.checks.enumerated() {
      guard let check, check.verdict != .faithful || !check.findings.isEmpty else { continue }
      do {
        try file.write(state.unit(of: index))
      } catch {
        throw PipelineError(error)
      }
    }
  }

  /// Puts the file in place.
  ///
  /// - Throws: `unwritable`.
  consuming func commit() throws(PipelineError) {
    do {
      try file.finish()
    } catch {
      throw PipelineError(error)
    }
  }
}
