/// What stands at a byte that may end a sentence or begin one.
extension SentenceRules {
  /// What the scan learns at a byte that may be more than text.
  struct Step {
    /// Where the scan goes on.
    var next: Int
    /// Where the next sentence begins if one ends here, if that is not where the scan goes on.
    var start: Int?
    /// Where a sentence ends, if one does.
    var end: Int?
    /// Whether the bytes up to `next` are a gap between sentences or within one.
    var isGap = false
    /// Whether ICU is to be asked about the text.
    var asksICU = false
  }

  /// Looks at the byte at `offset`, which is of `kind`, in the sentence that begins at `start`.
  ///
  /// `classifier` is that of the rules: who holds it throughout a paragraph need not retain it for
  /// each byte.
  func step(
    at offset: Int, kind: UInt8, start: Int, isQuoteOpen: Bool, facts: inout ParagraphFacts,
    by classifier: SentenceClassifier, in text: Span<UInt8>, floor: Int, ceiling: Int
  ) -> Step {
    switch kind {
    case ByteKind.capital, ByteKind.digit:
      guard
        let found = unstoppedEnd(
          at: offset, start: start, paragraph: &facts, by: classifier, in: text, ceiling: ceiling)
      else { return Step(next: offset + 1) }
      return Step(next: offset + 1, start: found.next, end: found.end)
    case ByteKind.otherScript:
      return Step(next: offset + text.scalarWidth(at: offset), asksICU: true)
    case ByteKind.lineEnd:
      // Behind all of the white space, or a run of line ends would be walked again from each.
      let next = text.skippingWhiteSpace(from: offset, ceiling: ceiling)
      let isItem = beginsItem(at: next, in: text, ceiling: ceiling)
      return Step(next: next, end: isItem ? offset : nil)
    case ByteKind.colon, ByteKind.semicolon:
      return colonStep(at: offset, start: start, in: text, ceiling: ceiling).map {
        Step(next: $0.next, end: $0.end)
      } ?? Step(next: offset + 1)
    case ByteKind.generalPunctuation:
      switch SentenceCharacter(text.scalar(at: offset)) {
      case .stop, .strongStop: break
      // Some stops of other scripts are among the punctuation, from U+2E00 on.
      default: return Step(next: offset + 3, asksICU: text[offset + 1] >= 0xB8)
      }
    case ByteKind.stop:
      break
    default:
      return Step(next: offset + 1)
    }
    let gap = SentenceGap(at: offset, isQuoteOpen: isQuoteOpen, in: text, ceiling: ceiling)
    var ends = endsSentence(at: gap, start: start, in: text, floor: floor, ceiling: ceiling)
    if !ends, classifier.thresholds != nil {
      ends = endsBeforeSmallLetter(
        gap, start: start, paragraph: &facts, by: classifier, in: text, floor: floor,
        ceiling: ceiling)
    }
    return Step(next: gap.next, end: ends ? gap.end : nil, isGap: true)
  }
}
