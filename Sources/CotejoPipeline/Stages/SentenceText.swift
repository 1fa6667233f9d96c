internal import CotejoICU
internal import CotejoText

/// The text of sentences, as stages compare and write it.
enum SentenceText {
  /// Appends the sentences of a side for comparing: case folded (Unicode's simple folding), runs of
  /// ASCII white space and no-break spaces as one space, none at either end.
  static func appendFolded(
    _ sentences: Range<Int32>, of side: SegmentedText, to folded: inout [UInt8]
  ) {
    let start = folded.count
    var spaceDue = false
    for index in sentences {
      let span = side.sentences[Int(index)].span
      side.text.bytes.span.extracting(span.range).fold(
        into: &folded, start: start, spaceDue: &spaceDue)
      spaceDue = true
    }
  }

  /// How many code points the sentences of a side have.
  static func codePoints(_ sentences: Range<Int32>, of side: SegmentedText) -> Int {
    var count = 0
    for index in sentences {
      let text = side.text.bytes.span.extracting(side.sentences[Int(index)].span.range)
      for offset in 0..<text.count where text[offset] & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }

  /// How many code points are letters or digits, and how many are neither space nor those.
  static func letters(
    _ sentences: Range<Int32>, of side: SegmentedText
  ) -> (letters: Int, others: Int) {
    var letters = 0
    var others = 0
    for index in sentences {
      let text = side.text.bytes.span.extracting(side.sentences[Int(index)].span.range)
      var offset = 0
      while offset < text.count {
        let (scalar, width) = text.scalar(at: offset)
        offset += width
        if scalar < 0x80 {
          let byte = UInt8(scalar)
          if (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte) {
            letters += 1
          } else if byte > 0x20 {
            others += 1
          }
        } else {
          switch CodePoint.kind(scalar) {
          case .letter, .mark, .number: letters += 1
          case .other: if scalar != 0xA0 { others += 1 }
          }
        }
      }
    }
    return (letters, others)
  }
}

extension Span<UInt8> {
  /// The code point that begins at an offset of valid UTF-8, and its bytes.
  fileprivate func scalar(at offset: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return (lead, 1) }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = lead & (0x7F >> UInt32(width))
    for index in 1..<width { scalar = scalar << 6 | UInt32(self[offset + index] & 0x3F) }
    return (scalar, width)
  }

  fileprivate func fold(into folded: inout [UInt8], start: Int, spaceDue: inout Bool) {
    var offset = 0
    while offset < count {
      let byte = self[offset]
      if byte <= 0x20 {
        spaceDue = true
        offset += 1
        continue
      }
      let (scalar, width) = scalar(at: offset)
      offset += width
      if scalar == 0xA0 || scalar == 0x202F {
        spaceDue = true
        continue
      }
      if spaceDue, folded.count > start { folded.append(0x20) }
      spaceDue = false
      if scalar < 0x80 {
        folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else if let lower = Unicode.Scalar(CodePoint.caseFolded(scalar)) {
        folded.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
