internal import CotejoICU

/// Reads what begins with the sentences of a text.
struct StructureReader {
  private let text: SegmentedText
  private var structure = DocumentStructure()
  /// The sentences with labels, and the number of each label by its first coming.
  private var turns: [DocumentStructure.Mark] = []
  /// For each label, how often it comes and whether it is in capitals.
  private var labels: [(count: Int, isCapitals: Bool)] = []
  private var labelNumbers: [[UInt8]: Int32] = [:]
  /// What sentences begin whose label comes once and is no label then.
  private var plainOpenings: [SentenceOpening] = []
  /// The time of the cue whose words are still to come.
  private var pendingTime: Int32?

  /// A heading has no more code points than fit on a line of print.
  private static let longestHeading = 100

  init(_ text: SegmentedText) {
    self.text = text
  }

  /// Reads the structure of the text.
  mutating func read() -> DocumentStructure {
    structure.openings.reserveCapacity(text.sentences.count)
    let bytes = text.text.bytes
    for index in text.sentences.indices { append(index, in: bytes.span) }
    rankTurns()
    return structure
  }

  private mutating func append(_ index: Int, in text: Span<UInt8>) {
    let sentences = self.text.sentences
    let sentence = sentences[index]
    let (start, ceiling) = (Int(sentence.span.lower), Int(sentence.span.upper))
    let isFirst = index == 0 || sentences[index - 1].paragraph != sentence.paragraph
    var plain = SentenceOpening.nothing
    if isFirst {
      let isSpaced =
        index > 0 && Self.hasBlankLine(Int(sentences[index - 1].span.upper)..<start, in: text)
      plain = isSpaced ? .spacedParagraph : .paragraph
    }
    guard start < ceiling else {
      structure.openings.append(plain)
      return
    }
    let isLast =
      index + 1 == sentences.count || sentences[index + 1].paragraph != sentence.paragraph
    structure.openings.append(
      opening(
        of: start..<ceiling, number: Int32(index), plain, isAlone: isFirst && isLast, in: text))
  }

  /// What the sentence of the bytes `range` begins; notes its number, time and label.
  private mutating func opening(
    of range: Range<Int>, number: Int32, _ plain: SentenceOpening, isAlone: Bool,
    in text: Span<UInt8>
  ) -> SentenceOpening {
    typealias Mark = DocumentStructure.Mark
    var start = range.lowerBound
    let ceiling = range.upperBound
    var found: SentenceOpening?
    let isParagraph = plain != .nothing
    if let time = Timestamp(opening: range, in: text) {
      structure.times.append(Mark(sentence: number, value: time.milliseconds))
      start = text.skippingWhiteSpace(from: time.end, ceiling: ceiling)
      found = .time
      pendingTime = start == ceiling ? time.milliseconds : nil
      guard start < ceiling else { return .time }
    } else if let time = pendingTime {
      structure.times.append(Mark(sentence: number, value: time))
      pendingTime = nil
    }
    if isParagraph || found != nil,
      let label = TurnLabel.end(at: start, in: text, ceiling: ceiling)
    {
      note(start..<label.end, isCapitals: label.isCapitals, at: number, in: text)
      plainOpenings.append(
        found ?? Self.marked(start..<ceiling, plain, isAlone: isAlone, in: text))
      return .turn
    }
    if let found { return found }
    if let item = ListNumber(
      at: start, in: text, ceiling: ceiling, isParagraph: isParagraph)
    {
      structure.numbers.append(Mark(sentence: number, value: item.value))
      return .numberedItem
    }
    if isAlone, let item = ListNumber(heading: start..<ceiling, in: text) {
      structure.numbers.append(Mark(sentence: number, value: item.value))
      return .numberedItem
    }
    return Self.marked(start..<ceiling, plain, isAlone: isAlone, in: text)
  }

  /// What a sentence begins by a bullet, a dash, a quotation mark, or by being a heading.
  private static func marked(
    _ range: Range<Int>, _ plain: SentenceOpening, isAlone: Bool, in text: Span<UInt8>
  ) -> SentenceOpening {
    let scalar = text.scalar(at: range.lowerBound)
    let second = range.lowerBound + text.scalarWidth(at: range.lowerBound)
    let isApart = second < range.upperBound && text[second] <= 0x20
    if SentenceCharacter(scalar) == .bullet { return .bulletItem }
    guard plain != .nothing else { return plain }
    switch scalar {
    // Asterisk, middle dot, hyphen, plus: bullets of plain text.
    case 0x2A, 0xB7, 0x2D, 0x2B: return isApart ? .bulletItem : plain
    case 0x2013...0x2015: return .dialogue
    case 0x23: return .heading
    default: break
    }
    if SentenceGap.isQuotationMark(scalar) { return .quotation }
    return isAlone && isHeading(range, in: text) ? .heading : plain
  }

  /// Whether a paragraph of one sentence is short, has letters, and ends without a stop.
  private static func isHeading(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    // A code point has four bytes at most.
    guard range.count <= 4 * longestHeading else { return false }
    let last = text.scalarStart(before: range.upperBound, floor: range.lowerBound)
    switch SentenceCharacter(text.scalar(at: last)) {
    case .upper, .lower, .letter, .digit, .closer, .straightQuote: break
    default: return false
    }
    guard text.scalarCount(in: range) <= longestHeading else { return false }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, width) = text.decodeScalar(at: offset)
      if scalar >= 0x80 ? CodePoint.kind(scalar) == .letter : 0x61...0x7A ~= scalar | 0x20 {
        return true
      }
      offset += width
    }
    return false
  }

  private static func hasBlankLine(_ gap: Range<Int>, in text: Span<UInt8>) -> Bool {
    var ends = 0
    for offset in gap where text[offset] == 0x0A {
      ends += 1
      if ends == 2 { return true }
    }
    return false
  }

  // MARK: - Speakers

  private mutating func note(
    _ label: Range<Int>, isCapitals: Bool, at sentence: Int32, in text: Span<UInt8>
  ) {
    var key: [UInt8] = []
    key.reserveCapacity(label.count)
    for offset in label { key.append(text[offset]) }
    let number = labelNumbers[key] ?? Int32(labels.count)
    if Int(number) == labels.count {
      labelNumbers[key] = number
      labels.append((0, isCapitals))
    }
    labels[Int(number)].count += 1
    turns.append(DocumentStructure.Mark(sentence: sentence, value: number))
  }

  /// Numbers labels by how often they come, and drops those that are none.
  private mutating func rankTurns() {
    let isLabel = labels.map { $0.isCapitals || $0.count > 1 }
    let order = labels.indices.filter { isLabel[$0] }.sorted {
      (-labels[$0].count, $0) < (-labels[$1].count, $1)
    }
    var ranks = [Int32](repeating: 0, count: labels.count)
    for (rank, label) in order.enumerated() { ranks[label] = Int32(rank) }
    for (turn, plain) in zip(turns, plainOpenings) {
      if isLabel[Int(turn.value)] {
        structure.turns.append(
          DocumentStructure.Mark(sentence: turn.sentence, value: ranks[Int(turn.value)]))
      } else {
        structure.openings[Int(turn.sentence)] = plain
      }
    }
  }
}
