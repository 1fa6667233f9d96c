/// The beads that the stage rejected: of each how many stand between it and the one rejected before,
/// the reason and the detail; the id of the stage is not kept.
enum RejectionsCodec: PairPartCodec {
  static let stamp = PartStamp("rejections", version: 1)

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    var rejected: [(bead: Int, rejection: PairState.Rejection)] = []
    for (bead, rejection) in state.rejections.enumerated() {
      guard let rejection, rejection.stage.hasBytes(of: stage) else { continue }
      rejected.append((bead, rejection))
    }
    writer.append(count: rejected.count)
    var next = 0
    for (bead, rejection) in rejected {
      writer.append(count: bead - next)
      writer.append(shared: rejection.reason)
      writer.append(shared: rejection.detail)
      next = bead + 1
    }
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    let count = try reader.count(ofAtLeast: 3)
    var next = 0
    for _ in 0..<count {
      let skipped = try reader.count(upTo: state.rejections.count)
      let bead = next + skipped
      guard bead < state.rejections.count, state.rejections[bead] == nil else {
        throw reader.damage("rejects a bead that is not there to be rejected")
      }
      let reason = try reader.sharedString()
      state.reject(bead, by: stage, reason, try reader.sharedString())
      next = bead + 1
    }
  }
}
