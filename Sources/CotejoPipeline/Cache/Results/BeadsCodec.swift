internal import CotejoAlignment
internal import CotejoText

/// The beads of an aligner: of each how many sentences stand on either side, its score, and, where it
/// does not begin where the one before ends, how far off.
enum BeadsCodec: PairPartCodec {
  static let stamp = PartStamp("beads", version: 1)

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    writer.append(count: state.beads.count)
    var (source, target) = (Int32(0), Int32(0))
    for bead in state.beads {
      let steps = (
        source: Int(bead.source.lowerBound) - Int(source),
        target: Int(bead.target.lowerBound) - Int(target)
      )
      let isNext = steps == (0, 0)
      writer.append(count: bead.source.count << 1 | (isNext ? 0 : 1))
      writer.append(count: bead.target.count)
      if !isNext {
        writer.append(signed: steps.source)
        writer.append(signed: steps.target)
      }
      writer.append(bead.score)
      (source, target) = (bead.source.upperBound, bead.target.upperBound)
    }
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    let count = try reader.count(ofAtLeast: 6)
    let sentences = (
      source: state.source.sentences.count, target: state.target.sentences.count
    )
    var beads: [Bead] = []
    beads.reserveCapacity(count)
    var (source, target) = (0, 0)
    for _ in 0..<count {
      let head = try reader.count()
      let width = try reader.count(upTo: sentences.target)
      if head & 1 == 1 {
        source = try advanced(source, by: try reader.signed(), upTo: sentences.source, reader)
        target = try advanced(target, by: try reader.signed(), upTo: sentences.target, reader)
      }
      let end = (
        source: try advanced(source, by: head >> 1, upTo: sentences.source, reader),
        target: try advanced(target, by: width, upTo: sentences.target, reader)
      )
      beads.append(
        Bead(
          source: Int32(source)..<Int32(end.source), target: Int32(target)..<Int32(end.target),
          score: try reader.shortProbability()))
      (source, target) = end
    }
    state.join(beads)
  }

  /// The number of a sentence so many further on, or of none behind the last.
  private static func advanced(
    _ sentence: Int, by step: Int, upTo count: Int, _ reader: ResultReader
  ) throws(ResultDamage) -> Int {
    let (next, overflow) = sentence.addingReportingOverflow(step)
    guard !overflow, 0...count ~= next else {
      throw reader.damage("has a bead of sentences that there are not")
    }
    return next
  }
}
