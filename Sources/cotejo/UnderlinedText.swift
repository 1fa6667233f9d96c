import Cotejo

/// Text set in lines with stretches of it underlined by a line of marks below.
///
/// Every character is shown: tabs, line ends and other controls by Unicode's pictures of them, what
/// turns the direction of writing or cannot be seen by its number.
struct UnderlinedText {
  /// How a stretch is underlined.
  enum Mark: UInt8, Comparable {
    case none = 0x20
    /// `~~~~`
    case doubt = 0x7E
    /// `^^^^`
    case fault = 0x5E

    /// A fault is more than a doubt, and shows where both meet.
    static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .none: 0
      case .doubt: 1
      case .fault: 2
      }
    }

    fileprivate var role: TerminalStyle.Role {
      switch self {
      case .none: .plain
      case .doubt: .doubt
      case .fault: .fault
      }
    }
  }

  private struct Letter {
    var scalar: Unicode.Scalar
    var mark: Mark
    /// Whether a line may end behind it.
    var isBlank = false
  }

  private var letters: [Letter] = []

  /// Marks stretches of a text, whose ranges count its bytes; of an empty one, the character there.
  init(_ text: [UInt8], marked stretches: [(span: TextSpan, mark: Mark)]) {
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      let mark =
        stretches.lazy.filter {
          Int($0.span.lower) < offset + width
            && offset < max(Int($0.span.upper), Int($0.span.lower) + 1)
        }.map(\.mark).max() ?? .none
      offset += width
      for shown in Self.shown(scalar) {
        letters.append(Letter(scalar: shown, mark: mark, isBlank: scalar == " "))
      }
    }
  }

  /// The lines of the text, of at most `width` columns, each with the line of its marks behind it
  /// where it has any; broken behind blanks, words that are longer are cut.
  func lines(width: Int, _ style: TerminalStyle) -> [String] {
    var lines: [String] = []
    var rest = letters[...]
    while !rest.isEmpty {
      let end = Self.end(of: rest, width: width)
      var line = rest[..<end]
      rest = rest[end...]
      while !rest.isEmpty, line.last?.isBlank == true { line.removeLast() }
      lines.append(Self.rendered(line, style))
      if let marks = Self.marks(below: line, style) { lines.append(marks) }
    }
    return lines
  }

  /// Where the first line of some letters ends; never at its start.
  private static func end(of letters: ArraySlice<Letter>, width: Int) -> Int {
    var used = 0
    var lastBlank: Int?
    for index in letters.indices {
      let letter = letters[index]
      used += letter.scalar.columns
      // A blank at the end is not shown, so that it may lie beyond.
      if letter.isBlank {
        lastBlank = index
      } else if used > width {
        return max(lastBlank.map { $0 + 1 } ?? index, letters.startIndex + 1)
      }
    }
    return letters.endIndex
  }

  private static func rendered(_ line: ArraySlice<Letter>, _ style: TerminalStyle) -> String {
    var text = String.UnicodeScalarView()
    var mark = Mark.none
    for letter in line {
      if letter.mark != mark {
        text += style.closing(mark.role).unicodeScalars
        text += style.opening(letter.mark.role).unicodeScalars
        mark = letter.mark
      }
      text.append(letter.scalar)
    }
    text += style.closing(mark.role).unicodeScalars
    return String(text)
  }

  private static func marks(below line: ArraySlice<Letter>, _ style: TerminalStyle) -> String? {
    guard let last = line.lastIndex(where: { $0.mark != .none }) else { return nil }
    var marks = String.UnicodeScalarView()
    for letter in line[...last] {
      let mark = Unicode.Scalar(letter.mark.rawValue)
      for _ in 0..<letter.scalar.columns { marks.append(mark) }
    }
    return String(marks)
  }

  /// What a terminal is given for a character.
  private static func shown(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    // Control Pictures, U+2400 on.
    case 0..<0x20: return [Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"]
    case 0x7F: return ["\u{2421}"]
    case 0x80..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      return Array("<U+\(zeros)\(digits)>".unicodeScalars)
    default: return [scalar]
    }
  }
}
