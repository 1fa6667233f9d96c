internal import CotejoLexicon

/// Whether what ends before a row and before a column of the grid ends alike on both sides.
///
/// Where a sentence asks or breaks off at a comma, so does mostly its rendering: where one side does
/// and the other does not, a bead rather goes on. Before the first sentences all is alike, and behind
/// the last ones.
struct EndingAgreement {
  /// What a bead loses at each of its ends where the sides do not end alike.
  private static let cost: Float = 0.07
  /// Agrees with everything.
  private static let edge: Int32 = -1

  /// A bit for how the sentence before each row ends; `edge` at the first and the last row.
  private let sources: [Int32]
  /// The same for columns.
  private let targets: [Int32]
  /// Of each column, the bits of the four columns before it, the nearest one first.
  private let before: [SIMD4<Int32>]

  init(_ source: [SentenceEnding], _ target: [SentenceEnding]) {
    sources = Self.bits(source)
    targets = Self.bits(target)
    var last = SIMD4<Int32>(repeating: Self.edge)
    before = targets.map { bit in
      defer { last = SIMD4(bit, last[0], last[1], last[2]) }
      return last
    }
  }

  private static func bits(_ endings: [SentenceEnding]) -> [Int32] {
    [edge] + endings.dropLast().map { 1 << Int32($0.rawValue) } + (endings.isEmpty ? [] : [edge])
  }

  /// What a bead that ends at a row and a column of the grid loses, at most 0.
  @inline(__always)
  func end(_ row: Int, _ column: Int) -> Float {
    sources.span[unchecked: row] & targets.span[unchecked: column] == 0 ? -Self.cost : 0
  }

  /// What beads that begin at a row and one to four columns before `column` lose, a lane each.
  @inline(__always)
  func starts(_ row: Int, before column: Int) -> SIMD4<Float> {
    SIMD4<Float>.zero.replacing(
      with: -Self.cost,
      where: before.span[unchecked: column] & sources.span[unchecked: row] .== 0)
  }
}
