internal import CotejoText

/// Tells a narrator's words by their first verb.
struct NarratorVerbs: NarrationVerbs {
  func isReportingVerb(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    beginsNarration(at: offset, in: text, ceiling: ceiling)
  }
  func beginsNarration(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let end = text.skipping(from: offset, ceiling: ceiling) { $0.isWord }
    let word = String(decoding: (offset..<end).map { text[$0] }, as: UTF8.self)
    if ["le", "les", "me", "nos", "se", "lo", "la"].contains(word) {
      let next = text.skipping(from: end, ceiling: ceiling) { $0 == .blank }
      return next > end && beginsNarration(at: next, in: text, ceiling: ceiling)
    }
    return ["dijo", "dije", "repuso", "dice"].contains(word) || word.hasSuffix("ó")
      || word.hasSuffix("aba") || word.hasSuffix("ía")
  }
  func goesOnNarrating(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let end = text.skipping(from: offset, ceiling: ceiling) { $0.isWord }
    let word = String(decoding: (offset..<end).map { text[$0] }, as: UTF8.self)
    return word.hasSuffix("ndo") || ["y", "con", "mientras", "sin", "que", "quien"].contains(word)
  }
}
