/// A time at the start of a line: `[00:12:34]`, `(12:34)`, `00:12:34,500 --> 00:12:36,000`.
struct Timestamp: Hashable {
  /// Milliseconds from the start of the recording.
  var milliseconds: Int32
  /// The byte behind it: behind its bracket, or behind the time at which a cue ends.
  var end: Int

  /// Reads the time that begins at `start`; `nil` if there is none.
  ///
  /// Brackets may be round, square or angled. A bare time needs hours or a fraction of a second, as
  /// in subtitles (SubRip `00:12:34,500`, WebVTT `12:34.500`): `10:30` may be the time of day.
  init?(at start: Int, in text: Span<UInt8>, ceiling: Int) {
    guard start < ceiling else { return nil }
    let closing: UInt8? =
      switch text[start] {
      case UInt8(ascii: "["): UInt8(ascii: "]")
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "<"): UInt8(ascii: ">")
      default: nil
      }
    guard
      let clock = Clock(
        at: start + (closing == nil ? 0 : 1), in: text, ceiling: ceiling)
    else { return nil }
    milliseconds = clock.milliseconds
    end = clock.end
    if let arrow = Self.arrowEnd(from: end, in: text, ceiling: ceiling) {
      end = Clock(at: arrow, in: text, ceiling: ceiling)?.end ?? arrow
    } else if closing == nil, !clock.isExact {
      return nil
    }
    if let closing {
      guard end < ceiling, text[end] == closing else { return nil }
      end += 1
    }
  }

  /// Reads the time with which the bytes `range` begin, behind the number of a subtitle if that
  /// stands on a line above it.
  init?(opening range: Range<Int>, in text: Span<UInt8>) {
    var start = range.lowerBound
    while start < range.upperBound, start - range.lowerBound < 8, 0x30...0x39 ~= text[start] {
      start += 1
    }
    if start > range.lowerBound, start < range.upperBound, text[start] == 0x0A {
      start = text.skippingWhiteSpace(from: start, ceiling: range.upperBound)
    } else {
      start = range.lowerBound
    }
    self.init(at: start, in: text, ceiling: range.upperBound)
  }

  /// The byte behind the arrow of a cue and the blanks around it.
  private static func arrowEnd(from offset: Int, in text: Span<UInt8>, ceiling: Int) -> Int? {
    var offset = offset
    while offset < ceiling, text[offset] == 0x20 { offset += 1 }
    guard offset + 3 <= ceiling, text[offset] == UInt8(ascii: "-"),
      text[offset + 1] == UInt8(ascii: "-"), text[offset + 2] == UInt8(ascii: ">")
    else { return nil }
    offset += 3
    while offset < ceiling, text[offset] == 0x20 { offset += 1 }
    return offset
  }
}

extension Sentence {
  /// The bytes of the sentence behind the time that it begins with: its words.
  ///
  /// The digits of a time are no words: two clocks that are not set alike show the same ones at
  /// different places.
  package func spanBehindTime(in text: Span<UInt8>) -> TextSpan {
    guard let time = Timestamp(opening: span.range, in: text) else { return span }
    let start = text.skippingWhiteSpace(from: time.end, ceiling: Int(span.upper))
    return TextSpan(Int32(start), span.upper)
  }
}

/// `[h…:]mm:ss[,fff]`.
private struct Clock {
  var milliseconds: Int32
  var end: Int
  /// Whether it has hours or a fraction.
  var isExact: Bool

  /// Milliseconds of more hours would not fit.
  private static let mostHours: Int32 = 500

  init?(at start: Int, in text: Span<UInt8>, ceiling: Int) {
    var fields: [Int32] = []
    var offset = start
    while fields.count < 3 {
      let first = offset
      var value: Int32 = 0
      while offset < ceiling, offset - first < 3, 0x30...0x39 ~= text[offset] {
        value = value * 10 + Int32(text[offset] - 0x30)
        offset += 1
      }
      let digits = offset - first
      // Minutes behind hours, and seconds, have two digits below 60.
      guard digits > 0, fields.isEmpty || digits == 2 && value < 60 else { return nil }
      fields.append(value)
      guard offset + 1 < ceiling, text[offset] == UInt8(ascii: ":"),
        0x30...0x39 ~= text[offset + 1]
      else { break }
      offset += 1
    }
    guard fields.count >= 2 else { return nil }
    // A digit more, or the frame of a second, and it is something else.
    if offset < ceiling, 0x30...0x39 ~= text[offset] { return nil }
    if fields.count == 3 {
      guard fields[0] <= Self.mostHours else { return nil }
      if offset < ceiling, text[offset] == UInt8(ascii: ":") { return nil }
    }
    let seconds = fields.reduce(0) { $0 * 60 + $1 }
    isExact = fields.count == 3
    milliseconds = seconds * 1000
    if offset + 1 < ceiling, text[offset] == UInt8(ascii: ",") || text[offset] == UInt8(ascii: "."),
      0x30...0x39 ~= text[offset + 1]
    {
      offset += 1
      var unit: Int32 = 100
      while offset < ceiling, 0x30...0x39 ~= text[offset] {
        milliseconds += Int32(text[offset] - 0x30) * unit
        unit /= 10
        offset += 1
      }
      isExact = true
    }
    end = offset
  }
}
