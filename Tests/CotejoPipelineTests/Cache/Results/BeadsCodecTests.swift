import CotejoAlignment
import Testing

@testable import CotejoPipeline

struct BeadsCodecTests {
  private static let lines = [("Uno.", "One."), ("Dos.", "Two."), ("Tres.", "Three.")]

  @Test func `a bead that begins where the one before ends takes six bytes`() throws {
    let state = try Pairs.aligned(Self.lines)
    #expect(state.encodeResult(of: [.beads], stage: "s").count == 4 + 1 + 6 * 3)
  }

  @Test func `beads that leave sentences out or go back are kept as they are`() throws {
    let beads = [
      Bead(source: 2..<3, target: 1..<1, score: 0.5), Bead(source: 0..<2, target: 0..<3, score: 1),
      Bead(source: 1..<1, target: 3..<3, score: 0),
    ]
    let after = try Pairs.aligned(Self.lines, beads: beads)
    var state = try Pairs.aligned(Self.lines)
    try state.decodeResult(
      after.encodeResult(of: [.beads], stage: "s"), parts: [.beads], stage: "s",
      resources: Pairs.resources())
    #expect(state.differences(from: after) == [])
  }

  /// Of three sentences on both sides: twice the source's and 1 for a jump, the target's, the jump,
  /// a score of 0.
  @Test(
    arguments: [
      ([1, 6, 3, 0, 0, 0, 0], ""), ([1, 3, 1, 4, 4, 0, 0, 0, 0], ""),
      ([1, 8, 3, 0, 0, 0, 0], "has a bead of sentences that there are not"),
      ([1, 6, 4, 0, 0, 0, 0], "has a number that is too large"),
      ([1, 3, 1, 6, 4, 0, 0, 0, 0], "has a bead of sentences that there are not"),
      ([1, 3, 1, 1, 0, 0, 0, 0, 0], "has a bead of sentences that there are not"),
      ([1, 0, 0, 0, 0, 0xC0, 0x7F], "has a probability outside 0 to 1"),
      ([2, 6, 3, 0, 0, 0, 0], "has more elements than bytes"),
    ] as [([UInt8], String)])
  func `beads that cannot be`(_ bytes: [UInt8], _ expected: String) throws {
    let state = try Pairs.aligned(Self.lines)
    #expect(try Damage.message(.beads, into: state) { $0.append(raw: bytes) } == expected)
  }
}
