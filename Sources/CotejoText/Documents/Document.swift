/// A text of a corpus: the bytes of its file and what the stages read.
public struct Document: Sendable {
  /// The name that the user knows it by: the path as given, or below the corpus folder.
  public var id: String
  /// Its language.
  public var language: LanguageTag
  /// The bytes of the file, never altered.
  public let source: [UInt8]
  /// The text: valid UTF-8 whose lines end in LF, with the way back to `source`.
  public var text: TextView
  /// The charset that the bytes were read in, such as `UTF-8`.
  public let charset: String
  /// What was changed from `source` to `text`.
  public var repairs: Repairs

  /// Puts the parts together; `text` must be a view of `source`.
  package init(
    id: String, language: LanguageTag, source: [UInt8], text: TextView, charset: String,
    repairs: Repairs
  ) {
    self.id = id
    self.language = language
    self.source = source
    self.text = text
    self.charset = charset
    self.repairs = repairs
  }
}
