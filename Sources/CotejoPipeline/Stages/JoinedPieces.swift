internal import CotejoFidelity
internal import CotejoFormats
internal import CotejoText

/// The pieces on a side of a bead as one text, with the way back to their documents.
///
/// Between two pieces stands a space, and a line end within one is a space, too: what is said of the
/// text fits on a line.
struct JoinedPieces {
  /// The text: valid UTF-8.
  let bytes: [UInt8]
  private let pieces: [TextPiece]
  /// Where each piece begins in the text.
  private let starts: [Int32]

  /// Joins pieces, in their order.
  init(_ pieces: [TextPiece]) {
    var bytes: [UInt8] = []
    var starts: [Int32] = []
    for piece in pieces {
      if !starts.isEmpty { bytes.append(0x20) }
      starts.append(Int32(bytes.count))
      for byte in piece.text.bytes[piece.span.range] {
        bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      }
    }
    self.bytes = bytes
    self.pieces = pieces
    self.starts = starts
  }

  /// Where pieces were joined between which other words stand in their document, or which are not of
  /// one document in its order.
  var joints: [RenderedPair.Joint] {
    pieces.indices.dropFirst().compactMap { index in
      let (before, after) = (pieces[index - 1], pieces[index])
      if before.joined(with: after) != nil { return nil }
      let isInOrder =
        before.document == after.document && before.span.upper <= after.span.lower
      return RenderedPair.Joint(
        offset: starts[index], gap: isInOrder ? after.span.lower - before.span.upper : nil)
    }
  }

  /// What a range of the text stands for in the original files: a segment for each place.
  ///
  /// Words of two pieces are one place where only blanks part the pieces in their document.
  func segments(of span: TextSpan?) -> [TranslationUnit.Segment] {
    guard let span else { return [] }
    var places: [TextPiece] = []
    for (piece, start) in zip(pieces, starts) {
      let lower = max(span.lower, start)
      let upper = min(span.upper, start + Int32(piece.span.count))
      guard lower < upper else { continue }
      let offset = piece.span.lower - start
      let place = TextPiece(
        document: piece.document, text: piece.text, span: TextSpan(lower + offset, upper + offset))
      if let last = places.last, let whole = last.joined(with: place) {
        places[places.count - 1] = whole
      } else {
        places.append(place)
      }
    }
    return places.map { TranslationUnit.Segment($0.span, of: $0.text, in: $0.document) }
  }
}

extension TextPiece {
  /// This piece and one that follows it in the same document with only blanks between; `nil` if it
  /// does not.
  fileprivate func joined(with next: TextPiece) -> TextPiece? {
    guard document == next.document, span.upper <= next.span.lower,
      text.bytes[Int(span.upper)..<Int(next.span.lower)].allSatisfy({ $0 <= 0x20 })
    else { return nil }
    return TextPiece(
      document: document, text: text, span: TextSpan(span.lower, next.span.upper))
  }
}
