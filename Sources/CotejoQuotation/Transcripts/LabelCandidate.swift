internal import CotejoICU
internal import CotejoText

/// What may be the label of a turn at the start of a line.
struct LabelCandidate {
  /// How it is set apart from speech.
  enum Shape {
    /// In capitals, but for titles and small words: `El señor PRESIDENTE:`.
    case capitals
    /// Between marks of bold type: `**Ibarra:**`.
    case bold
    /// A single letter: `Q:`.
    case letter
    /// By nothing but its place: `The President:`.
    case plain
  }

  let shape: Shape
  /// Its bytes, without the colon and marks around it.
  let span: TextSpan
  /// Where what is said begins, behind blanks; the end of the line if nothing is.
  let contentStart: Int

  /// No label is longer, in bytes.
  private static let longest = 300
  /// A plain label has no more words.
  private static let mostPlainWords = 8

  /// Looks at a line.
  init?(at start: Int, end: Int, in text: Span<UInt8>, words: TranscriptWords) {
    var offset = start
    var stars = 0
    while offset < end {
      let (scalar, width) = text.decodeScalar(at: offset)
      guard Self.isLead(scalar) else { break }
      if scalar == 0x2A || scalar == 0x5F { stars += 1 }
      offset += width
    }
    let lower = offset
    guard let stop = Self.stop(from: lower, end: end, in: text) else { return nil }
    var upper = stop.end
    var next = stop.next
    func isStar(_ offset: Int) -> Bool {
      text[offset] == UInt8(ascii: "*") || text[offset] == UInt8(ascii: "_")
    }
    var closing = 0
    while upper > lower, isStar(upper - 1) || text[upper - 1] == 0x20 {
      if isStar(upper - 1) { closing += 1 }
      upper -= 1
    }
    while next < end, isStar(next) {
      closing += 1
      next += 1
    }
    // A time or an address is no label; a label may lack the blank behind it.
    if stop.isColon, next < end, (0x2F...0x39).contains(text[next]) { return nil }
    guard upper > lower else { return nil }
    while next < end, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
    contentStart = next
    span = TextSpan(Int32(lower), Int32(upper))
    let written = String(decoding: Array(text, lower..<upper), as: UTF8.self)
    guard
      let shape = Self.shape(
        written, isBold: stars >= 2 && closing >= 2, isColon: stop.isColon, words)
    else { return nil }
    self.shape = shape
  }

  /// Marks that may stand before a label: blanks, dashes, bullets, quotation marks, Markdown.
  private static func isLead(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x2A, 0x5F, 0x3E, 0x2D, 0x2010...0x2015, 0x2022, 0xAB, 0x22, 0x201C, 0x2018:
      true
    default: false
    }
  }

  /// Where the mark stands that ends a label: a colon, or a stop with a dash, outside brackets.
  private static func stop(
    from start: Int, end: Int, in text: Span<UInt8>
  ) -> (end: Int, next: Int, isColon: Bool)? {
    let limit = min(end, start + longest)
    var depth = 0
    var offset = start
    while offset < limit {
      let (scalar, width) = text.decodeScalar(at: offset)
      switch scalar {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth -= 1
      case 0x3A, 0xFF1A: if depth == 0 { return (offset, offset + width, true) }
      case 0x2E where depth == 0:
        var dash = offset + 1
        if dash < limit, text[dash] == 0x20 { dash += 1 }
        guard dash < limit else { break }
        let (mark, markWidth) = text.decodeScalar(at: dash)
        if mark == 0x2D || (0x2012...0x2015).contains(mark) {
          return (offset, dash + markWidth, false)
        }
      case 0x21, 0x3F, 0x3B, 0xBF, 0xA1: return nil
      default: break
      }
      if depth < 0 { return nil }
      offset += width
    }
    return nil
  }

  private static func shape(
    _ written: String, isBold: Bool, isColon: Bool, _ words: TranscriptWords
  ) -> Shape? {
    let parts = outsideBrackets(written).split { $0 == " " || $0 == "," || $0 == "\t" }
    let letters = parts.reduce(0) { $0 + $1.unicodeScalars.count { $0.properties.isAlphabetic } }
    guard letters > 0 else { return nil }
    if letters == 1 {
      let letter = LabelReader.folded(written)
      let isKnown = words.contains(letter, .questions) || words.contains(letter, .answers)
      return isColon && isKnown ? .letter : nil
    }
    func isSmall(_ word: Substring) -> Bool {
      let folded = LabelReader.folded(word)
      return words.contains(folded, .titles) || words.contains(folded, .connectors)
    }
    func isCapitals(_ word: Substring) -> Bool { word == word.uppercased() }
    let capitals = parts.filter { isCapitals($0) && $0.contains { $0.isLetter } }
    if capitals.contains(where: { $0.count > 1 }),
      parts.allSatisfy({ isCapitals($0) || isSmall($0) })
    {
      return .capitals
    }
    guard isColon, parts.count <= mostPlainWords else { return isBold ? .bold : nil }
    if isBold { return .bold }
    let isPlain = parts.allSatisfy { word in
      word.first?.isUppercase == true || isSmall(word)
    }
    return isPlain && parts[0].first?.isUppercase == true ? .plain : nil
  }

  private static func outsideBrackets(_ text: String) -> String {
    var depth = 0
    var outside = ""
    for character in text {
      if character == "(" || character == "[" { depth += 1 }
      if depth == 0 { outside.append(character) }
      if character == ")" || character == "]" { depth -= 1 }
    }
    return outside
  }
}

extension [UInt8] {
  /// Copies a range of a span.
  init(_ span: Span<UInt8>, _ range: Range<Int>) {
    self = span.extracting(range).withUnsafeBufferPointer { Array($0) }
  }
}
