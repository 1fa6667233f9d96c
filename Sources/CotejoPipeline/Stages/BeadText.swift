internal import CotejoICU
internal import CotejoText

/// The text on a side of a bead, as stages compare and measure it.
enum BeadText {
  /// Appends the pieces of a side for comparing: case folded (Unicode's simple folding), runs of
  /// ASCII white space and no-break spaces as one space, none at either end.
  static func appendFolded(_ pieces: [TextPiece], to folded: inout [UInt8]) {
    let start = folded.count
    var spaceDue = false
    for piece in pieces {
      piece.text.bytes.span.extracting(piece.span.range).fold(
        into: &folded, start: start, spaceDue: &spaceDue)
      spaceDue = true
    }
  }

  /// How many code points the pieces of a side have.
  static func codePoints(_ pieces: [TextPiece]) -> Int {
    var count = 0
    for piece in pieces {
      count += piece.text.bytes.span.scalarCount(in: piece.span.range)
    }
    return count
  }

  /// How many code points are letters or digits, and how many are neither space nor those.
  static func letters(_ pieces: [TextPiece]) -> (letters: Int, others: Int) {
    var letters = 0
    var others = 0
    for piece in pieces {
      let text = piece.text.bytes.span.extracting(piece.span.range)
      var offset = 0
      while offset < text.count {
        let (scalar, width) = text.decodeScalar(at: offset)
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
  fileprivate func fold(into folded: inout [UInt8], start: Int, spaceDue: inout Bool) {
    var offset = 0
    while offset < count {
      let (scalar, width) = decodeScalar(at: offset)
      offset += width
      if scalar <= 0x20 || scalar == 0xA0 || scalar == 0x202F {
        spaceDue = true
        continue
      }
      if spaceDue, folded.count > start { folded.append(0x20) }
      spaceDue = false
      folded.append(scalar: CodePoint.caseFolded(scalar))
    }
  }
}
