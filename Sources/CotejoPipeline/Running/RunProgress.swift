/// How far a run is; values come one after another, in order.
public struct RunProgress: Hashable, Sendable {
  /// What is being done.
  public enum Phase: Hashable, Sendable {
    /// Documents are read, to know what they hold.
    case reading
    /// Files are opened: until this is over the run must not be stopped.
    case opening
    /// A barrier sees the corpus.
    case observing(stage: String, pass: Int, passes: Int)
    /// A barrier draws its conclusions.
    case concluding(stage: String)
    /// Pairs go through the stages.
    case processing
    /// Files take their final names: from here on the run must not be stopped.
    case finishing
  }

  /// What is being done.
  public var phase: Phase
  /// The pairs that the phase is through with.
  public var pairs: Int
  /// All pairs.
  public var totalPairs: Int
  /// The bytes of those pairs.
  public var bytes: Int
  /// The bytes of all pairs.
  public var totalBytes: Int

  /// Tells how far a phase is.
  public init(phase: Phase, pairs: Int, totalPairs: Int, bytes: Int, totalBytes: Int) {
    self.phase = phase
    self.pairs = pairs
    self.totalPairs = totalPairs
    self.bytes = bytes
    self.totalBytes = totalBytes
  }

  /// The progress as an object on one line, for programs: `phase`, for a barrier `stage`, `pass` and
  /// `passes`, `pairs` and `bytes` with their totals, `seconds` since the phase began.
  public func jsonLine(seconds: Double) -> String {
    var members: [(key: String, value: JSONValue)] = []
    switch phase {
    case .reading: members.append(("phase", .string("reading")))
    case .opening: members.append(("phase", .string("opening")))
    case .observing(let stage, let pass, let passes):
      members += [
        ("phase", .string("observing")), ("stage", .string(stage)), ("pass", .integer(pass)),
        ("passes", .integer(passes)),
      ]
    case .concluding(let stage):
      members += [("phase", .string("concluding")), ("stage", .string(stage))]
    case .processing: members.append(("phase", .string("processing")))
    case .finishing: members.append(("phase", .string("finishing")))
    }
    members += [
      ("pairs", .integer(pairs)), ("totalPairs", .integer(totalPairs)), ("bytes", .integer(bytes)),
      ("totalBytes", .integer(totalBytes)), ("seconds", .number((seconds * 1000).rounded() / 1000)),
    ]
    var line: [UInt8] = []
    JSONValue.object(members).appendLine(to: &line)
    return String(decoding: line, as: UTF8.self)
  }
}
