/// A lexicon that cannot be opened, trained or written.
public struct LexiconError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The file cannot be opened, read or mapped.
    case unreadable
    /// The file is no lexicon, or of a version that this program does not read.
    case unknownFormat
    /// The file is a lexicon but its bytes are not the ones that were written.
    case damaged
    /// The lexicon is for other languages than were asked for.
    case otherLanguages
    /// None ships for the languages.
    case notShipped
    /// The file cannot be written.
    case unwritable
    /// There is nothing to train from, or more than a lexicon can hold.
    case training
  }

  /// What went wrong.
  public var code: Code
  /// The file; empty for a lexicon in memory.
  public var file: String
  /// One sentence for a person, without the file's name.
  public var message: String

  /// Makes an error; `message` is one sentence without the file's name.
  public init(_ code: Code, file: String = "", message: String) {
    self.code = code
    self.file = file
    self.message = message
  }
}
