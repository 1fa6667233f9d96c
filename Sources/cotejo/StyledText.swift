import Cotejo

/// Text made of words of several roles, to be set in lines.
struct StyledText {
  private typealias Role = TerminalStyle.Role
  private typealias Letter = (scalar: Unicode.Scalar, role: TerminalStyle.Role)

  /// The stretches of one role, in order.
  private(set) var runs: [(text: String, role: TerminalStyle.Role)] = []

  /// Nothing yet.
  init() {}

  /// Takes a text of one role.
  init(_ text: String, _ role: TerminalStyle.Role = .plain) {
    append(text, role)
  }

  /// Appends words of a role.
  mutating func append(_ text: String, _ role: TerminalStyle.Role = .plain) {
    guard !text.isEmpty else { return }
    runs.append((text, role))
  }

  /// The text in lines of at most `width` columns, broken at blanks; words that are longer are cut.
  ///
  /// Every run of white space, line ends too, is one blank. What could steer a terminal is replaced.
  func lines(width: Int, _ style: TerminalStyle) -> [String] {
    var lines: [[Letter]] = []
    var line: [Letter] = []
    var used = 0
    for word in words(style) {
      var room = width - used - (line.isEmpty ? 0 : 1)
      if Self.width(word) > room, !line.isEmpty {
        lines.append(line)
        (line, used, room) = ([], 0, width)
      }
      if let last = line.last, let first = word.first {
        line.append((" ", last.role == first.role ? last.role : .plain))
        used += 1
      }
      for letter in word {
        let columns = letter.scalar.columns
        if used + columns > width, !line.isEmpty {
          lines.append(line)
          (line, used) = ([], 0)
        }
        line.append(letter)
        used += columns
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { Self.rendered($0, style) }
  }

  /// The text in one line of at most `width` columns, an ellipsis in place of what has no room.
  func line(width: Int, _ style: TerminalStyle) -> String {
    let letters = Array(words(style).joined(separator: [(" ", .plain)]))
    guard Self.width(letters) > width else { return Self.rendered(letters, style) }
    var kept: [Letter] = []
    var used = 0
    for letter in letters {
      guard used + letter.scalar.columns < width else { break }
      kept.append(letter)
      used += letter.scalar.columns
    }
    // An ellipsis behind a whole word reads better than behind half of one.
    if let blank = kept.lastIndex(where: { $0.scalar == " " }), blank > kept.count / 2 {
      kept.removeSubrange(blank...)
    }
    kept.append(("…", .plain))
    return Self.rendered(kept, style)
  }

  /// How many columns the text takes in one line.
  func width(_ style: TerminalStyle) -> Int {
    Self.width(Array(words(style).joined(separator: [(" ", .plain)])))
  }

  private func words(_ style: TerminalStyle) -> [[Letter]] {
    var words: [[Letter]] = []
    var word: [Letter] = []
    for (text, role) in runs {
      let (before, after) = style.marks(role)
      let letters = text.unicodeScalars.map(\.shown)
      let first = letters.firstIndex { $0 != " " } ?? letters.endIndex
      let last = letters.lastIndex { $0 != " " } ?? letters.startIndex
      for (index, scalar) in letters.enumerated() {
        if index == first { word += before.unicodeScalars.map { ($0, role) } }
        if scalar == " " {
          if !word.isEmpty { words.append(word) }
          word = []
        } else {
          word.append((scalar, role))
        }
        if index == last, first <= last { word += after.unicodeScalars.map { ($0, role) } }
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func width(_ letters: [Letter]) -> Int {
    letters.reduce(0) { $0 + $1.scalar.columns }
  }

  private static func rendered(_ letters: [Letter], _ style: TerminalStyle) -> String {
    var text = String.UnicodeScalarView()
    var role = Role.plain
    for letter in letters {
      if letter.role != role {
        text += style.closing(role).unicodeScalars
        text += style.opening(letter.role).unicodeScalars
        role = letter.role
      }
      text.append(letter.scalar)
    }
    text += style.closing(role).unicodeScalars
    return String(text)
  }
}

extension Unicode.Scalar {
  /// What a terminal is given for it: white space is a blank; a character that could steer the
  /// terminal, or turn the direction of writing, is U+FFFD.
  fileprivate var shown: Unicode.Scalar {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20, 0x85, 0x2028, 0x2029: " "
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }

  /// How many columns a terminal gives it: none to marks that are set upon others, two to the scripts
  /// and pictures that Unicode's East Asian Width calls wide, in whole blocks.
  var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
