/// Numbers, letters and bullets that begin the items of a list.
enum ListMarker {
  /// A list inside running text is read for at most so many items.
  private static let mostItems = 999

  /// Appends where the second and later items begin of a list that the paragraph itself begins.
  ///
  /// A list whose items have no stops, `1) uno 2) dos`, is known by its numbers going on by one, or
  /// by its bullet coming again.
  /// `start` is the first byte of the paragraph that is no white space.
  static func appendStarts(
    of start: Int, in text: Span<UInt8>, ceiling: Int, to starts: inout [Int]
  ) {
    switch text.sentenceCharacter(at: start, ceiling: ceiling) {
    case .bullet:
      let width = text.scalarWidth(at: start)
      var offset = start + width
      while offset < ceiling {
        if text[offset] == text[start], text.scalar(at: offset) == text.scalar(at: start) {
          starts.append(offset)
        }
        offset += 1
      }
    case .digit, .lower:
      appendNumbered(of: start, in: text, ceiling: ceiling, to: &starts)
    default:
      return
    }
  }

  /// Appends the items of a list by its numbers or small letters.
  private static func appendNumbered(
    of start: Int, in text: Span<UInt8>, ceiling: Int, to starts: inout [Int]
  ) {
    guard let marker = Marker(at: start, in: text, ceiling: ceiling) else { return }
    var wanted = marker.successor
    var offset = marker.end
    while offset < ceiling, starts.count < mostItems {
      defer { offset += 1 }
      guard text[offset - 1] <= 0x20, text[offset] == wanted.first,
        let found = Marker(at: offset, in: text, ceiling: ceiling), found == wanted
      else { continue }
      starts.append(offset)
      wanted = found.successor
    }
  }

  /// Whether the bytes from `start` to the stop at `stop` are the marker of an item.
  ///
  /// Up to three digits, one letter or a small Roman number, a bullet before it allowed.
  static func isMarker(from start: Int, to stop: Int, in text: Span<UInt8>) -> Bool {
    var start = start
    if text.sentenceCharacter(at: start, ceiling: stop) == .bullet {
      start = text.skippingWhiteSpace(from: start + text.scalarWidth(at: start), ceiling: stop)
    }
    let count = stop - start
    guard 1...4 ~= count else { return false }
    var digits = 0
    var letters = 0
    var romans = 0
    for offset in start..<stop {
      let byte = text[offset]
      if 0x30...0x39 ~= byte { digits += 1 }
      if 0x61...0x7A ~= byte | 0x20 { letters += 1 }
      // i, v, x: greater numbers do not number items.
      if [0x69, 0x76, 0x78].contains(byte | 0x20) { romans += 1 }
    }
    if digits == count { return count <= 3 }
    return letters == count && (count == 1 || romans == count)
  }

  /// The number or letter of an item with the marks behind it, white space following.
  private struct Marker {
    var first: UInt8
    var number: Int
    var isLetter: Bool
    var marks: ArraySlice<UInt8>
    var end: Int

    init?(at offset: Int, in text: Span<UInt8>, ceiling: Int) {
      first = text[offset]
      var end = offset
      isLetter = 0x61...0x7A ~= text[offset]
      if isLetter {
        number = Int(text[offset])
        end += 1
      } else {
        number = 0
        while end < ceiling, end - offset < 3, 0x30...0x39 ~= text[end] {
          number = number * 10 + Int(text[end] - 0x30)
          end += 1
        }
      }
      var marks: ArraySlice<UInt8> = []
      while end < ceiling, marks.count < 2, text[end] == 0x2E || text[end] == 0x29 {
        marks.append(text[end])
        end += 1
      }
      guard !marks.isEmpty, end > offset + marks.count, end < ceiling, text[end] <= 0x20 else {
        return nil
      }
      self.marks = marks
      self.end = end
    }

    /// The marker that the next item must have.
    var successor: Marker {
      var next = self
      next.number += 1
      next.first = isLetter ? UInt8(number + 1) : Array(String(number + 1).utf8)[0]
      return next
    }

    static func == (left: Marker, right: Marker) -> Bool {
      left.number == right.number && left.isLetter == right.isLetter && left.marks == right.marks
    }
  }
}
