/// A quotation or transcript that cannot be worked on.
public struct QuotationError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The language data cannot be used.
    case languageData
    /// ICU failed.
    case icu
    /// A file cannot be read.
    case unreadable
    /// A file cannot be written.
    case unwritable
    /// A file is not what it should be, or its bytes are not the ones that were written.
    case damaged
  }

  /// What went wrong.
  public var code: Code
  /// The file, with its line or byte where one is meant; empty for a text in memory.
  public var place: String
  /// One sentence for a person, without the file's name.
  public var message: String

  /// Makes an error; `message` is one sentence without the file's name.
  public init(_ code: Code, place: String = "", message: String) {
    self.code = code
    self.place = place
    self.message = message
  }

  /// A file does not hold any more what it held when it was looked at first.
  static func changed(_ path: String) -> QuotationError {
    QuotationError(
      .unreadable, place: path, message: "the file changed while it was in use; run again")
  }
}
