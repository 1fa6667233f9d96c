/// Brings back text that was written in UTF-8 and read in Windows-1252 or ISO 8859-1, also several
/// times over: *Ã±* is *ñ*, *â€œ* is *“*.
///
/// A sequence of characters whose bytes in Windows-1252 are one character of UTF-8 is brought back
/// where nobody could have meant it as it stands; *Spaß»* and *café”»* have the bytes of such
/// sequences too, and stay. See ``Sequence/Certainty`` for the rules.
struct MojibakeRepair: TextRepair {
  /// How often text can have been read wrongly.
  private static let mostTimes = 3

  var needs: TextFeatures { .accentedPair }

  func repaired(_ view: TextView, repairs: inout Repairs) -> RepairedText? {
    var result = TextView(unchanged: view.bytes)
    for _ in 0..<Self.mostTimes {
      guard let (bytes, edits) = Self.repairedOnce(result.bytes) else { break }
      result = result.applying(edits, bytes: bytes)
    }
    guard !result.edits.isEmpty else { return nil }
    for edit in result.edits {
      repairs.note(.mojibake, at: view.sourceOffset(of: Int(edit.source.lower)))
    }
    return (result.bytes, result.edits)
  }

  private static func repairedOnce(_ bytes: [UInt8]) -> RepairedText? {
    let sequences = sequences(in: bytes.span)
    guard sequences.contains(where: { $0.certainty == .certain }) else { return nil }
    var builder = ViewBuilder(bytes)
    for sequence in sequences where sequence.certainty != .none {
      builder.replace(sequence.range, with: sequence.scalar)
    }
    return builder.finish()
  }

  /// The sequences of a text, in order, with how sure each is.
  private static func sequences(in text: Span<UInt8>) -> [Sequence] {
    var sequences: [Sequence] = []
    var index = 0
    while let start = nextLead(in: text, from: index) {
      guard var sequence = Sequence(in: text, at: start) else {
        index = start + 2
        continue
      }
      // Sequences side by side are words of a script that has nothing else.
      if let last = sequences.indices.last,
        sequences[last].range.upperBound == sequence.range.lowerBound
      {
        sequences[last].certainty = .certain
        sequence.certainty = .certain
      }
      sequences.append(sequence)
      index = sequence.range.upperBound
    }
    return sequences
  }

  /// The next offset where a letter from U+00C2 to U+00F4 stands before a character that is not ASCII.
  static func nextLead(in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 3 < text.count {
      if text[index] == 0xC3, text[index + 2] >= 0xC2, (0x82...0xB4).contains(text[index + 1]) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Characters whose bytes in Windows-1252 are one character of UTF-8.
  struct Sequence {
    /// Whether the characters are brought back.
    enum Certainty {
      /// Nobody can have meant the characters themselves: *Ã* or *Â* not behind a capital; *â€* and its
      /// like (the blocks from U+2000 to U+213F); *ðŸ* (emoji); a capital behind a small letter
      /// or before one; a control character among them; or another sequence right beside it.
      case certain
      /// *Ã* or *Â* behind a capital and at the end of its word, as in *IRMÃ”*: brought back only where
      /// the text has others that are certain.
      case doubtful
      /// The characters may well be meant.
      case none
    }

    /// The bytes of the characters.
    let range: Range<Int>
    /// The code point that they are brought back to.
    let scalar: UInt32
    var certainty: Certainty

    /// Reads a sequence; `nil` if none begins at `start`.
    init?(in text: Span<UInt8>, at start: Int) {
      let lead = text.scalar(at: start)
      guard (0xC2...0xF4).contains(lead) else { return nil }
      let length = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
      var value = lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
      var index = start + 2
      var second: UInt32 = 0
      var hasControl = false
      for place in 0..<length {
        guard index < text.count else { return nil }
        let (scalar, width) = text.decodeScalar(at: index)
        guard let byte = Windows1252.byte(of: scalar), byte & 0xC0 == 0x80 else { return nil }
        hasControl = hasControl || (0x80...0x9F).contains(scalar)
        if place == 0 { second = UInt32(byte) }
        value = value << 6 | UInt32(byte & 0x3F)
        index += width
      }
      // Neither overlong nor a surrogate, nor above the last code point.
      switch length {
      case 2: guard value >= 0x800, !(0xD800...0xDFFF).contains(value) else { return nil }
      case 3: guard (0x1_0000...0x10_FFFF).contains(value) else { return nil }
      default: break
      }
      scalar = value
      range = start..<index
      let before = start > 0 ? text.scalar(at: text.scalarStart(before: start)) : 0x20
      let after = index < text.count ? text.scalar(at: index) : 0x20
      certainty =
        hasControl ? .certain : Self.certainty(of: lead, second, before: before, after: after)
    }

    private static func certainty(
      of lead: UInt32, _ second: UInt32, before: UInt32, after: UInt32
    ) -> Certainty {
      switch lead {
      case 0xC2, 0xC3:
        isCapital(before) && !isCapital(after) && !isSmall(after) ? .doubtful : .certain
      case 0xE2: (0x80...0x84).contains(second) ? .certain : .none
      case 0xF0: second == 0x9F ? .certain : .none
      default:
        isCapital(lead) && (isSmall(before) || isSmall(after) && !isCapital(before))
          ? .certain : .none
      }
    }

    /// The capitals of Windows-1252's upper half and of ASCII.
    private static func isCapital(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
      default: false
      }
    }

    private static func isSmall(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: true
      default: false
      }
    }
  }
}
