internal import CotejoText

/// Tells what a raya does inside the words of a turn, or of a quotation between marks: it sets off an
/// aside of the speaker's own, begins another's turn, or begins a narrator's words.
struct RayaReader<Verbs: NarrationVerbs> {
  private let verbs: Verbs

  /// Makes a reader that knows the narrator by these verbs.
  init(verbs: Verbs) {
    self.verbs = verbs
  }

  /// What a raya does inside speech.
  enum Role {
    /// It sets off words of the speaker's own.
    case aside
    /// It begins another's turn.
    case turn
    /// It begins a narrator's words.
    case narration
  }

  /// The end of the raya at `offset`; `nil` if none stands there.
  ///
  /// Hyphens inside words and dashes between numbers are none.
  func end(at offset: Int, in text: Span<UInt8>, range: Range<Int>) -> Int? {
    guard offset > range.lowerBound,
      let (end, isHyphen) = DialogueTurn.dashEnd(at: offset, in: text, ceiling: range.upperBound)
    else { return nil }
    guard isHyphen else { return end }
    let before = text.textCharacter(before: offset, floor: range.lowerBound)
    let after = text.textCharacter(at: end, ceiling: range.upperBound)
    if before == .blank { return after == .digit ? nil : end }
    if before == .stop, after.isWord { return end }
    // `-contestó Juan-, pero`: it closes before a pause or stop.
    return before.isWord && (after == .pause || after == .stop) ? end : nil
  }

  /// What the raya at `offset` does inside speech; `next` is the first byte of what follows.
  func role(
    at offset: Int, next: Int, start: Int, in text: Span<UInt8>, range: Range<Int>
  ) -> Role {
    guard next < range.upperBound else { return .narration }
    let end = text.skipping(before: offset, floor: start) { $0 == .blank }
    let before = text.textCharacter(before: end, floor: start)
    switch TextCharacter(text.scalar(at: next)) {
    case .lower:
      if verbs.beginsNarration(at: next, in: text, ceiling: range.upperBound) { return .narration }
      // After a stop a small letter is the narrator's: speech would go on with a capital.
      if before == .stop, end == offset || !isEllipsis(before: end, in: text, floor: start) {
        return .narration
      }
      return .aside
    case .upper where before == .stop:
      // `—Sí. —Respondí con calma.` has a capital by the printer's habit, `—¿Qué? —Juan calló—.` by
      // the name.
      return verbs.isReportingVerb(at: next, in: text, ceiling: range.upperBound)
        || hasClosingRaya(from: next, in: text, range: range) ? .narration : .turn
    case .opener where before == .stop, .other where before == .stop: return .turn
    case .upper: return .narration
    default: return .aside
    }
  }

  /// Whether the next raya from `offset` on closes what another opened: a word or stop before it and
  /// none behind.
  private func hasClosingRaya(
    from offset: Int, in text: Span<UInt8>, range: Range<Int>
  ) -> Bool {
    var end = offset
    while end < range.upperBound {
      if let dash = self.end(at: end, in: text, range: range) {
        guard text.textCharacter(before: end, floor: offset) != .blank else { return false }
        switch text.textCharacter(at: dash, ceiling: range.upperBound) {
        case .blank, .stop, .pause: return true
        default: return false
        }
      }
      end += text.scalarWidth(at: end)
    }
    return false
  }

  private func isEllipsis(before end: Int, in text: Span<UInt8>, floor: Int) -> Bool {
    let last = text.scalarStart(before: end, floor: floor)
    if text.scalar(at: last) == 0x2026 { return true }
    return text[last] == 0x2E && last > floor && text[last - 1] == 0x2E
  }

  /// The end of an aside that began before `offset`: behind its second raya, if it has one in the
  /// same sentence.
  func asideEnd(from offset: Int, in text: Span<UInt8>, range: Range<Int>) -> Int {
    var end = offset
    while end < range.upperBound {
      if let dash = self.end(at: end, in: text, range: range) {
        let next = text.skipping(from: dash, ceiling: range.upperBound) { $0 == .blank }
        let isNarration = verbs.beginsNarration(at: next, in: text, ceiling: range.upperBound)
        return isNarration ? offset : dash
      }
      if text[end] == 0x2E || text[end] == 0x3F || text[end] == 0x21 { return offset }
      end += text.scalarWidth(at: end)
    }
    return offset
  }

  /// The first raya behind which a verb of saying stands, in words that no raya has opened.
  func firstNarration(in range: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let dash = end(at: offset, in: text, range: range) {
        let next = text.skipping(from: dash, ceiling: range.upperBound) { $0 == .blank }
        let isNarration = verbs.isReportingVerb(at: next, in: text, ceiling: range.upperBound)
        return isNarration ? offset..<dash : nil
      }
      offset += text.scalarWidth(at: offset)
    }
    return nil
  }
}
