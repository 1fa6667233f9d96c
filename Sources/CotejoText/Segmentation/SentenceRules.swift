/// Decides whether a gap ends a sentence.
///
/// An object, not a value: its lists are read at every stop, and those of a value would be retained
/// and released each time.
final class SentenceRules: Sendable {
  let abbreviations: Abbreviations
  let starters: WordSet
  private let lowerCaseStarters: WordSet
  private let clauseStarters: WordSet
  private let alwaysCapital: WordSet
  private let reportingVerbs: WordSet
  /// Whether a sentence may begin with a small letter after `?` and `!`.
  let breaksBeforeLowerCase: Bool
  /// Whether a number with a stop may be an ordinal: `3. Oktober`.
  let hasOrdinalStops: Bool
  /// What was learnt of doubtful sentence ends.
  let classifier: SentenceClassifier
  /// Whether there are lists: without them, doubtful stops are read with more caution.
  let hasLists: Bool

  /// Takes a language's lists; `nil` leaves the rules that hold for any language.
  init(pack: LanguagePack?) {
    abbreviations = pack?.abbreviations ?? Abbreviations()
    starters = pack?.starters ?? WordSet()
    lowerCaseStarters = pack?.lowerCaseStarters ?? WordSet()
    clauseStarters = pack?.clauseStarters ?? WordSet()
    alwaysCapital = pack?.alwaysCapital ?? WordSet()
    reportingVerbs = pack?.reportingVerbs ?? WordSet()
    breaksBeforeLowerCase = pack?.breaksBeforeLowerCase ?? false
    hasOrdinalStops = pack?.hasOrdinalStops ?? false
    classifier = pack?.sentenceClassifier ?? .untrained
    hasLists = pack != nil
  }

  /// Whether a sentence ends at `gap`.
  ///
  /// `start` is the first byte of the sentence so far, `floor` that of the paragraph.
  /// - Complexity: O(1): looks a few words back and ahead.
  func endsSentence(
    at gap: SentenceGap, start: Int, in text: Span<UInt8>, floor: Int, ceiling: Int
  ) -> Bool {
    guard gap.next < ceiling else { return false }
    if isOmission(gap, in: text, floor: floor) {
      // `Es cierto (…) El resto`: between sentences it goes with the first.
      return gap.hasSpace && gap.isEllipsis && gap.stop - 1 > start
        && starters.match(at: gap.next, in: text, ceiling: ceiling)
    }
    guard gap.hasSpace else {
      return endsWithoutSpace(gap, in: text, floor: start, ceiling: ceiling)
    }
    let opening = opening(at: gap.next, in: text, ceiling: ceiling)
    guard let character = opening.character else { return false }
    switch character {
    case .pause, .closer, .whiteSpace:
      return false
    case .stop, .strongStop:
      return opening.offset == gap.next ? false : !gap.isEllipsis
    case .lower:
      return endsBeforeLowerCase(
        gap, opening, start: start, in: text, floor: floor, ceiling: ceiling)
    case .other:
      guard !Self.isOperator(text[opening.offset]) else { return false }
    default:
      break
    }
    if opening.hasDash, opening.isDashDetached, isDateline(from: start, to: gap.stop, in: text) {
      return false
    }
    if gap.isPlainStop {
      return endsAfterPlainStop(
        gap, opening, start: start, in: text, floor: floor, ceiling: ceiling)
    }
    if gap.isEllipsis, !gap.isStrong, !gap.isClosed {
      return endsAfterEllipsis(gap, opening, in: text, floor: start, ceiling: ceiling)
    }
    if gap.isClosed, !gap.isQuoteEnd, !gap.isStrong, !gap.isEllipsis,
      ListMarker.isMarker(from: start, to: gap.stop, in: text)
    {
      return false
    }
    if gap.isQuoteEnd, opening.offset == gap.next, character == .upper,
      isAttribution(at: gap.next, ofName: true, in: text, ceiling: ceiling)
    {
      return gap.isEllipsis || !gap.isStrong
    }
    return true
  }

  /// Whether a line that begins at `offset` begins an item, a turn or a speaker's part, whatever
  /// ended the line before.
  func beginsItem(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    switch text.sentenceCharacter(at: offset, ceiling: ceiling) {
    case .bullet:
      return true
    case .dash:
      let opening = opening(at: offset, in: text, ceiling: ceiling)
      switch opening.character {
      case .upper, .digit, .letter: return true
      default: return opening.hasInverted || opening.hasQuote
      }
    case .upper:
      return SpeakerLabel.end(at: offset, in: text, ceiling: ceiling) != nil
    default:
      return false
    }
  }

  /// What a colon or semicolon is part of that needs more than a look at the next byte: an
  /// emoticon, a web address, a clause that is written as a sentence of its own.
  ///
  /// - Returns: where the scan goes on, and where a sentence ends, if one does and the next begins
  ///   there; `nil` for a mark within a sentence.
  func colonStep(
    at offset: Int, start: Int, in text: Span<UInt8>, ceiling: Int
  ) -> (next: Int, end: Int?)? {
    if let end = ColonMark.emoticonEnd(at: offset, in: text, floor: start, ceiling: ceiling) {
      let next = text.skippingWhiteSpace(from: end, ceiling: ceiling)
      let ends = text.sentenceCharacter(at: next, ceiling: ceiling) == .upper
      return (next, ends ? end : nil)
    }
    if let end = ColonMark.addressEnd(at: offset, in: text, ceiling: ceiling) {
      guard ColonMark.endsSentence(addressEnd: end, in: text, ceiling: ceiling) else {
        return (end, nil)
      }
      return (text.skippingWhiteSpace(from: end, ceiling: ceiling), end)
    }
    guard text[offset] == UInt8(ascii: ";") else { return nil }
    // A capital that only the start of a sentence explains. Articles do not count, since names
    // begin with them.
    let next = text.skippingWhiteSpace(from: offset + 1, ceiling: ceiling)
    guard next > offset + 1, clauseStarters.match(at: next, in: text, ceiling: ceiling),
      !alwaysCapital.match(at: next, in: text, ceiling: ceiling)
    else { return nil }
    return (next, offset + 1)
  }

