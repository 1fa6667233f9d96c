/// What a regular expression is made of, as far as it tells which characters a match may have.
///
/// It holds more matches than the expression: what stands around a match, back references and the
/// order of choices are left out.
indirect enum PatternShape {
  /// Matches without a character: an anchor, a look around.
  case nothing
  /// One code point.
  case literal(UInt32)
  /// One code point of a class, as the expression writes it.
  case atom(String)
  /// One after another.
  case sequence([PatternShape])
  /// One of them.
  case choice([PatternShape])
  /// Again and again; `most` is nil where there is no bound.
  case repeated(PatternShape, least: Int, most: Int?)

  /// The shape of an expression that ICU takes, and whether it matches letters in any case; `nil` for
  /// one that holds what is not known here, such as a back reference, a quoted stretch or comments.
  static func read(_ expression: String) -> (shape: PatternShape, isCaseless: Bool)? {
    var reader = PatternShapeReader(expression)
    guard let shape = reader.choice(), reader.isAtEnd else { return nil }
    return (shape, reader.isCaseless)
  }

  /// The most code points that a match has, if there is a bound.
  var longest: Int? {
    switch self {
    case .nothing: return 0
    case .literal, .atom: return 1
    case .sequence(let parts):
      var sum = 0
      for part in parts {
        guard let longest = part.longest else { return nil }
        sum += longest
      }
      return sum
    case .choice(let parts):
      var most = 0
      for part in parts {
        guard let longest = part.longest else { return nil }
        most = max(most, longest)
      }
      return most
    case .repeated(let part, _, let most):
      guard let longest = part.longest else { return nil }
      if longest == 0 { return 0 }
      // More than any look back.
      return most.map { $0 > 10_000 ? 10_000 : $0 * min(longest, 10_000) }
    }
  }
}

/// Reads an expression from left to right; each part gives `nil` for what is not known.
struct PatternShapeReader {
  private let scalars: [UInt32]
  private var index = 0
  private var depth = 0
  /// Whether some of the expression matches letters in any case.
  private(set) var isCaseless = false

  /// Groups may not be nested deeper: a deeper expression is taken as one that is not known.
  private static let deepest = 64

  init(_ expression: String) {
    scalars = expression.unicodeScalars.map(\.value)
  }

  var isAtEnd: Bool { index == scalars.count }

