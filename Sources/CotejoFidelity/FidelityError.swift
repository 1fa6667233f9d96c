/// A pair that cannot be checked, or data of the checker that cannot be used.
public struct FidelityError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The language data or the calibration cannot be used.
    case languageData
    /// A text has more bytes than offsets can tell (2 GiB), or is not valid UTF-8.
    case invalidText
    /// ICU failed.
    case icu
  }

  /// What went wrong.
  public var code: Code
  /// The file, with its line where one is meant; empty for a text in memory.
  public var place: String
  /// One sentence for a person, without the file's name.
  public var message: String

  /// Makes an error; `message` is one sentence without the file's name.
  public init(_ code: Code, place: String = "", message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}
