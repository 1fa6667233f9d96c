internal import CotejoICU
internal import CotejoText

/// Which characters are quotation marks in a language, and for which side each is shaped.
///
/// The explicit list holds for any language; CLDR's marks of the language (its `delimiters`) come on
/// top, as the same character opens in one language and closes in another: `“` in English and
/// German, `»` in Spanish and Danish.
struct MarkShapes: Sendable {
  /// What a character is.
  struct Entry: Hashable, Sendable {
    var family: QuotationMark.Family
    var shape: QuotationMark.Shape
  }

  private var entries: [UInt32: Entry] = [
    0x22: Entry(family: .double, shape: .neutral),
    0x201C: Entry(family: .double, shape: .opening),
    0x201D: Entry(family: .double, shape: .closing),
    0x201E: Entry(family: .double, shape: .opening),
    0x201F: Entry(family: .double, shape: .opening),
    0xFF02: Entry(family: .double, shape: .neutral),
    0x27: Entry(family: .single, shape: .neutral),
    0x2018: Entry(family: .single, shape: .opening),
    0x2019: Entry(family: .single, shape: .closing),
    0x201A: Entry(family: .single, shape: .opening),
    0x201B: Entry(family: .single, shape: .opening),
    0xAB: Entry(family: .guillemet, shape: .opening),
    0xBB: Entry(family: .guillemet, shape: .closing),
    0x2039: Entry(family: .singleGuillemet, shape: .opening),
    0x203A: Entry(family: .singleGuillemet, shape: .closing),
    0x300C: Entry(family: .other, shape: .opening),
    0x300D: Entry(family: .other, shape: .closing),
    0x300E: Entry(family: .other, shape: .opening),
    0x300F: Entry(family: .other, shape: .closing),
  ]

  /// Takes the explicit list and CLDR's marks of a language.
  ///
  /// - Throws: `icu` if ICU has no marks.
  init(language: LanguageTag) throws(QuotationError) {
    let marks: QuotationMarks
    do {
      marks = try QuotationMarks(locale: language.description)
    } catch {
      throw QuotationError(.icu, message: error.description)
    }
    take(marks.alternateOpen, marks.alternateClose)
    take(marks.open, marks.close)
  }

  private mutating func take(_ open: String, _ close: String) {
    guard let open = Self.scalar(of: open), let close = Self.scalar(of: close) else { return }
    let family = entries[open]?.family ?? entries[close]?.family ?? .other
    if open == close {
      entries[open] = Entry(family: family, shape: .neutral)
    } else {
      entries[open] = Entry(family: family, shape: .opening)
      entries[close] = Entry(family: family, shape: .closing)
    }
  }

  /// The one character of a mark but for blanks, as French has them; `nil` for more than one.
  private static func scalar(of mark: String) -> UInt32? {
    let scalars = mark.unicodeScalars.filter { !$0.properties.isWhitespace }
    return scalars.count == 1 ? scalars.first?.value : nil
  }

  /// What the character is that begins at `offset`, and how many bytes it has: two backticks or two
  /// apostrophes are one mark; `nil` for any other character.
  func mark(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> (entry: Entry, width: Int)? {
    let byte = text[offset]
    if byte == 0x60 {
      guard offset + 1 < ceiling, text[offset + 1] == 0x60 else { return nil }
      return (Entry(family: .double, shape: .opening), 2)
    }
    if byte < 0x80, byte != 0x22, byte != 0x27 { return nil }
    if byte == 0x27, offset + 1 < ceiling, text[offset + 1] == 0x27 {
      return (Entry(family: .double, shape: .closing), 2)
    }
    let (scalar, width) = text.decodeScalar(at: offset)
    return entries[scalar].map { ($0, width) }
  }
}
