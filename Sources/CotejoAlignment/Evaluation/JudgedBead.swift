/// A bead as judging takes it: any sentences of one side and any of the other.
///
/// A `Bead` joins runs of sentences. Alignments made by hand also join sentences that do not follow
/// each other, and other programs may.
public struct JudgedBead: Hashable, Sendable {
  /// The 0-based numbers of the sentences of the original, in order, each once.
  public let source: [Int32]
  /// The 0-based numbers of the sentences of the rendering, in order, each once.
  public let target: [Int32]
  /// What the aligner thinks of it, on whatever scale; `nil` where it says nothing.
  public var score: Double?

  /// Takes sentences in any order.
  public init(source: [Int32], target: [Int32], score: Double? = nil) {
    self.source = Self.inOrder(source)
    self.target = Self.inOrder(target)
    self.score = score
  }

  /// Takes a bead of runs, with its score.
  public init(_ bead: Bead) {
    source = Array(bead.source)
    target = Array(bead.target)
    score = Double(bead.score)
  }

  /// Whether it holds no sentence at all; such a bead says nothing and is not judged.
  var isEmpty: Bool { source.isEmpty && target.isEmpty }

  private static func inOrder(_ numbers: [Int32]) -> [Int32] {
    if zip(numbers, numbers.dropFirst()).allSatisfy(<) { return numbers }
    return Set(numbers).sorted()
  }
}

/// The kinds of beads that are counted apart.
public enum BeadType: String, CaseIterable, Hashable, Sendable {
  /// One sentence renders one.
  case oneToOne = "1-1"
  /// One sentence was split in two.
  case oneToTwo = "1-2"
  /// Two sentences were joined.
  case twoToOne = "2-1"
  /// Sentences on both sides, in any other number.
  case manyToMany = "n-m"
  /// Sentences that the rendering adds: an insertion.
  case insertion = "0-n"
  /// Sentences that the rendering omits: a deletion.
  case deletion = "n-0"

  /// The kind of a bead that is not empty.
  public init(_ bead: JudgedBead) {
    self =
      switch (bead.source.count, bead.target.count) {
      case (0, _): .insertion
      case (_, 0): .deletion
      case (1, 1): .oneToOne
      case (1, 2): .oneToTwo
      case (2, 1): .twoToOne
      default: .manyToMany
      }
  }

  /// Whether beads of the kind have sentences on both sides.
  public var isPaired: Bool { self != .insertion && self != .deletion }
}