  /// The end of a headline in capitals that begins at `start` and that text in small letters
  /// follows without a stop: `EL DÓLAR SUBE OTRA VEZ El dólar`.
  ///
  /// - Returns: the first byte of that text, or `nil`.
  func headlineEnd(from start: Int, in text: Span<UInt8>, ceiling: Int) -> Int? {
    // No headline begins with a small letter or with a single capital before one.
    guard start + 1 < ceiling, !(0x61...0x7A ~= text[start]), !(0x61...0x7A ~= text[start + 1])
    else { return nil }
    var offset = start
    var words = 0
    while offset < ceiling {
      let end = text.wordEnd(from: offset, ceiling: ceiling)
      let shape = WordShape(from: offset, to: end, in: text)
      if shape.isCapitalized, !shape.isCapitals {
        return words >= 4 && starters.match(at: offset, in: text, ceiling: ceiling) ? offset : nil
      }
      guard shape.isCapitals, shape.count > 0 || shape.hasDigit else { return nil }
      words += 1
      // Only commas may stand between the words of a headline.
      var next = end
      if next < ceiling, text[next] == UInt8(ascii: ",") { next += 1 }
      offset = text.skippingWhiteSpace(from: next, ceiling: ceiling)
      guard offset > next else { return nil }
    }
    return nil
  }

  /// Whether the stops stand alone in brackets: `[...]`, `(…)`, `(!)`, `(?)`.
  private func isOmission(_ gap: SentenceGap, in text: Span<UInt8>, floor: Int) -> Bool {
    guard gap.isClosed, !gap.hasOuterStop, gap.isEllipsis || gap.isStrong, gap.stop > floor else {
      return false
    }
    let before = text[gap.stop - 1]
    return before == UInt8(ascii: "(") || before == UInt8(ascii: "[")
  }

  /// Whether a sentence ends before a small letter.
  private func endsBeforeLowerCase(
    _ gap: SentenceGap, _ opening: Opening, start: Int, in text: Span<UInt8>, floor: Int,
    ceiling: Int
  ) -> Bool {
    if opening.hasInverted { return !gap.isEllipsis && !opening.hasDash }
    if opening.hasDash || opening.hasQuote || opening.offset > gap.next { return false }
    guard breaksBeforeLowerCase, !gap.isQuoteEnd else { return false }
    let word = text.wordStart(before: gap.stop, floor: start)
    let shape = WordShape(from: word, to: gap.stop, in: text)
    if gap.isStrong {
      if gap.isClosed || isAttribution(at: gap.next, in: text, ceiling: ceiling) {
        return false
      }
      // `Yahoo!`, `Jeopardy!` within a sentence.
      return !(gap.isSingleExclamation && shape.isCapitalized && word > start)
    }
    if gap.hasOuterStop { return true }
    // Few words of so many letters with a vowel are abbreviations that no list has.
    guard gap.isPlainStop, shape.hasVowel, !shape.isCapitalized, !shape.hasDigit,
      shape.count >= 4
        || shape.count == 3 && lowerCaseStarters.match(at: gap.next, in: text, ceiling: ceiling)
    else { return false }
    return abbreviations.match(endingAt: gap.stop, in: text, floor: floor) == nil
  }

  /// Whether a byte is a sign that joins what stands before and behind it.
  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "/"),
      UInt8(ascii: "%"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "^"):
      true
    default: false
    }
  }

  /// Whether the text before a dash is a date or place as in `6 de julio. - El presidente`.
  private func isDateline(from start: Int, to stop: Int, in text: Span<UInt8>) -> Bool {
    stop - start <= 40 && text.sentenceCharacter(at: start, ceiling: stop) == .digit
  }

  /// Whether a sentence ends after `…` or `...` and before anything but a small letter.
  private func endsAfterEllipsis(
    _ gap: SentenceGap, _ opening: Opening, in text: Span<UInt8>, floor: Int, ceiling: Int
  ) -> Bool {
    if opening.offset == gap.next, alwaysCapital.match(at: gap.next, in: text, ceiling: ceiling) {
      return false
    }
    if opening.character == .digit, opening.offset == gap.next { return false }
    // A speaker who falters says the word again: `I… I`.
    let word = text.wordStart(before: gap.stop, floor: floor)
    let count = gap.stop - word
    guard count > 0, opening.offset + count <= ceiling else { return true }
    for index in 0..<count {
      guard text[word + index] == text[opening.offset + index] else { return true }
    }
    return text.isWordScalar(at: opening.offset + count, ceiling: ceiling)
  }

  /// Whether a name or pronoun and a verb of saying follow, as `Ana Ruiz asked` after a quotation.
  ///
  /// With `ofName` all words before the verb must have a capital. The verb is one of the first
  /// `words` words.
  func isAttribution(
    at offset: Int, ofName: Bool = false, words: Int = 4, in text: Span<UInt8>, ceiling: Int
  ) -> Bool {
    var offset = offset
    for _ in 0..<words {
      if reportingVerbs.match(at: offset, in: text, ceiling: ceiling) { return true }
      if ofName, text.sentenceCharacter(at: offset, ceiling: ceiling) != .upper { return false }
      let end = text.wordEnd(from: offset, ceiling: ceiling)
      guard end > offset, end < ceiling, text[end] == 0x20 else { return false }
      offset = end + 1
    }
    return false
  }
}
