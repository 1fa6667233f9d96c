public import CotejoText

/// A file that cannot be read, written or understood, or a value that a format has no room for.
public struct FormatError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file cannot be written, or not be put in place.
    case unwritable
    /// The compressed data are cut short or damaged, or are none.
    case damaged
    /// The content is larger than the limit that was set.
    case tooLarge
    /// The bytes are not UTF-8.
    case invalidEncoding
    /// A line or record is not of the format's form.
    case malformed
    /// No format goes by that name.
    case unknownFormat
    /// The format cannot hold what was to be written.
    case unrepresentable
  }

  /// What went wrong.
  public var code: Code
  /// The file, or the name the text goes by; empty where it has none.
  public var place: String
  /// The 1-based line in that file, where the fault has one.
  public var line: Int?
  /// The byte in that file (as it lies on the disk, compressed or not), where the fault has one.
  public var offset: Int?
  /// One sentence for a person, without the place.
  public var message: String
  /// The error below that led to this one.
  public var underlying: TextError?

  /// Makes an error; `message` is one sentence without the place.
  public init(
    _ code: Code, place: String = "", line: Int? = nil, offset: Int? = nil, message: String,
    underlying: TextError? = nil
  ) {
    self.code = code
    self.place = place
    self.line = line
    self.offset = offset
    self.message = message
    self.underlying = underlying
  }

  /// Takes over an error of reading or writing a file, with its place and words.
  init(_ error: TextError) {
    let code: Code
    switch error.code {
    case .unwritable: code = .unwritable
    case .tooLarge: code = .tooLarge
    case .invalidEncoding: code = .invalidEncoding
    default: code = .unreadable
    }
    self.init(
      code, place: error.place, offset: error.offset, message: error.message, underlying: error)
  }
}
