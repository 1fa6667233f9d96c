internal import CotejoICU

/// Finds the sentences of paragraphs.
///
/// Candidates are the places behind stops, list markers and turns of a dialogue, and, for scripts
/// with stops of their own, ICU's sentence boundaries; rules and a language's lists decide them. Where
/// a language has a model of doubtful sentence ends, it finds some that have no stop or no capital.
/// The policy is the one that alignment needs: the sentences inside a quotation are sentences, its
/// closing mark and the words that say whose it is stay with the last of them; a turn that begins
/// with a raya is a sentence; the label of a speaker and the number of a list item stay with what
/// follows. A line end inside a paragraph is white space.
///
/// Opening one takes a moment and it holds state: use one a task, for paragraph after paragraph.
public struct SentenceSegmenter: ~Copyable {
  private let rules: SentenceRules
  private var breaker: BreakIterator
  private var boundaries: [Boundary] = []
  private var listStarts: [Int] = []
  /// Whether ICU is asked before any stop that is not Latin is seen.
  private let asksAlways: Bool
  /// What cuts in place of the rules of the program, if anything.
  private var srx: SRXSegmenter?

  private let byteKinds: [UInt8]

  /// Opens a segmenter.
  ///
  /// - Parameters:
  ///   - language: the language of the text, for ICU's rules.
  ///   - pack: the language's lists; without them the rules that hold for any language apply.
  ///   - srx: rules in place of those of the program and its lists.
  /// - Throws: `icu` if ICU has no sentence rules; `languageData` if `srx` has none for the language.
  public init(
    language: LanguageTag, pack: LanguagePack?, srx: SRXRules? = nil
  ) throws(TextError) {
    // Both are opened before the segmenter holds either.
    let breaker = try Self.breaker(language)
    let srx = try Self.opened(srx, language: language)
    rules = SentenceRules(pack: pack)
    byteKinds = rules.classifier.thresholds != nil ? ByteKind.tableWithCapitals : ByteKind.table
    // The Greek question mark is a semicolon.
    asksAlways = language.language == "el"
    self.breaker = breaker
    self.srx = srx
  }

  private static func breaker(_ language: LanguageTag) throws(TextError) -> BreakIterator {
    do {
      return try BreakIterator(.sentence, locale: language.description)
    } catch {
      throw TextError(.icu, message: error.description)
    }
  }

  private static func opened(
    _ srx: SRXRules?, language: LanguageTag
  ) throws(TextError) -> SRXSegmenter? {
    guard let srx else { return nil }
    return try SRXSegmenter(srx, language: language)
  }

