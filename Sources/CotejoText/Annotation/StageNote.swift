/// Notes of the transcriber, such as `(applause)` and `[inaudible]`.
package enum StageNote {
  /// What a note says about a recording.
  package enum Recording {
    case begins
    case ends
  }

  /// No note is longer, in bytes.
  private static let longest = 300
  /// No note has more brackets inside one another.
  private static let mostNested = 4

  /// The end of the brackets that open at `start`, if they close before `end` and are not too long.
  package static func end(at start: Int, before end: Int, in text: Span<UInt8>) -> Int? {
    guard text[start] == UInt8(ascii: "(") || text[start] == UInt8(ascii: "[") else { return nil }
    var depth = 0
    var offset = start
    while offset < min(end, start + longest) {
      switch text[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        depth += 1
        if depth > mostNested { return nil }
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return offset + 1 }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Whether brackets inside a line are a note, and not what a speaker or editor put in: by the
  /// language's list, or for several words in capitals.
  package static func isNote(
    _ bracket: Range<Int>, in text: Span<UInt8>, words: TranscriptWords
  ) -> Bool {
    let inside = string(bracket.lowerBound + 1..<bracket.upperBound - 1, in: text)
    let folded = lookup(inside)
    guard !folded.isEmpty else { return false }
    let start = folded.count > 1 && words.contains(folded[0], .connectors) ? 1 : 0
    let headings: [TranscriptWords.Heading] = [.notes, .inaudible, .sic]
    if headings.contains(where: { words.match(folded, at: start, $0) > 0 })
      || recording(folded, words) != nil
    {
      return true
    }
    return folded.count > 2 && inside == inside.uppercased() && inside != inside.lowercased()
      && !inside.contains(",")
  }

  /// What a note says about a recording: it begins, or ends.
  package static func recording(
    of note: Range<Int>, in text: Span<UInt8>, words: TranscriptWords
  ) -> Recording? {
    recording(lookup(string(note, in: text)), words)
  }

  private static func recording(_ folded: [String], _ words: TranscriptWords) -> Recording? {
    guard folded.count <= 12 else { return nil }
    func has(_ heading: TranscriptWords.Heading) -> Bool {
      folded.indices.contains { words.match(folded, at: $0, heading) > 0 }
    }
    guard has(.recordings) else { return nil }
    return has(.ends) ? .ends : has(.begins) ? .begins : nil
  }

  /// The text of a range of bytes.
  static func string(_ range: Range<Int>, in text: Span<UInt8>) -> String {
    text.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The words of a note as the lists have them.
  static func lookup(_ text: String) -> [String] {
    let marks: Set<Character> = ["(", ")", "[", "]", ".", ":", "\"", "“", "”", "…", ",", "*"]
    return TranscriptWords.folded(wordsOf: text.filter { !marks.contains($0) })
  }
}
