/// Something about an alignment that is read as it stands and may be a mistake.
public struct AlignmentWarning: Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var place: String
  /// The 1-based line that shows it first, where it has one.
  public var line: Int?
  /// What is the matter, for people.
  public var message: String

  /// Makes a warning; `message` is a phrase without the place.
  public init(place: String, line: Int? = nil, message: String) {
    self.place = place
    self.line = line
    self.message = message
  }

  /// `FILE:LINE: warning: message`.
  public var description: String {
    "\(place)\(line.map { ":\($0)" } ?? ""): warning: \(message)"
  }
}

extension AlignmentWarning {
  /// What is odd about the beads of one file: sentences that stand in several beads or twice in one,
  /// beads that lie before the one above them.
  ///
  /// One warning for each kind, with the first place and how many there are.
  static func warnings(of records: [BeadRecord], place: String) -> [AlignmentWarning] {
    var repeated = Tally()
    var backward = Tally()
    var seen: (source: Set<Int32>, target: Set<Int32>) = ([], [])
    var last: (source: Int32, target: Int32) = (-1, -1)
    for record in records {
      for sentence in record.source where !seen.source.insert(sentence).inserted {
        repeated.note(record.line, "source sentence \(sentence)")
      }
      for sentence in record.target where !seen.target.insert(sentence).inserted {
        repeated.note(record.line, "target sentence \(sentence)")
      }
      let (source, target) = (record.source.min(), record.target.min())
      if (source ?? .max) < last.source || (target ?? .max) < last.target {
        backward.note(record.line, "the bead")
      }
      last.source = max(last.source, record.source.max() ?? -1)
      last.target = max(last.target, record.target.max() ?? -1)
    }
    return [
      repeated.warning(place, "stands a second time", plural: "such sentences"),
      backward.warning(
        place, "has sentences that come before those of beads above it", plural: "such beads"),
    ].compactMap { $0 }
  }

  /// What is odd about two alignments that should be of the same texts: that one ends before the
  /// other.
  static func warnings(
    gold: [BeadRecord], _ goldPlace: String, found: [BeadRecord], _ place: String
  ) -> [AlignmentWarning] {
    // An alignment without beads is a plain result, and says so by its figures.
    guard !gold.isEmpty, !found.isEmpty else { return [] }
    func end(_ records: [BeadRecord], _ side: KeyPath<BeadRecord, [Int32]>) -> Int {
      records.reduce(0) { max($0, Int($1[keyPath: side].max() ?? -1) + 1) }
    }
    let sides: [(String, KeyPath<BeadRecord, [Int32]>)] = [
      ("source", \.source), ("target", \.target),
    ]
    return sides.compactMap { name, side in
      let (expected, got) = (end(gold, side), end(found, side))
      guard expected != got else { return nil }
      let first =
        got > expected ? found.first { $0[keyPath: side].contains { $0 >= expected } } : nil
      return AlignmentWarning(
        place: place, line: first?.line,
        message: "the beads go to \(name) sentence \(got - 1), those of \(goldPlace) to "
          + "\(expected - 1): are these the same texts?")
    }
  }

  /// How often something was met, and where first.
  private struct Tally {
    private var count = 0
    private var first: (line: Int, what: String)?

    mutating func note(_ line: Int, _ what: @autoclosure () -> String) {
      count += 1
      if first == nil { first = (line, what()) }
    }

    func warning(_ place: String, _ fault: String, plural: String) -> AlignmentWarning? {
      guard let first else { return nil }
      let more = count > 1 ? " (there are \(count) \(plural))" : ""
      return AlignmentWarning(
        place: place, line: first.line, message: "\(first.what) \(fault)\(more)")
    }
  }
}