  /// Appends the sentences of a paragraph, in order.
  ///
  /// Between two of them, and before the first and behind the last, there is only white space.
  /// - Parameters:
  ///   - paragraph: bytes in `bytes` that do not cut a code point.
  ///   - number: the 0-based number of the paragraph.
  ///   - bytes: valid UTF-8.
  ///   - sentences: what is appended to.
  /// - Throws: `icu` if ICU refuses the text; `languageData` for an SRX rule whose match costs more time
  ///   or memory than it may.
  /// - Complexity: O(*n*) in the bytes of the paragraph.
  public mutating func appendSentences(
    of paragraph: TextSpan, number: Int32, in bytes: [UInt8], to sentences: inout [Sentence]
  ) throws(TextError) {
    let text = bytes.span
    let floor = Int(paragraph.lower)
    let ceiling = text.trimmingWhiteSpace(before: Int(paragraph.upper), floor: floor)
    var start = text.skippingWhiteSpace(from: floor, ceiling: ceiling)
    guard start < ceiling else { return }

    func append(upTo end: Int) {
      let end = text.trimmingWhiteSpace(before: end, floor: start)
      guard end > start else { return }
      sentences.append(Sentence(span: TextSpan(Int32(start), Int32(end)), paragraph: number))
    }

    if srx != nil {
      let lower = start
      try srx?.forEachCut(of: text.extracting(lower..<ceiling)) { cut in
        append(upTo: lower + cut)
        start = text.skippingWhiteSpace(from: max(start, lower + cut), ceiling: ceiling)
      }
      append(upTo: ceiling)
      return
    }
    listStarts.removeAll(keepingCapacity: true)
    ListMarker.appendStarts(of: start, in: text, ceiling: ceiling, to: &listStarts)
    var nextList = 0
    boundaries.removeAll(keepingCapacity: true)
    var nextBoundary = 0
    var hasAsked = false
    if asksAlways {
      try ask(text, from: start, to: ceiling)
      hasAsked = true
    }
    var isQuoteOpen = false
    var headline = rules.headlineEnd(from: start, in: text, ceiling: ceiling)
    var facts = ParagraphFacts(floor: floor, ceiling: ceiling)

    let rules = rules
    let classifier = rules.classifier
    let table = byteKinds
    let kinds = table.span
    let limit: UInt8 = classifier.thresholds == nil ? 0x40 : 0x60
    var offset = start
    // Up to here there is nothing to look at but bytes.
    var nextEvent = start
    while offset < ceiling {
      if offset >= nextEvent {
        // What ICU, a list or a headline says about the text before this byte comes first.
        while nextBoundary < boundaries.count, Int(boundaries[nextBoundary].offset) <= offset {
          let boundary = boundaries[nextBoundary]
          nextBoundary += 1
          // From 100 on the status tells of a line end, which is white space here.
          guard Int(boundary.offset) == offset, boundary.status < 100 else { continue }
          append(upTo: offset)
          start = text.skippingWhiteSpace(from: offset, ceiling: ceiling)
        }
        var isItem = false
        while nextList < listStarts.count, listStarts[nextList] <= offset {
          isItem = listStarts[nextList] == offset
          nextList += 1
        }
        if isItem || offset == headline {
          append(upTo: offset)
          start = offset
        }
        nextEvent = ceiling
        if let headline, headline > offset { nextEvent = min(nextEvent, headline) }
        if nextList < listStarts.count { nextEvent = min(nextEvent, listStarts[nextList]) }
        if nextBoundary < boundaries.count {
          nextEvent = min(nextEvent, Int(boundaries[nextBoundary].offset))
        }
      }

      let kind = kinds[Int(text[offset])]
      if kind == ByteKind.plain {
        offset = ByteKind.next(in: text, from: offset + 1, to: nextEvent, below: limit)
        continue
      }
      if kind >= ByteKind.capital,
        !SentenceRules.mayBeginUnstopped(at: offset, start: start, in: text, ceiling: ceiling)
      {
        offset += 1
        continue
      }
      let step = rules.step(
        at: offset, kind: kind, start: start, isQuoteOpen: isQuoteOpen, facts: &facts,
        by: classifier, in: text, floor: floor, ceiling: ceiling)
      if step.asksICU, !hasAsked {
        try ask(text, from: start, to: ceiling)
        hasAsked = true
      }
      if step.isGap || kind == ByteKind.quotationMark {
        for index in offset..<step.next where text[index] == 0x22 { isQuoteOpen.toggle() }
      }
      offset = step.next
      if step.asksICU || step.isGap || step.end != nil { nextEvent = offset }
      if let end = step.end {
        append(upTo: end)
        start = step.start ?? step.next
        headline = rules.headlineEnd(from: start, in: text, ceiling: ceiling)
      }
      // What ICU says about a gap is settled.
      while step.isGap, nextBoundary < boundaries.count,
        Int(boundaries[nextBoundary].offset) <= offset
      {
        nextBoundary += 1
      }
    }
    append(upTo: ceiling)
  }

  /// Asks ICU for the boundaries between two bytes; their offsets then count from the text's start.
  private mutating func ask(
    _ text: Span<UInt8>, from lower: Int, to upper: Int
  ) throws(TextError) {
    boundaries.removeAll(keepingCapacity: true)
    do {
      try breaker.appendBoundaries(of: text.extracting(lower..<upper), to: &boundaries)
    } catch {
      throw TextError(.icu, message: error.description)
    }
    for index in boundaries.indices { boundaries[index].offset += Int32(lower) }
  }
}

extension SegmentedText {
  /// Cuts a text into sentences, paragraph by paragraph.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - paragraphs: its paragraphs, in order, none overlapping another.
  ///   - language: its language.
  ///   - segmenter: a segmenter opened for that language.
  /// - Throws: `icu` if ICU refuses the text.
  public init(
    _ text: TextView, paragraphs: [TextSpan], language: LanguageTag,
    segmenter: inout SentenceSegmenter
  ) throws(TextError) {
    var sentences: [Sentence] = []
    for (number, paragraph) in paragraphs.enumerated() {
      try segmenter.appendSentences(
        of: paragraph, number: Int32(number), in: text.bytes, to: &sentences)
    }
    self.init(language: language, text: text, sentences: sentences)
  }
}
