/// Whether a stop without a space behind it ends a sentence or stands within an address or a name.
extension SentenceRules {
  /// Whether a sentence ends where the writer left the space out: `fin.Luego`, `¿Qué?¿Cómo?`.
  func endsWithoutSpace(
    _ gap: SentenceGap, in text: Span<UInt8>, floor: Int, ceiling: Int
  ) -> Bool {
    switch text.sentenceCharacter(at: gap.next, ceiling: ceiling) {
    case .inverted:
      return !gap.isEllipsis
    case .opener:
      return gap.isQuoteEnd && SentenceGap.isQuotationMark(text.scalar(at: gap.next))
    case .upper:
      guard !gap.isClosed else { return false }
      return isProse(before: gap.stop, in: text, floor: floor)
        && isProse(from: gap.next, in: text, ceiling: ceiling)
    case .lower:
      // `Is it?thanks`: a full stop in such a place belongs to an address or a file's name.
      guard breaksBeforeLowerCase, gap.isStrong, !gap.isClosed else { return false }
      return isProse(before: gap.stop, in: text, floor: floor)
        && isProse(from: gap.next, in: text, ceiling: ceiling)
    default:
      return false
    }
  }

  /// Whether the text before a stop is a word in small letters and no part of an address.
  private func isProse(before stop: Int, in text: Span<UInt8>, floor: Int) -> Bool {
    var offset = text.wordStart(before: stop, floor: floor)
    guard stop - offset >= 3 else { return false }
    var inside = offset
    while inside < stop {
      guard text.sentenceCharacter(at: inside, ceiling: stop) == .lower || inside == offset else {
        return false
      }
      inside += text.scalarWidth(at: inside)
    }
    // The rest of what stands before it without a space; so long a stretch is no word.
    let limit = max(floor, offset - 32)
    while offset > limit, text[offset - 1] > 0x20 {
      switch text[offset - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"),
        UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "="):
        return false
      default: offset -= 1
      }
    }
    return true
  }

  /// Whether what follows a stop is a word, with a capital at most at its start, and no part of an address.
  private func isProse(from next: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let end = text.wordEnd(from: next, ceiling: ceiling)
    let second = next + text.scalarWidth(at: next)
    // `I`, `A` or `Y` alone are words, too.
    if end > second {
      guard text.sentenceCharacter(at: second, ceiling: ceiling) == .lower else { return false }
    } else if end < ceiling, text[end] != 0x20, text[end] != UInt8(ascii: "'") {
      return false
    }
    var offset = end
    let limit = min(ceiling, end + 32)
    while offset < limit, text[offset] > 0x20 {
      switch text[offset] {
      case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "("),
        UInt8(ascii: "="):
        return false
      case UInt8(ascii: "."):
        if offset + 1 < limit, text[offset + 1] > 0x20, text[offset + 1] < 0x80 { return false }
      default: break
      }
      offset += 1
    }
    return true
  }
}
