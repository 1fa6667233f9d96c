internal import CotejoICU
internal import CotejoText

/// Reads dates as texts write them.
enum WrittenDate {
  /// What a date is put together from.
  private enum Part {
    case number(Int, digits: Int)
    case word(String)
    case mark(UInt8)
  }

  /// The first date of digits, year first or in eight digits, in a text such as a file's name.
  static func numeric(in text: Span<UInt8>) -> CalendarDate? {
    let parts = parts(of: text)
    for index in parts.indices {
      if let date = digits(parts, at: index, putsMonthFirst: nil) { return date }
    }
    return nil
  }

  /// The first date in a text: of digits, or with the name of a month.
  ///
  /// - Complexity: O(*n*); meant for lines, not for whole texts.
  static func first(in text: Span<UInt8>, words: TranscriptWords) -> CalendarDate? {
    let parts = parts(of: text)
    for index in parts.indices {
      if let date = digits(parts, at: index, putsMonthFirst: words.putsMonthFirst)
        ?? named(parts, at: index, words)
      {
        return date
      }
    }
    return nil
  }

  /// The date of digits that begins at a part; the year comes first where the order is not known.
  private static func digits(_ parts: [Part], at index: Int, putsMonthFirst: Bool?) -> CalendarDate?
  {
    guard case .number(let first, let width) = parts[index] else { return nil }
    if width == 8 {
      return (1900...2199).contains(first / 10000)
        ? CalendarDate(year: first / 10000, month: first / 100 % 100, day: first % 100) : nil
    }
    guard index + 4 < parts.count, case .mark(let mark) = parts[index + 1],
      case .number(let second, let secondWidth) = parts[index + 2], secondWidth <= 2,
      case .mark(mark) = parts[index + 3], [0x2D, 0x2E, 0x2F, 0x5F].contains(mark),
      case .number(let third, let thirdWidth) = parts[index + 4]
    else { return nil }
    if width == 4, thirdWidth <= 2 {
      return CalendarDate(year: first, month: second, day: third)
    }
    guard let putsMonthFirst, width <= 2, thirdWidth == 4 else { return nil }
    // With stops the day comes first everywhere; a number above 12 is no month.
    let (month, day) =
      putsMonthFirst && mark != UInt8(ascii: ".") && first <= 12 || second > 12
      ? (first, second) : (second, first)
    return CalendarDate(year: third, month: month, day: day)
  }

  /// The date whose month is the word at a part: `4 de marzo de 2031`, `March 4th, 2031`.
  private static func named(
    _ parts: [Part], at index: Int, _ words: TranscriptWords
  ) -> CalendarDate? {
    guard case .word(let name) = parts[index], let month = words.month(name) else { return nil }
    func isLink(_ part: Part) -> Bool {
      switch part {
      case .number: false
      case .mark(let mark): mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",")
      // Endings of ordinals have one or two letters: `1º`, `4th`.
      case .word(let word): word.utf8.count <= 2 || words.contains(word, .connectors)
      }
    }
    func number(from start: Int, by step: Int) -> (value: Int, digits: Int, index: Int)? {
      var place = start
      for _ in 0..<4 where parts.indices.contains(place) {
        if case .number(let value, let digits) = parts[place] { return (value, digits, place) }
        guard isLink(parts[place]) else { return nil }
        place += step
      }
      return nil
    }
    let after = number(from: index + 1, by: 1)
    if let before = number(from: index - 1, by: -1), before.digits <= 2, let after,
      after.digits == 4
    {
      return CalendarDate(year: after.value, month: month, day: before.value)
    }
    guard let after, after.digits <= 2, let year = number(from: after.index + 1, by: 1),
      year.digits == 4
    else { return nil }
    return CalendarDate(year: year.value, month: month, day: after.value)
  }

  private static func parts(of text: Span<UInt8>) -> [Part] {
    var parts: [Part] = []
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      let start = offset
      if (0x30...0x39).contains(byte) {
        var value = 0
        while offset < text.count, (0x30...0x39).contains(text[offset]) {
          // Longer numbers are no part of a date.
          if offset - start < 9 { value = value * 10 + Int(text[offset] - 0x30) }
          offset += 1
        }
        parts.append(.number(value, digits: offset - start))
        continue
      }
      var word: [UInt8] = []
      while offset < text.count {
        let (scalar, width) = text.decodeScalar(at: offset)
        guard CodePoint.kind(scalar) == .letter else { break }
        word.append(scalar: CodePoint.caseFolded(scalar))
        offset += width
      }
      if !word.isEmpty {
        parts.append(.word(String(decoding: word, as: UTF8.self)))
        continue
      }
      if byte > 0x20, byte < 0x80 { parts.append(.mark(byte)) }
      offset += text.scalarWidth(at: offset)
    }
    return parts
  }
}
