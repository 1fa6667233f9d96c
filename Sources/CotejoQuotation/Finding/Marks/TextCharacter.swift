internal import CotejoICU
internal import CotejoText

/// What a character is to the rules that find quotations.
enum TextCharacter: Hashable, Sendable {
  /// White space, or the end of what may be read.
  case blank
  case upper
  /// A lower-case letter, a letter without case, or a combining mark.
  case lower
  case digit
  /// `.`, `!`, `?`, `…`
  case stop
  /// `,`, `;`, `:`
  case pause
  /// A bracket that opens, `¿`, `¡`.
  case opener
  /// A bracket that closes.
  case closer
  /// A hyphen, dash or raya.
  case dash
  case other

  /// Sorts a code point.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A: self = .lower
    case 0x41...0x5A: self = .upper
    case 0x30...0x39: self = .digit
    case 0...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F,
      0x2060, 0x3000, 0xFEFF:
      self = .blank
    case 0x2E, 0x21, 0x3F, 0x2026, 0x203C, 0x203D, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF1F:
      self = .stop
    case 0x2C, 0x3A, 0x3B, 0x3001, 0xFF0C: self = .pause
    case 0x28, 0x5B, 0x7B, 0xBF, 0xA1: self = .opener
    case 0x29, 0x5D, 0x7D: self = .closer
    case 0x2D, 0x2010...0x2015, 0x2212: self = .dash
    case 0...0x7F: self = .other
    default:
      switch CodePoint.kind(scalar) {
      case .letter: self = CodePoint.letterCase(scalar) == .upper ? .upper : .lower
      case .mark: self = .lower
      case .number: self = .digit
      case .other: self = .other
      }
    }
  }

  /// Whether it is a letter or digit.
  var isWord: Bool {
    switch self {
    case .upper, .lower, .digit: true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// The character at `offset`; a blank from `ceiling` on.
  func textCharacter(at offset: Int, ceiling: Int) -> TextCharacter {
    offset < ceiling ? TextCharacter(scalar(at: offset)) : .blank
  }

  /// The character before `offset`; a blank at `floor`.
  func textCharacter(before offset: Int, floor: Int) -> TextCharacter {
    offset > floor ? TextCharacter(scalar(at: scalarStart(before: offset, floor: floor))) : .blank
  }

  /// The first byte from `offset` on whose character `fits` does not hold for.
  func skipping(
    from offset: Int, ceiling: Int, while fits: (TextCharacter) -> Bool
  ) -> Int {
    var offset = offset
    while offset < ceiling, fits(TextCharacter(scalar(at: offset))) {
      offset += scalarWidth(at: offset)
    }
    return offset
  }

  /// The end of the text before `offset` whose last character `fits` does not hold for.
  func skipping(
    before offset: Int, floor: Int, while fits: (TextCharacter) -> Bool
  ) -> Int {
    var offset = offset
    while offset > floor {
      let start = scalarStart(before: offset, floor: floor)
      guard fits(TextCharacter(scalar(at: start))) else { break }
      offset = start
    }
    return offset
  }

  /// A range without the blanks at its ends; empty at its start if there is nothing else.
  func trimmingBlanks(_ range: Range<Int>) -> Range<Int> {
    let lower = skipping(from: range.lowerBound, ceiling: range.upperBound) { $0 == .blank }
    let upper = skipping(before: range.upperBound, floor: lower) { $0 == .blank }
    return lower < upper ? lower..<upper : range.lowerBound..<range.lowerBound
  }
}
