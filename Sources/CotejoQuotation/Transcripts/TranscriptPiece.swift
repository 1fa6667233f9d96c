internal import CotejoText

/// A paragraph of a transcript, or a line in one that begins with a label.
struct TranscriptPiece {
  /// Its bytes, without white space at either end.
  var span: TextSpan
  /// The label that it begins with.
  var label: LabelCandidate?

  /// The pieces of a text, in order; between them there is only white space.
  static func pieces(of text: SegmentedText, words: TranscriptWords) -> [TranscriptPiece] {
    let bytes = text.text.bytes.span
    var pieces: [TranscriptPiece] = []
    for paragraph in paragraphs(of: text) {
      var start = paragraph.lowerBound
      var label = LabelCandidate(
        at: start, end: lineEnd(from: start, paragraph.upperBound, bytes), in: bytes, words: words)
      var offset = start
      func close(at end: Int) {
        let span = WhiteSpace.trimmed(start..<end, in: bytes)
        guard !span.isEmpty else { return }
        pieces.append(
          TranscriptPiece(
            span: TextSpan(Int32(span.lowerBound), Int32(span.upperBound)), label: label))
      }
      while true {
        let end = lineEnd(from: offset, paragraph.upperBound, bytes)
        guard end < paragraph.upperBound else { break }
        offset = end + 1
        // In the middle of wrapped text only what cannot be taken for anything else is a label.
        let next = LabelCandidate(
          at: offset, end: lineEnd(from: offset, paragraph.upperBound, bytes), in: bytes,
          words: words)
        guard let next, next.shape == .capitals || next.shape == .bold else { continue }
        close(at: offset)
        start = offset
        label = next
      }
      close(at: paragraph.upperBound)
    }
    LabelChoice(pieces, in: text.text, words: words).apply(to: &pieces)
    return pieces
  }

  private static func lineEnd(from start: Int, _ end: Int, _ text: Span<UInt8>) -> Int {
    var offset = start
    while offset < end, text[offset] != 0x0A { offset += 1 }
    return offset
  }

  private static func paragraphs(of text: SegmentedText) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var number: Int32?
    for sentence in text.sentences where !sentence.span.isEmpty {
      let range = sentence.span.range
      if sentence.paragraph == number, let last = paragraphs.last {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<range.upperBound
      } else {
        paragraphs.append(range)
        number = sentence.paragraph
      }
    }
    return paragraphs
  }
}

/// Decides which of a text's candidates are labels: a transcript writes all of its labels alike.
private struct LabelChoice {
  private var acceptsBold = false
  private var acceptsLetters = false
  private var plain: Set<String> = []
  private let texts: [String]
  private let isHeader: [Bool]

  init(_ pieces: [TranscriptPiece], in view: TextView, words: TranscriptWords) {
    texts = pieces.map { $0.label.map { view[$0.span] } ?? "" }
    isHeader = texts.map {
      let folded = LabelReader.folded(wordsOf: $0)
      return words.match(folded, .headers) == folded.count
        || words.match(folded, .dateHeaders) == folded.count
    }
    func count(_ shape: LabelCandidate.Shape) -> Int {
      zip(pieces, isHeader).count { $0.label?.shape == shape && !$1 }
    }
    let capitals = count(.capitals)
    acceptsBold = count(.bold) > 1
    acceptsLetters = count(.letter) > 1
    // Where labels are in capitals or bold, a line such as `Dear President:` is speech.
    guard capitals < 2, !acceptsBold else { return }
    var counts: [String: Int] = [:]
    for (index, piece) in pieces.enumerated() where piece.label?.shape == .plain && !isHeader[index]
    {
      counts[texts[index], default: 0] += 1
    }
    let reader = LabelReader(words: words)
    let chosen = counts.filter { text, count in
      reader.isKnown(text) || count > 1 || text.contains(" ")
    }
    let isDialogue =
      chosen.values.reduce(0, +) > 1 && chosen.contains { $1 > 1 || reader.isKnown($0) }
    if isDialogue { plain = Set(chosen.keys) }
  }

  func apply(to pieces: inout [TranscriptPiece]) {
    for index in pieces.indices {
      guard let label = pieces[index].label else { continue }
      let isLabel =
        switch label.shape {
        case .capitals: !isHeader[index]
        case .bold: acceptsBold && !isHeader[index]
        case .letter: acceptsLetters
        case .plain: plain.contains(texts[index])
        }
      if !isLabel { pieces[index].label = nil }
    }
  }
}
