internal import CotejoAlignment
internal import CotejoQuotation

/// The scores of all beads, in order: four bytes each for those of an aligner, eight for quotations.
enum ScoresCodec: PairPartCodec {
  static let stamp = PartStamp("scores", version: 1)

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    writer.append(byte: state.traced == nil ? 0 : 1)
    writer.append(count: state.rejections.count)
    for bead in state.rejections.indices {
      if let traced = state.traced {
        writer.append(traced.traces[bead].confidence)
      } else {
        writer.append(state.beads[bead].score)
      }
    }
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    guard try reader.flag() == (state.traced != nil), try reader.count() == state.rejections.count
    else { throw reader.damage("has the scores of other beads") }
    var scores: [Int: Double] = [:]
    for bead in state.rejections.indices {
      let score =
        state.traced == nil ? Double(try reader.shortProbability()) : try reader.probability()
      if score != state.score(of: bead) { scores[bead] = score }
    }
    state.score(scores)
  }
}
