/// What begins with a sentence, by the marks and line ends at its start.
public enum SentenceOpening: UInt8, Hashable, Sendable, CaseIterable {
  /// Nothing: it goes on with the paragraph.
  case nothing
  /// A paragraph, on the line behind the one before.
  case paragraph
  /// A paragraph behind a blank line.
  case spacedParagraph
  /// A heading: a short paragraph of one sentence that no stop ends, or one marked with `#`.
  case heading
  /// An item of a list by its bullet.
  case bulletItem
  /// An item of a list by its number or letter, or a numbered heading such as `Article 5`.
  case numberedItem
  /// A turn of a dialogue by its dash.
  case dialogue
  /// A paragraph that begins with a quotation mark.
  case quotation
  /// A cue or turn by its time.
  case time
  /// A turn of a transcript by the label of its speaker.
  case turn
}
