/// Puts plain letters in place of ligatures and full-width forms.
///
/// Ligatures are the Latin ones of U+FB00–U+FB06, which typesetting leaves in text. Full-width letters
/// and digits (U+FF01–U+FF5E) always become plain; full-width marks, and the signs for cent, pound and
/// yen, only where no ideograph or kana stands beside them, for among those they are the usual ones.
struct FormRepair: TextRepair {
  let ligatures: Bool
  let fullWidth: Bool

  var needs: TextFeatures { .presentationForm }

  func repaired(_ view: TextView, repairs: inout Repairs) -> RepairedText? {
    let text = view.bytes.span
    var builder = ViewBuilder(view.bytes)
    var index = 0
    while index + 2 < text.count {
      // All of them begin with EF AC, EF BC, EF BD or EF BF.
      guard text[index] == 0xEF else {
        index += 1
        continue
      }
      let end = index + 3
      let scalar = text.scalar(at: index)
      if ligatures, let letters = Self.letters(of: scalar) {
        builder.replace(index..<end, with: letters.utf8)
        repairs.note(.ligature, at: view.sourceOffset(of: index))
      } else if fullWidth, let plain = Self.plain(scalar),
        plain.isAlphanumeric || !Self.isAmongIdeographs(text, index, end)
      {
        builder.replace(index..<end, with: plain)
        repairs.note(.fullWidth, at: view.sourceOffset(of: index))
      }
      index = end
    }
    return builder.finish()
  }

  /// The letters of a ligature (compatibility decompositions of the Unicode Character Database).
  private static func letters(of scalar: UInt32) -> String? {
    switch scalar {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    // Long s with t, and s with t.
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
  }

  private static func plain(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0xFFE0: 0xA2
    case 0xFFE1: 0xA3
    case 0xFFE5: 0xA5
    default: nil
    }
  }

  /// Whether an ideograph, kana or Hangul, or a mark of theirs, stands next to a range.
  private static func isAmongIdeographs(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    func isIdeographic(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF:
        true
      default: false
      }
    }
    let isBehind = start > 0 && isIdeographic(text.scalar(at: text.scalarStart(before: start)))
    return isBehind || end < text.count && isIdeographic(text.scalar(at: end))
  }
}

extension UInt32 {
  /// Whether a code point is a letter or digit of ASCII.
  fileprivate var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
