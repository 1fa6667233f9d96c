internal import CotejoAlignment
public import CotejoFormats
internal import CotejoQuotation
internal import CotejoText

/// What stages ask of a bead, whether an aligner or a tracer made it.
extension PairState {
  /// The probability, 0 to 1, that the two sides of a bead render each other.
  public func score(of bead: Int) -> Double {
    traced.map { $0.traces[bead].confidence } ?? Double(beads[bead].score)
  }

  /// How many pieces stand on each side of a bead, as in `2-1`.
  public func type(of bead: Int) -> String {
    traced.map { "\($0.traces[bead].sources.count)-1" } ?? beads[bead].type
  }

  /// What stands on a side of a bead, in order.
  public func pieces(of bead: Int, _ side: PairSide) -> [TextPiece] {
    guard let traced else {
      let joined = beads[bead]
      return switch side {
      case .source: Self.pieces(joined.source, of: source, in: pair.representative)
      case .target: Self.pieces(joined.target, of: target, in: pair.target)
      }
    }
    let trace = traced.traces[bead]
    guard side == .source else {
      return [TextPiece(document: pair.target, text: target.text, span: trace.quotation.span)]
    }
    return trace.sources.map { place in
      let (document, text) = traced.transcripts[place.transcript]
      return TextPiece(document: document, text: text, span: place.span)
    }
  }

  private static func pieces(
    _ sentences: Range<Int32>, of text: SegmentedText, in document: String
  ) -> [TextPiece] {
    sentences.map {
      TextPiece(document: document, text: text.text, span: text.sentences[Int($0)].span)
    }
  }

  /// Renders the beads that go on for output, if that was not done.
  public mutating func renderUnits() {
    guard units.isEmpty else { return }
    units.reserveCapacity(rejections.count)
    for index in rejections.indices {
      units.append(rejections[index] == nil ? unit(of: index) : nil)
    }
  }

  /// A bead as it leaves the house.
  public func unit(of bead: Int) -> TranslationUnit {
    var unit =
      if let traced {
        TranslationUnit(
          traced.traces[bead], article: target.text, in: pair.target,
          transcripts: traced.transcripts)
      } else {
        TranslationUnit(
          beads[bead], source: source, in: pair.representative, target: target, in: pair.target)
      }
    unit.check = checks[bead]
    return unit
  }
}
