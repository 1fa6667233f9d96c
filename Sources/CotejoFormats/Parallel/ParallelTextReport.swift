/// What a reader of parallel text found: the pairs, and the lines that were none.
public struct ParallelTextReport: Hashable, Sendable {
  /// A line that is not a pair.
  public struct Fault: Hashable, Sendable {
    /// The file.
    public var place: String
    /// The 1-based line.
    public var line: Int
    /// What is the matter, in a few words.
    public var message: String

    /// Makes a fault.
    public init(place: String, line: Int, message: String) {
      self.place = place
      self.line = line
      self.message = message
    }
  }

  /// How many of the faults are kept with their line.
  public static let keptFaults = 20

  /// How many pairs were handed out.
  public private(set) var pairs = 0
  /// How many lines have text on one side only or on none: they were passed over, without being
  /// faults, for an alignment has omissions and additions.
  public private(set) var oneSided = 0
  /// How many lines are no pair and were passed over.
  public private(set) var faultCount = 0
  /// The first of them, at most ``keptFaults``, in order.
  public private(set) var faults: [Fault] = []

  /// Starts at nothing.
  public init() {}

  mutating func countPair() { pairs += 1 }

  mutating func countOneSided() { oneSided += 1 }

  mutating func note(_ message: String, place: String, line: Int) {
    faultCount += 1
    guard faults.count < Self.keptFaults else { return }
    faults.append(Fault(place: place, line: line, message: message))
  }
}
