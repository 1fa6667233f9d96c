internal import CotejoICU
internal import CotejoText

/// Finds what speakers read aloud, and words of others that they repeat.
enum ReadingScanner {
  /// Fewer words between marks are a title, a term or a name.
  private static let fewestWords = 5
  /// Marks of one kind inside one another are no more than this, or their closing marks are lost: they
  /// must not each be looked for through all the others.
  private static let mostNested = 8
  /// How many bytes before a colon are looked at for words that announce a reading.
  private static let announcementLength = 80

  /// What is read aloud in the speech of a transcript, in order, none overlapping another.
  static func readings(
    in text: Span<UInt8>, parts: [Transcript.Part], words: TranscriptWords
  ) -> [Transcript.Reading] {
    var readings: [Transcript.Reading] = []
    var index = 0
    // The end of the last reading: what lies before it is settled.
    var settled = 0
    while index < parts.count {
      let part = parts[index]
      index += 1
      guard part.kind == .speech, let turn = part.turn else { continue }
      var offset = max(Int(part.span.lower), settled)
      while offset < Int(part.span.upper) {
        let (scalar, width) = text.decodeScalar(at: offset)
        let next = offset + width
        if let closer = closer(of: scalar) {
          let end = end(
            of: closer, opener: scalar, from: next, part: index - 1, parts: parts, in: text)
          guard let end else {
            offset = next
            continue
          }
          if wordCount(next..<end, in: text) >= fewestWords {
            readings.append(reading(next..<end, turn, .marks))
            settled = end + text.scalarWidth(at: end)
          }
          offset = end + text.scalarWidth(at: end)
          continue
        }
        if scalar == 0x3A,
          let span = announced(behind: offset, part: index - 1, parts: parts, in: text, words)
        {
          readings.append(reading(span, turn, .announcement))
          settled = span.upperBound
          offset = span.upperBound
          continue
        }
        offset = next
      }
    }
    return readings
  }

  private static func reading(
    _ range: Range<Int>, _ turn: Int, _ evidence: Transcript.Reading.Evidence
  ) -> Transcript.Reading {
    .init(
      span: TextSpan(Int32(range.lowerBound), Int32(range.upperBound)), turn: turn,
      evidence: evidence)
  }

  /// The mark that closes what a mark opens.
  private static func closer(of opener: UInt32) -> UInt32? {
    switch opener {
    case 0x2018: 0x2019
    case 0x201C: 0x201D
    case 0x201E: 0x201C
    case 0xAB: 0xBB
    case 0x22: 0x22
    default: nil
    }
  }

  /// Where the mark stands that closes a quotation: in the same part, or in a later one of the turn
  /// if nothing opens before it but marks at the start of a paragraph that say that it goes on.
  private static func end(
    of closer: UInt32, opener: UInt32, from start: Int, part: Int, parts: [Transcript.Part],
    in text: Span<UInt8>
  ) -> Int? {
    var index = part
    var offset = start
    var depth = 0
    // Longer than any letter that is read aloud; a lost mark must not swallow a turn.
    let limit = start + 6000
    while index < parts.count, parts[index].turn == parts[part].turn {
      if parts[index].kind == .speech {
        let end = Int(parts[index].span.upper)
        if index > part {
          guard opener != 0x22 else { return nil }
          offset = Int(parts[index].span.lower)
          let (scalar, width) = text.decodeScalar(at: offset)
          if scalar == opener || scalar == closer { offset += width }
        }
        while offset < end {
          let (scalar, width) = text.decodeScalar(at: offset)
          if scalar == closer, !isApostrophe(offset, closer, before: end, in: text) {
            if depth == 0 { return offset }
            depth -= 1
          } else if scalar == opener {
            depth += 1
            guard index == part, depth <= mostNested else { return nil }
          }
          offset += width
          if offset > limit { return nil }
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether a single mark stands inside a word.
  private static func isApostrophe(
    _ offset: Int, _ mark: UInt32, before end: Int, in text: Span<UInt8>
  ) -> Bool {
    guard mark == 0x2019, offset + 3 < end else { return false }
    return CodePoint.kind(text.scalar(at: offset + 3)) == .letter
  }

  /// What follows a colon that words such as *the letter says* stand before: the rest of the part,
  /// or the next one where that is all of it.
  private static func announced(
    behind colon: Int, part: Int, parts: [Transcript.Part], in text: Span<UInt8>,
    _ words: TranscriptWords
  ) -> Range<Int>? {
    let floor = Int(parts[part].span.lower)
    var lower = max(floor, colon - announcementLength)
    while lower < colon, Span.isContinuation(text[lower]) { lower += 1 }
    let before = String(decoding: [UInt8](text, lower..<colon), as: UTF8.self)
    let clause = before.split(omittingEmptySubsequences: false) { ".?!;,:".contains($0) }.last ?? ""
    let folded = LabelReader.folded(wordsOf: clause)
    let isAnnounced = folded.indices.contains {
      words.match(folded, at: $0, .reading) == folded.count - $0
    }
    guard isAnnounced else { return nil }
    var span = colon + 1..<Int(parts[part].span.upper)
    while span.lowerBound < span.upperBound, text[span.lowerBound] == 0x20 {
      span = span.lowerBound + 1..<span.upperBound
    }
    if span.isEmpty {
      let next = part + 1
      guard next < parts.count, parts[next].kind == .speech, parts[next].turn == parts[part].turn
      else { return nil }
      span = parts[next].span.range
    }
    // What stands between marks ends with them.
    guard closer(of: text.scalar(at: span.lowerBound)) == nil,
      wordCount(span, in: text) >= fewestWords
    else { return nil }
    return span
  }

  private static func wordCount(_ range: Range<Int>, in text: Span<UInt8>) -> Int {
    var count = 0
    var isInside = false
    for offset in range {
      let isBlank = text[offset] <= 0x20
      if !isBlank, !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }
}
