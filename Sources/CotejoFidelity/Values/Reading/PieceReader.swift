internal import CotejoText

/// Cuts the tokens of a text into pieces.
struct PieceReader: Sendable {
  private let language: ValueLanguage
  private var folder = WordFolder()
  /// The pieces so far, in order.
  private(set) var pieces: [Piece] = []
  /// Whether a piece is a number or a word that the grammar knows.
  private(set) var hasValues = false

  /// Makes a reader for one sentence after another.
  init(_ language: ValueLanguage) {
    self.language = language
  }

  /// Replaces the pieces with those of `tokens`, which are in order and lie in `text`.
  mutating func read(_ text: Span<UInt8>, _ tokens: Span<Token>) {
    pieces.removeAll(keepingCapacity: true)
    hasValues = false
    for index in tokens.indices {
      let range = tokens[index].span.range
      guard range.lowerBound >= 0, range.upperBound <= text.count, !range.isEmpty else { continue }
      if tokens[index].kind == .mark, !Self.isDigit(text[range.lowerBound]) {
        appendMark(text, range)
      } else {
        appendWord(text, range)
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// Whether no white space parts the last piece and what begins at `offset`.
  private func isAttached(_ offset: Int) -> Bool {
    pieces.last.map { Int($0.upper) == offset } ?? false
  }

  private mutating func appendMark(_ text: Span<UInt8>, _ range: Range<Int>) {
    var piece = Piece(
      lower: Int32(range.lowerBound), upper: Int32(range.upperBound),
      isAttached: isAttached(range.lowerBound))
    piece.mark = text.scalar(at: range.lowerBound)
    look(up: &piece, text)
    if Self.fraction(piece.mark) != nil { hasValues = true }
    pieces.append(piece)
  }

  /// Splits a token of letters and digits.
  private mutating func appendWord(_ text: Span<UInt8>, _ range: Range<Int>) {
    var lower = range.lowerBound
    while lower < range.upperBound {
      var upper = lower
      if Self.isDigit(text[lower]) {
        upper = digitsEnd(text, lower, range.upperBound)
        appendDigits(text, lower..<upper)
      } else if text[lower] < 0x80, Self.isMark(text[lower]) {
        upper = lower + 1
        appendMark(text, lower..<upper)
      } else {
        while upper < range.upperBound, !Self.isDigit(text[upper]), !Self.isMark(text[upper]) {
          upper += 1
        }
        upper -= Self.possessive(text, lower..<upper)
        var piece = Piece(
          lower: Int32(lower), upper: Int32(upper), isAttached: isAttached(lower))
        let first = text[lower]
        piece.isCapital =
          UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first
          || first == 0xC3 && upper - lower > 1 && text[lower + 1] < 0x9F
        if piece.isCapital { piece.roman = Piece.roman(text, lower..<upper) }
        look(up: &piece, text)
        pieces.append(piece)
      }
      lower = upper
    }
  }

  /// How many bytes an English genitive takes at the end of a word, 0 if it has none.
  private static func possessive(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count > 2, text[range.upperBound - 1] == UInt8(ascii: "s") else { return 0 }
    let before = text.scalarStart(before: range.upperBound - 1, floor: range.lowerBound)
    guard before > range.lowerBound, [0x27, 0x2019].contains(text.scalar(at: before)) else {
      return 0
    }
    return range.upperBound - before
  }

  /// Marks that ICU's words may hold inside and the grammar takes apart.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "_")
  }

  /// Where digits with separators end that begin at `offset`.
  private func digitsEnd(_ text: Span<UInt8>, _ offset: Int, _ ceiling: Int) -> Int {
    var end = offset
    while end < ceiling {
      if Self.isDigit(text[end]) {
        end += 1
        continue
      }
      let width = text.scalarWidth(at: end)
      guard end + width < ceiling, Self.isDigit(text[end + width]) else { break }
      let scalar = text.scalar(at: end)
      guard [0x2E, 0x2C, 0x27, 0x2019, 0xA0, 0x202F, 0x2009].contains(scalar) else { break }
      end += width
    }
    return end
  }

  /// Appends a number, or its parts where the separators make none.
  private mutating func appendDigits(_ text: Span<UInt8>, _ range: Range<Int>) {
    hasValues = true
    if let digits = Digits(text, range, traits: language.traits) {
      if joinsMiddleDot(range, digits) || joinsBarePoint(range, digits) { return }
      dropSpacedComma(range, digits)
      if joinsLast(text, range, digits), let last = pieces.last?.digits {
        pieces[pieces.count - 1].upper = Int32(range.upperBound)
        pieces[pieces.count - 1].digits = Digits(joining: last, digits)
        return
      }
      var piece = Piece(
        lower: Int32(range.lowerBound), upper: Int32(range.upperBound),
        isAttached: isAttached(range.lowerBound))
      piece.digits = digits
      // For phrases that hold digits: km2, "round of 16".
      if range.count <= 3 { look(up: &piece, text) }
      pieces.append(piece)
      return
    }
    var lower = range.lowerBound
    while lower < range.upperBound {
      var upper = lower
      while upper < range.upperBound, Self.isDigit(text[upper]) { upper += 1 }
      if upper == lower {
        upper += text.scalarWidth(at: lower)
        appendMark(text, lower..<upper)
      } else {
        appendDigits(text, lower..<upper)
      }
      lower = upper
    }
  }

  /// Whether digits are the decimals of a number with a raised point, as some journals print:
  /// *9·2*; if so, they are joined to it.
  private mutating func joinsMiddleDot(_ range: Range<Int>, _ digits: Digits) -> Bool {
    guard pieces.count > 1, let dot = pieces.last, dot.mark == 0xB7, dot.isAttached,
      Int(dot.upper) == range.lowerBound, !digits.hasSeparator,
      let left = pieces[pieces.count - 2].digits, !left.hasSeparator
    else { return false }
    pieces.removeLast()
    pieces[pieces.count - 1].upper = Int32(range.upperBound)
    pieces[pieces.count - 1].digits = Digits(decimal: left, digits)
    return true
  }

  /// Whether digits are the decimals of a point without a number before it: *.08*; if so, the point
  /// becomes the number.
  private mutating func joinsBarePoint(_ range: Range<Int>, _ digits: Digits) -> Bool {
    guard let point = pieces.last, point.mark == 0x2E, !point.isAttached,
      Int(point.upper) == range.lowerBound, !digits.hasSeparator
    else { return false }
    var piece = Piece(lower: point.lower, upper: Int32(range.upperBound), isAttached: false)
    piece.digits = Digits(decimal: nil, digits)
    pieces[pieces.count - 1] = piece
    return true
  }

  /// Removes the comma between a number and three digits that only a group begins with: *80, 000*.
  private mutating func dropSpacedComma(_ range: Range<Int>, _ digits: Digits) {
    guard digits.count == 3, digits.hasLeadingZero, !digits.hasSeparator, pieces.count > 1,
      let comma = pieces.last, comma.mark == 0x2C, comma.isAttached,
      Int(comma.upper) + 1 == range.lowerBound,
      let left = pieces[pieces.count - 2].digits, left.count <= 3, !left.hasSeparator
    else { return }
    pieces.removeLast()
    pieces[pieces.count - 1].upper = comma.upper
  }

  /// Whether digits go on with the last number after a grouping space: *15 000*, *1 234,50*.
  private func joinsLast(_ text: Span<UInt8>, _ range: Range<Int>, _ digits: Digits) -> Bool {
    guard let last = pieces.last, let left = last.digits, left.main > 0, left.decimals == 0,
      !left.hasLeadingZero, digits.other.isNaN
    else { return false }
    let integerDigits = digits.count - digits.decimals
    guard integerDigits == 3, digits.decimals > 0 || !digits.hasSeparator,
      left.hasSpaces || !left.hasSeparator && left.count <= 3
    else { return false }
    let space = Int(last.upper)..<range.lowerBound
    switch space.count {
    case 1: return text[space.lowerBound] == 0x20
    case 2, 3:
      let scalar = text.scalar(at: space.lowerBound)
      return text.scalarWidth(at: space.lowerBound) == space.count
        && [0xA0, 0x202F, 0x2009].contains(scalar)
    default: return false
    }
  }

  /// Looks a piece up in the vocabulary.
  private mutating func look(up piece: inout Piece, _ text: Span<UInt8>) {
    guard folder.fold(text, Int(piece.lower)..<Int(piece.upper)) else { return }
    piece.word = language.vocabulary.word(folder.bytes)
    piece.reach = language.vocabulary.reach(of: piece.word)
    if !piece.reach.isDisjoint(with: ValueRoles.starts) { hasValues = true }
  }

  /// The value of a sign such as ½ (UnicodeData.txt, Numeric_Value).
  static func fraction(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0xBC: 1 / 4
    case 0xBD: 1 / 2
    case 0xBE: 3 / 4
    case 0x2150: 1 / 7
    case 0x2151: 1 / 9
    case 0x2152: 1 / 10
    case 0x2153: 1 / 3
    case 0x2154: 2 / 3
    case 0x2155...0x2158: Double(scalar - 0x2154) / 5
    case 0x2159: 1 / 6
    case 0x215A: 5 / 6
    case 0x215B: 1 / 8
    case 0x215C: 3 / 8
    case 0x215D: 5 / 8
    case 0x215E: 7 / 8
    default: nil
    }
  }
}
