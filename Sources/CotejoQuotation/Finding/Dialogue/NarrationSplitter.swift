internal import CotejoText

/// Parts the words of a turn, or of a quotation between marks, from the narrator's inside it.
///
/// `—Claro —dijo ella—, pero no hoy.` is *Claro* and *pero no hoy.*, one turn.
struct NarrationSplitter<Verbs: NarrationVerbs> {
  /// How the narrator's words are set off.
  enum Style {
    /// By rayas only.
    case raya
    /// By rayas, or by a comma or a stop and nothing else: `—Claro, dijo ella, pero no hoy.`
    case rayaOrComma
  }

  /// Words that somebody speaks, in the middle of which a narrator may have spoken.
  struct Piece: Hashable {
    /// The bytes of the words, without blanks, rayas and the pauses beside rayas.
    var words: Range<Int>
    /// Whether the same speaker goes on after the narrator's words; otherwise a new turn begins.
    var isResumed: Bool
  }

  private let verbs: Verbs
  private let rayas: RayaReader<Verbs>

  /// Makes a splitter that knows the narrator by these verbs.
  init(verbs: Verbs) {
    self.verbs = verbs
    rayas = RayaReader(verbs: verbs)
  }

  /// The pieces of `range` that somebody speaks, in order.
  ///
  /// - Complexity: O(*n*) in its bytes.
  func pieces(of range: Range<Int>, style: Style, in text: Span<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = range.lowerBound
    var isResumed = false
    func close(at end: Int) {
      let words = trimmed(start..<end, in: text)
      if !words.isEmpty { pieces.append(Piece(words: words, isResumed: isResumed)) }
    }
    var offset = start
    // Once no bracket closes up to the end, none is looked for again.
    var hasBrackets = true
    while offset < range.upperBound {
      if let dash = rayas.end(at: offset, in: text, range: range) {
        let next = text.skipping(from: dash, ceiling: range.upperBound) { $0 == .blank }
        switch rayas.role(at: offset, next: next, start: start, in: text, range: range) {
        case .aside:
          // Its second raya is passed over as well, or it would begin a narration.
          offset = rayas.asideEnd(from: dash, in: text, range: range)
        case .turn:
          close(at: offset)
          start = next
          isResumed = false
          offset = next
        case .narration:
          close(at: offset)
          guard let end = narrationEnd(from: next, in: text, range: range) else { return pieces }
          start = end
          isResumed = !pieces.isEmpty
          offset = end
        }
        continue
      }
      if hasBrackets, beginsStageNote(at: offset, start: start, in: text, range: range) {
        guard let end = bracketEnd(from: offset, in: text, range: range) else {
          hasBrackets = false
          continue
        }
        close(at: offset)
        start = end
        isResumed = !pieces.isEmpty
        offset = end
        continue
      }
      if style == .rayaOrComma,
        let narration = unmarkedNarration(at: offset, start: start, in: text, range: range)
      {
        close(at: narration)
        guard let end = unmarkedEnd(from: narration, in: text, range: range) else { return pieces }
        start = end
        isResumed = !pieces.isEmpty
        offset = end
        continue
      }
      offset += text.scalarWidth(at: offset)
    }
    close(at: range.upperBound)
    return pieces
  }

  /// The first raya behind which a verb of saying stands, in words that no raya has opened.
  func firstNarration(in range: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
    rayas.firstNarration(in: range, text)
  }

  /// Whether words speak to somebody.
  func addressesSomebody(_ words: Range<Int>, in text: Span<UInt8>) -> Bool {
    verbs.addressesSomebody(words, in: text)
  }

  /// Where speech goes on after the narration that begins at `offset`: behind its closing raya and
  /// the pause or stop beside it; without one, where somebody is spoken to; `nil` if the narration
  /// goes on to the end.
  private func narrationEnd(from offset: Int, in text: Span<UInt8>, range: Range<Int>) -> Int? {
    var end = offset
    while end < range.upperBound {
      guard let dash = rayas.end(at: end, in: text, range: range) else {
        end += text.scalarWidth(at: end)
        continue
      }
      let words = text.skipping(from: dash, ceiling: range.upperBound) { character in
        character == .blank || character == .pause
      }
      return skippingStop(from: words, in: text, ceiling: range.upperBound)
    }
    return addressStart(from: offset, in: text, range: range)
  }

