/// What tells a narrator's words from a speaker's.
protocol NarrationVerbs {
  /// Whether a verb of saying begins at `offset`, pronouns before it left out: *le dijo*.
  func isReportingVerb(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool
  /// Whether the words behind a raya are a narrator's.
  func beginsNarration(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool
  /// Whether a sentence speaks to somebody, as a narrator's does not.
  func addressesSomebody(_ sentence: Range<Int>, in text: Span<UInt8>) -> Bool
  /// Whether the words behind a pause go on with a narration.
  func goesOnNarrating(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool
}
