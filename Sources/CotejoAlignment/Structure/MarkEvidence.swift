internal import CotejoText

/// What the numbers and times with which beads begin say for them.
struct MarkEvidence {
  private let numbers: NumberAgreement?
  private let times: TimeAgreement?
  /// The number and the time of each sentence, `none` where it has none.
  private let source: [SIMD2<Int32>]
  private let target: [SIMD2<Int32>]

  private static let none = Int32.min

  /// Estimates it from beads; `nil` if it is nothing.
  init?(_ beads: [Bead], _ source: DocumentStructure, _ target: DocumentStructure) {
    let isNumbered = source.numbers.count > 1 && target.numbers.count > 1
    let numbers = isNumbered ? NumberAgreement(beads, source.numbers, target.numbers) : nil
    self.numbers = numbers.flatMap { $0.equal > 0 ? $0 : nil }
    times = TimeAgreement(beads, source.times, target.times)
    guard self.numbers != nil || times != nil else { return nil }
    self.source = Self.values(source)
    self.target = Self.values(target)
  }

  private static func values(_ structure: DocumentStructure) -> [SIMD2<Int32>] {
    var values = [SIMD2<Int32>](
      repeating: SIMD2(repeating: none), count: structure.openings.count)
    for mark in structure.numbers { values[Int(mark.sentence)].x = mark.value }
    for mark in structure.times { values[Int(mark.sentence)].y = mark.value }
    return values
  }

  /// Adds what beads are worth that begin with source sentence `row` and one to four target sentences
  /// before `column`, a lane each.
  @inline(__always)
  func add(_ row: Int, _ column: Int, to worth: inout SIMD4<Float>) {
    let mark = source[row]
    guard mark != SIMD2(repeating: Self.none) else { return }
    for lane in 0..<min(4, column) {
      let other = target[column - lane - 1]
      if let numbers, mark.x != Self.none, other.x != Self.none {
        let evidence = Float(mark.x == other.x ? numbers.equal : numbers.different)
        worth[lane] += evidence * Float(BeadPosteriors.temperature)
      }
      if let times, mark.y != Self.none, other.y != Self.none {
        worth[lane] += times.evidence(mark.y, other.y) * Float(BeadPosteriors.temperature)
      }
    }
  }
}
