/// A part of a `PairState` that a stage can change: what is kept of the stage's result.
public enum PairPart: String, CaseIterable, Hashable, Sendable {
  /// The texts of both sides, and what was repaired in them.
  case texts
  /// The sentences of both sides.
  case sentences
  /// The quotations of the rendering.
  case quotations
  /// What the quotations were traced to, each a bead.
  case traces
  /// The beads of an aligner.
  case beads
  /// The beads that the stage itself rejected, with the reasons.
  case rejections
  /// What the checks of all beads came to.
  case checks
  /// The scores of all beads, where the beads themselves stay as they are.
  case scores
  /// What programs that the stage ran wrote to standard error.
  case messages

  /// How the part is written and read.
  var codec: any PairPartCodec.Type {
    switch self {
    case .texts: TextsCodec.self
    case .sentences: SentencesCodec.self
    case .quotations: QuotationsCodec.self
    case .traces: TracesCodec.self
    case .beads: BeadsCodec.self
    case .rejections: RejectionsCodec.self
    case .checks: ChecksCodec.self
    case .scores: ScoresCodec.self
    case .messages: MessagesCodec.self
    }
  }
}

/// How a part of a `PairState` is written and read.
protocol PairPartCodec {
  /// Tells the layout.
  static var stamp: PartStamp { get }

  /// Writes the part of a state as `stage` left it.
  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter)

  /// Puts what was written into a state that is as it was before `stage`.
  ///
  /// - Throws: `ResultDamage` for anything that the part cannot be; then the state is of no use.
  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage)
}

extension PairState {
  /// Writes what a stage changed.
  ///
  /// - Parameters:
  ///   - parts: The stage's `changes`.
  ///   - stage: The stage's id, whose rejections are meant.
  /// - Returns: The bytes of the parts, the same whatever the stage and the documents of the pair are
  ///   called.
  public func encodeResult(of parts: [PairPart], stage: String) -> [UInt8] {
    var writer = ResultWriter()
    for part in parts {
      writer.append(littleEndian: part.codec.stamp.bits)
      part.codec.encode(self, stage: stage, to: &writer)
    }
    return writer.bytes
  }

  /// Makes of a state that is as it was before a stage the one that the stage made.
  ///
  /// - Parameters:
  ///   - bytes: What `encodeResult(of:stage:)` gave; nothing is taken on trust.
  ///   - parts: The stage's `changes`.
  ///   - stage: The stage's id now: it may have had another then.
  ///   - resources: What the stage would have got.
  /// - Throws: `ResultDamage`, if the bytes are no result for this state, or a transcript that they
  ///   name cannot be read any more; then the state is as it was.
  public mutating func decodeResult(
    _ bytes: [UInt8], parts: [PairPart], stage: String, resources: StageResources
  ) throws(ResultDamage) {
    var reader = ResultReader(bytes)
    var state = self
    for part in parts {
      guard try reader.littleEndian(UInt32.self) == part.codec.stamp.bits else {
        throw reader.damage("has another layout than '\(part.rawValue)' has now")
      }
      try part.codec.decode(&reader, into: &state, stage: stage, resources: resources)
    }
    try reader.finish()
    self = state
  }
}