  private func peek(_ ahead: Int = 0) -> UInt32? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private func isNext(_ character: Unicode.Scalar) -> Bool { peek() == character.value }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    index += 1
    return true
  }

  /// Sequences with `|` between them, up to a `)` or the end.
  mutating func choice() -> PatternShape? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    var choices: [PatternShape] = []
    repeat {
      var parts: [PatternShape] = []
      while !isAtEnd, !isNext("|"), !isNext(")") {
        guard let part = atom(), let repeated = quantified(part) else { return nil }
        parts.append(repeated)
      }
      choices.append(parts.count == 1 ? parts[0] : .sequence(parts))
    } while take("|")
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func quantified(_ part: PatternShape) -> PatternShape? {
    var part = part
    while true {
      var bounds: (least: Int, most: Int?)
      if take("*") {
        bounds = (0, nil)
      } else if take("+") {
        bounds = (1, nil)
      } else if take("?") {
        bounds = (0, 1)
      } else if isNext("{") {
        guard let read = interval() else { return nil }
        bounds = read
      } else {
        return part
      }
      // Of another mind how much to take, but the same matches.
      if !take("?") { _ = take("+") }
      part = .repeated(part, least: bounds.least, most: bounds.most)
    }
  }

  /// `{2}`, `{2,}` or `{2,3}`.
  private mutating func interval() -> (least: Int, most: Int?)? {
    guard take("{"), let least = number() else { return nil }
    var most: Int? = least
    if take(",") { most = isNext("}") ? nil : number() ?? -1 }
    guard take("}"), (most ?? least) >= least else { return nil }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = peek(), 0x30...0x39 ~= digit {
      value = min((value ?? 0) * 10 + Int(digit - 0x30), 1_000_000)
      index += 1
    }
    return value
  }

  private mutating func atom() -> PatternShape? {
    guard let scalar = peek() else { return nil }
    switch Unicode.Scalar(scalar) {
    case "(": return group()
    case "[": return bracket()
    case "\\": return escape()
    case "^", "$":
      index += 1
      return .nothing
    case ".":
      index += 1
      return .atom(".")
    case "*", "+", "?", "{": return nil
    default:
      index += 1
      return .literal(scalar)
    }
  }

  // MARK: Groups

  private mutating func group() -> PatternShape? {
    index += 1
    var isLook = false
    if take("?") {
      switch peek().flatMap(Unicode.Scalar.init) {
      case ":", ">": index += 1
      case "=", "!":
        index += 1
        isLook = true
      case "<":
        index += 1
        if isNext("=") || isNext("!") {
          index += 1
          isLook = true
        } else {
          while let next = peek(), next != 0x3E, next < 0x80 { index += 1 }
          guard take(">") else { return nil }
        }
      case "#":
        while let next = peek(), next != 0x29 { index += 1 }
        return take(")") ? .nothing : nil
      default:
        guard flags() else { return nil }
        // `(?i)` holds for what is behind it.
        if take(")") { return .nothing }
        guard take(":") else { return nil }
      }
    }
    guard let inside = choice(), take(")") else { return nil }
    return isLook ? .nothing : inside
  }

  /// Flags up to `:` or `)`; false for those that change what the expression is written in.
  private mutating func flags() -> Bool {
    while let flag = peek().flatMap(Unicode.Scalar.init), flag != ":", flag != ")" {
      switch flag {
      case "i": isCaseless = true
      case "m", "s", "w", "-": break
      default: return false
      }
      index += 1
    }
    return true
  }

  // MARK: Classes and escapes

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    for value in scalars[start..<index] {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  private mutating func bracket() -> PatternShape? {
    let start = index
    var open = 0
    repeat {
      guard let scalar = peek().flatMap(Unicode.Scalar.init) else { return nil }
      index += 1
      switch scalar {
      case "\\":
        guard peek() != 0x51 else { return nil }
        index += 1
      case "[":
        open += 1
        _ = take("^")
        // The first in a class stands for itself.
        _ = take("]")
      case "]": open -= 1
      default: break
      }
    } while open > 0
    return index <= scalars.count ? .atom(text(from: start)) : nil
  }

  private mutating func escape() -> PatternShape? {
    let start = index
    index += 1
    guard let scalar = peek().flatMap(Unicode.Scalar.init) else { return nil }
    index += 1
    switch scalar {
    case "b", "B", "A", "Z", "z", "G":
      return .nothing
    case "1"..."9", "k", "Q", "E", "X", "R":
      return nil
    case "p", "P", "N":
      guard take("{") else { return nil }
      while let next = peek(), next != 0x7D { index += 1 }
      return take("}") ? .atom(text(from: start)) : nil
    case "x":
      if take("{") {
        while let next = peek(), next != 0x7D { index += 1 }
        return take("}") ? .atom(text(from: start)) : nil
      }
      return fixed(2, from: start)
    case "u": return fixed(4, from: start)
    case "U": return fixed(8, from: start)
    case "0":
      while let next = peek(), 0x30...0x37 ~= next, index - start < 5 { index += 1 }
      return .atom(text(from: start))
    case "c": return fixed(1, from: start)
    case "a"..."z", "A"..."Z":
      return .atom(text(from: start))
    default:
      return .literal(scalar.value)
    }
  }

  /// An escape that so many more characters belong to.
  private mutating func fixed(_ count: Int, from start: Int) -> PatternShape? {
    guard index + count <= scalars.count else { return nil }
    index += count
    return .atom(text(from: start))
  }
}
