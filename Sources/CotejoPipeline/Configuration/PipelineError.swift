internal import CotejoText

/// A plan, a corpus or a run that cannot go on.
///
/// A document that cannot be read is none of these: it goes to quarantine, and the run goes on.
public struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong; the command line derives its exit code from it.
  public enum Code: String, Hashable, Sendable {
    /// The pipeline file, or what was set on the command line, is not a plan.
    case configuration
    /// The corpus cannot be read, or no documents in it belong together.
    case corpus
    /// A stage failed as a whole, or its sums do not close.
    case stage
    /// A file of the run cannot be written.
    case unwritable
    /// The run was stopped before it was complete.
    case interrupted
  }

  /// What went wrong.
  public var code: Code
  /// Where it went wrong.
  public var place: Place
  /// What a person should know, without the place: one sentence, and lines below it for details.
  public var message: String

  /// Makes an error; `message` says what is wrong without the place.
  public init(_ code: Code, at place: Place, _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }

  /// Takes over what the text layer says of a file or folder that cannot be written.
  init(unwritable error: TextError) {
    self.init(.unwritable, at: Place(file: error.place), error.message)
  }

  /// The error as an object on one line, for programs: `file`, `line` and `column` (1-based, null
  /// where the fault is the file as a whole; columns in code points), `severity`, `message`.
  public var jsonLine: String {
    func number(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
    var bytes: [UInt8] = []
    JSONValue.object([
      ("file", .string(place.file)), ("line", number(place.line)),
      ("column", number(place.column)), ("severity", "error"), ("message", .string(message)),
    ]).appendLine(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `FILE:LINE:COLUMN: error: message`.
  public var description: String {
    "\(place): error: \(message)"
  }
}
