internal import CotejoText

/// The turn of a dialogue that a raya begins, as Spanish and other languages print it.
///
/// The rules are those of the Academy's *Ortografía de la lengua española* (2010) on the raya, and what
/// printers of the nineteenth century and typists of today do instead: an en dash, a horizontal bar,
/// one or two hyphens; a blank behind the raya; no raya after the narration.
enum DialogueTurn {
  /// Where the words of the turn begin that a paragraph is, behind its raya; `nil` if it is none.
  static func start(of paragraph: Range<Int>, in text: Span<UInt8>) -> Int? {
    guard let dash = dashEnd(at: paragraph.lowerBound, in: text, ceiling: paragraph.upperBound)
    else { return nil }
    let words = text.skipping(from: dash.end, ceiling: paragraph.upperBound) { $0 == .blank }
    guard words < paragraph.upperBound else { return nil }
    switch TextCharacter(text.scalar(at: words)) {
    case .digit where dash.isHyphen: return nil
    case .upper, .lower, .digit, .opener, .stop, .other: break
    default: return nil
    }
    // `- so` is an item of a list as often as a turn: only the marks of speech tell.
    if dash.isHyphen, words > dash.end {
      guard hasMarkOfSpeech(words..<paragraph.upperBound, in: text) else { return nil }
    }
    if isSignature(words..<paragraph.upperBound, in: text) { return nil }
    return words
  }

  /// Where the dash ends that begins at `offset`, and whether it is typed with hyphens or an en
  /// dash, which also begin items of lists.
  static func dashEnd(
    at offset: Int, in text: Span<UInt8>, ceiling: Int
  ) -> (end: Int, isHyphen: Bool)? {
    guard offset < ceiling else { return nil }
    let (scalar, width) = text.decodeScalar(at: offset)
    switch scalar {
    case 0x2014, 0x2015: return (offset + width, false)
    case 0x2013, 0x2012: return (offset + width, true)
    case 0x2D:
      let isDouble = offset + 1 < ceiling && text[offset + 1] == 0x2D
      return (offset + (isDouble ? 2 : 1), !isDouble)
    default: return nil
    }
  }

  /// Whether words hold what items of lists lack: `¿`, `¡`, an exclamation, another raya.
  private static func hasMarkOfSpeech(_ words: Range<Int>, in text: Span<UInt8>) -> Bool {
    var offset = words.lowerBound
    while offset < words.upperBound {
      let (scalar, width) = text.decodeScalar(at: offset)
      switch scalar {
      case 0x21, 0x3F, 0xBF, 0xA1, 0x2014, 0x2015: return true
      default: offset += width
      }
    }
    return false
  }

  /// Whether words are the name under a text: few, each with a capital, and no stop behind them.
  private static func isSignature(_ words: Range<Int>, in text: Span<UInt8>) -> Bool {
    let last = text.textCharacter(before: words.upperBound, floor: words.lowerBound)
    guard last != .stop, words.count < 60 else { return false }
    var offset = words.lowerBound
    var count = 0
    var capitals = 0
    while offset < words.upperBound {
      let character = TextCharacter(text.scalar(at: offset))
      guard character.isWord else {
        if character == .opener || character == .dash { return false }
        offset += text.scalarWidth(at: offset)
        continue
      }
      count += 1
      if character == .upper { capitals += 1 }
      offset = text.skipping(from: offset, ceiling: words.upperBound) { $0.isWord }
    }
    return count >= 2 && count <= 5 && capitals == count
  }
}
