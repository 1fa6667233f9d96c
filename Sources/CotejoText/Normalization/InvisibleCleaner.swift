/// Takes out of a text what a reader does not see: controls, characters without width, odd spaces.
struct InvisibleCleaner: TextRepair {
  let options: Normalizer.Options

  var needs: TextFeatures { [] }

  func repaired(_ view: TextView, repairs: inout Repairs) -> RepairedText? {
    let text = view.bytes.span
    var builder = ViewBuilder(view.bytes)
    // Found out when the first mark of direction turns up.
    var runsLeftToRight: Bool?
    var joint = Joint()
    var index = CharacterScanner.next(in: text, from: 0)
    while index < text.count {
      let (scalar, width) = text.decodeScalar(at: index)
      var end = index + width
      if let change = Self.change(of: scalar, next: end < text.count ? text[end] : 0) {
        let wanted =
          switch change.kind {
          case .zeroWidth where scalar == 0x200C || scalar == 0x200D:
            options.zeroWidth && joint.isLatin(in: text, index, end)
          case .zeroWidth, .softHyphen: options.zeroWidth
          case .space: options.spaces
          case .directionMark:
            options.directionMarks && Self.isLeftToRight(text, known: &runsLeftToRight)
          default: options.controls
          }
        if wanted {
          if change.kind == .carriageReturnLineFeed { end += 1 }
          builder.replace(index..<end, with: change.instead)
          let place = view.sourceSpan(of: TextSpan(Int32(index), Int32(end))).lower
          repairs.note(change.kind, at: Int(place))
        }
      }
      index = CharacterScanner.next(in: text, from: end)
    }
    return builder.finish()
  }

  /// What a code point becomes if its option is on; `nil` for it stays.
  @inline(__always)
  private static func change(
    of scalar: UInt32, next: UInt8
  ) -> (kind: Repairs.Kind, instead: UInt32?)? {
    switch scalar {
    case 0xAD: (.softHyphen, nil)
    case 0x200B...0x200D, 0x2060, 0xFEFF: (.zeroWidth, nil)
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: (.directionMark, nil)
    // All of Unicode's category Zs but U+0020 itself.
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: (.space, 0x20)
    // The five that Windows-1252 does not have.
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: (.control, nil)
    default: LineEnds.rule(scalar, next: next)
    }
  }

  /// Whether no character of a text belongs to a script that runs from right to left.
  private static func isLeftToRight(_ text: Span<UInt8>, known: inout Bool?) -> Bool {
    if let known { return known }
    var index = 0
    var answer = true
    while index < text.count, answer {
      let lead = text[index]
      // Hebrew to Arabic Extended lie from D6 90 to E0 A3 BF; their other blocks are rarer.
      if lead < 0xD6 || lead > 0xE0 && lead < 0xEF {
        index += 1
        continue
      }
      let (scalar, width) = text.decodeScalar(at: index)
      switch scalar {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF,
        0x1_E800...0x1_EFFF:
        answer = false
      default: break
      }
      index += width
    }
    known = answer
    return answer
  }
}

/// The two characters that stand on both sides of characters without width.
private struct Joint {
  /// The offsets of the two, and whether both are Latin letters: a long run of characters without
  /// width is looked through once, not once for each.
  private var lower = 0
  private var upper = 0
  private var isLatin = false

  /// Whether Latin letters stand on both sides of a range, past marks and characters without width.
  mutating func isLatin(in text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if start > lower, start < upper { return isLatin }
    lower = start
    repeat {
      guard lower > 0 else { break }
      lower = text.scalarStart(before: lower)
    } while Self.isPassed(text.scalar(at: lower))
    upper = end
    while upper < text.count {
      let (scalar, width) = text.decodeScalar(at: upper)
      guard Self.isPassed(scalar) else { break }
      upper += width
    }
    isLatin =
      upper < text.count
      && Self.isLetter(text.scalar(at: lower)) && Self.isLetter(text.scalar(at: upper))
    return isLatin
  }

  private static func isPassed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x0300...0x036F, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// The letters of the Latin blocks: Basic to Extended-B with IPA, and Extended Additional.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF,
      0x1E00...0x1EFF:
      true
    default: false
    }
  }
}
