internal import CotejoFidelity
internal import CotejoQuotation
internal import CotejoText

/// Why a pair of documents goes to quarantine.
///
/// A fault of a document is a value of the run: the other documents go on.
public struct DocumentFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// A document cannot be opened or read.
    case unreadable
    /// A document is not in the charset that the plan says.
    case invalidEncoding
    /// A document is larger than offsets can tell.
    case tooLarge
    /// A document holds no text, or nothing but white space.
    case emptyDocument
    /// Two documents that should be translations line by line have unequal numbers of lines.
    case unequalLines
    /// A stage could not do its work on this pair.
    case stage
    /// A program that a stage runs failed, took too long, or wrote what cannot be used.
    case exec
  }

  /// What is wrong.
  public var code: Code
  /// The file as the system takes it.
  public var file: String
  /// The byte in that file, where the fault has one.
  public var offset: Int?
  /// One sentence for people, without the place.
  public var message: String

  /// Makes a fault; `message` is one sentence without the place.
  public init(_ code: Code, file: String, offset: Int? = nil, message: String) {
    self.code = code
    self.file = file
    self.offset = offset
    self.message = message
  }

  /// Takes over what the text layer says of a file.
  init(_ error: TextError, file: String) {
    let code: Code
    switch error.code {
    case .unreadable: code = .unreadable
    case .invalidEncoding: code = .invalidEncoding
    case .tooLarge: code = .tooLarge
    default: code = .stage
    }
    self.init(
      code, file: error.place.isEmpty ? file : error.place, offset: error.offset,
      message: error.message)
  }

  /// Takes over what the finder or the tracer of quotations says of a text.
  init(_ error: QuotationError, file: String) {
    self.init(.stage, file: error.place.isEmpty ? file : error.place, message: error.message)
  }

  /// Takes over what the checker says of a pair.
  init(_ error: FidelityError, file: String) {
    self.init(.stage, file: error.place.isEmpty ? file : error.place, message: error.message)
  }

  /// `FILE: byte N: message`.
  public var description: String {
    let place = offset.map { "\(file): byte \($0)" } ?? file
    return "\(place): \(message)"
  }
}
