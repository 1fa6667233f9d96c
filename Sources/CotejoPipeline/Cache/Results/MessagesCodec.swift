/// What programs that the stage ran wrote to standard error; the id of the stage is not kept.
enum MessagesCodec: PairPartCodec {
  static let stamp = PartStamp("messages", version: 1)

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    let messages = state.messages.filter { $0.stage.hasBytes(of: stage) }
    writer.append(count: messages.count)
    for message in messages { writer.append(message.text) }
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    for _ in 0..<(try reader.count(ofAtLeast: 2)) { state.note(try reader.string(), by: stage) }
  }
}
