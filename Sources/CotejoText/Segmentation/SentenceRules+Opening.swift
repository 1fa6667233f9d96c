extension SentenceRules {
  /// What stands behind a gap: quotation marks, brackets, dashes, and then a letter or sign.
  struct Opening {
    /// The first byte that is no opening mark.
    var offset: Int
    /// What is there; `nil` at the end of the text.
    var character: SentenceCharacter?
    var hasInverted = false
    var hasDash = false
    var hasQuote = false
    var hasBracket = false
    /// Whether white space stands between the dash and what follows it.
    var isDashDetached = false
  }

  /// Reads the marks that open what stands at `offset`.
  func opening(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Opening {
    var opening = Opening(offset: offset, character: nil)
    // So many marks in a row open nothing.
    var left = 8
    while left > 0 {
      left -= 1
      let character = text.sentenceCharacter(at: opening.offset, ceiling: ceiling)
      opening.character = character
      let behind: Int
      switch character {
      case .opener, .straightQuote:
        let isQuote = SentenceGap.isQuotationMark(text.scalar(at: opening.offset))
        opening.hasQuote = opening.hasQuote || isQuote
        opening.hasBracket = opening.hasBracket || !isQuote
        // « fin » and " fin " have white space inside.
        behind = text.skippingWhiteSpace(
          from: opening.offset + text.scalarWidth(at: opening.offset), ceiling: ceiling)
      case .inverted:
        opening.hasInverted = true
        behind = text.skippingWhiteSpace(
          from: opening.offset + text.scalarWidth(at: opening.offset), ceiling: ceiling)
      case .dash:
        let end = opening.offset + text.scalarWidth(at: opening.offset)
        behind = text.skippingWhiteSpace(from: end, ceiling: ceiling)
        opening.hasDash = true
        opening.isDashDetached = behind > end
      default:
        return opening
      }
      opening.offset = behind
    }
    return opening
  }
}
