/// A writer of a format that is known only when the program runs.
public enum TranslationUnitFile: ~Copyable, TranslationUnitWriter, Sendable {
  /// Tab-separated values.
  case tsv(TSVWriter)
  /// JSON Lines.
  case jsonl(JSONLinesWriter)
  /// TMX 1.4b.
  case tmx(TMXWriter)
  /// Two line-parallel files.
  case moses(MosesWriter)

  /// What became of the units so far.
  public var counts: TranslationUnitCounts {
    switch self {
    case .tsv(let writer): writer.counts
    case .jsonl(let writer): writer.counts
    case .tmx(let writer): writer.counts
    case .moses(let writer): writer.counts
    }
  }

  /// Appends a unit.
  ///
  /// - Throws: `unwritable`; `unrepresentable` for a score that is not a number, which leaves the
  ///   unit out.
  public mutating func write(_ unit: TranslationUnit) throws(FormatError) {
    // A payload that cannot be copied is changed by taking the whole apart and putting it together.
    var failure: FormatError?
    switch consume self {
    case .tsv(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.write(unit) }
      self = .tsv(writer)
    case .jsonl(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.write(unit) }
      self = .jsonl(writer)
    case .tmx(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.write(unit) }
      self = .tmx(writer)
    case .moses(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.write(unit) }
      self = .moses(writer)
    }
    if let failure { throw failure }
  }

  /// Completes the file or files, on the disk, but does not put them in place.
  ///
  /// - Throws: `unwritable`, naming the file.
  public mutating func complete() throws(FormatError) {
    var failure: FormatError?
    switch consume self {
    case .tsv(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.complete() }
      self = .tsv(writer)
    case .jsonl(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.complete() }
      self = .jsonl(writer)
    case .tmx(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.complete() }
      self = .tmx(writer)
    case .moses(var writer):
      failure = Self.failure { () throws(FormatError) in try writer.complete() }
      self = .moses(writer)
    }
    if let failure { throw failure }
  }

  /// Completes the file or files and puts them in place.
  ///
  /// - Throws: `unwritable`, naming the file.
  public consuming func finish() throws(FormatError) {
    switch consume self {
    case .tsv(let writer): try writer.finish()
    case .jsonl(let writer): try writer.finish()
    case .tmx(let writer): try writer.finish()
    case .moses(let writer): try writer.finish()
    }
  }

  private static func failure(_ body: () throws(FormatError) -> Void) -> FormatError? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }
}