  /// The first `¿` or `¡`, or the start of the first sentence that speaks to somebody, behind the
  /// first pause or stop from `offset` on.
  private func addressStart(from offset: Int, in text: Span<UInt8>, range: Range<Int>) -> Int? {
    var end = offset
    while end < range.upperBound {
      let (scalar, width) = text.decodeScalar(at: end)
      if scalar == 0xBF || scalar == 0xA1, end > offset { return end }
      end += width
      guard scalar == 0x2E else { continue }
      let next = text.skipping(from: end, ceiling: range.upperBound) { $0 == .blank }
      guard next > end, next < range.upperBound else { continue }
      let stop = text.skipping(from: next, ceiling: range.upperBound) { $0 != .stop }
      return verbs.addressesSomebody(next..<stop, in: text) ? next : nil
    }
    return nil
  }

  /// Behind a single full stop and the blanks after it: `—.`; an ellipsis stays.
  private func skippingStop(from offset: Int, in text: Span<UInt8>, ceiling: Int) -> Int {
    guard offset < ceiling, text[offset] == 0x2E,
      text.textCharacter(at: offset + 1, ceiling: ceiling) != .stop
    else { return offset }
    return text.skipping(from: offset + 1, ceiling: ceiling) { $0 == .blank }
  }

  // MARK: Narration without a raya

  /// Whether a sentence in brackets begins at `offset` behind a stop, which says what somebody does.
  ///
  /// As in `—Este. (Señala el mapa.)`
  private func beginsStageNote(
    at offset: Int, start: Int, in text: Span<UInt8>, range: Range<Int>
  ) -> Bool {
    guard text[offset] == 0x28,
      text.textCharacter(at: offset + 1, ceiling: range.upperBound) == .upper
    else { return false }
    let end = text.skipping(before: offset, floor: start) { $0 == .blank }
    return end == start || text.textCharacter(before: end, floor: start) == .stop
  }

  /// Behind the first bracket that closes from `offset` on; `nil` if none does.
  private func bracketEnd(from offset: Int, in text: Span<UInt8>, range: Range<Int>) -> Int? {
    var close = offset
    while close < range.upperBound {
      if text[close] == 0x29 { return close + 1 }
      close += 1
    }
    return nil
  }

  /// Where a narration begins behind the pause or stop that ends before `offset`.
  private func unmarkedNarration(
    at offset: Int, start: Int, in text: Span<UInt8>, range: Range<Int>
  ) -> Int? {
    guard offset > start,
      text.textCharacter(before: offset, floor: start) == .blank,
      TextCharacter(text.scalar(at: offset)) == .lower
    else { return nil }
    let end = text.skipping(before: offset, floor: start) { $0 == .blank }
    guard end > start, end < offset else { return nil }
    switch text.textCharacter(before: end, floor: start) {
    case .stop, .pause:
      return verbs.isReportingVerb(at: offset, in: text, ceiling: range.upperBound) ? offset : nil
    default: return nil
    }
  }

  /// Where speech goes on after a narration without rayas: at an opening mark, or behind the first
  /// pause that does not go on with the narration; `nil` if it goes on to the end.
  private func unmarkedEnd(from offset: Int, in text: Span<UInt8>, range: Range<Int>) -> Int? {
    var end = offset
    while end < range.upperBound {
      let (scalar, width) = text.decodeScalar(at: end)
      if scalar == 0xBF || scalar == 0xA1 { return end }
      if let dash = rayas.end(at: end, in: text, range: range) {
        return text.skipping(from: dash, ceiling: range.upperBound) { character in
          character == .blank || character == .pause
        }
      }
      if scalar == 0x2E || scalar == 0x3F || scalar == 0x21 {
        return addressStart(from: end, in: text, range: range)
      }
      if scalar == 0x2C || scalar == 0x3B || scalar == 0x3A {
        let next = text.skipping(from: end + width, ceiling: range.upperBound) { $0 == .blank }
        if !verbs.goesOnNarrating(at: next, in: text, ceiling: range.upperBound) { return next }
      }
      end += width
    }
    return nil
  }

  /// Words without blanks and rayas at their ends, and without the pause beside a raya.
  private func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var words = text.trimmingBlanks(range)
    let upper = text.skipping(before: words.upperBound, floor: words.lowerBound) { character in
      character == .blank || character == .dash || character == .pause
    }
    words = words.lowerBound..<upper
    return words
  }
}
