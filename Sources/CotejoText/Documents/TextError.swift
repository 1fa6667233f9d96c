/// A text that cannot be read or segmented, or language data that cannot be used.
public struct TextError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The bytes are not what the encoding allows.
    case invalidEncoding
    /// The text has more bytes than offsets can tell (2 GiB).
    case tooLarge
    /// The file cannot be opened or read.
    case unreadable
    /// The file cannot be created, written or put in place.
    case unwritable
    /// A language tag is not of BCP 47's form.
    case invalidLanguageTag
    /// A file of language data is missing or malformed.
    case languageData
    /// ICU refused a call.
    case icu
  }

  /// What went wrong.
  public var code: Code
  /// The file, or the name the text goes by; empty where it has none.
  public var place: String
  /// The byte in that file, where the fault has one.
  public var offset: Int?
  /// One sentence for a person, without the place.
  public var message: String

  /// Makes an error; `message` is one sentence without the place.
  public init(_ code: Code, place: String = "", offset: Int? = nil, message: String) {
    self.code = code
    self.place = place
    self.offset = offset
    self.message = message
  }
}
