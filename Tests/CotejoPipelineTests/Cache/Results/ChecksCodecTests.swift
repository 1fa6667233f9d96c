import CotejoFidelity
import CotejoFormats
import Testing

@testable import CotejoPipeline

struct ChecksCodecTests {
  private static func checked(number: Int, document: String) throws -> PairState {
    var state = try Pairs.aligned([("Uno.", "One."), ("Dos.", "Two.")], number: number)
    let place = TranslationUnit.Segment(document: document, start: 4, end: 9, text: "Dos.")
    let finding = TranslationUnit.PlacedFinding(
      Finding(
        type: .number, severity: .major, probability: 0.7, source: nil, target: nil,
        message: "2 is 3"), source: [place], target: [])
    state.note(
      TranslationUnit.Check(verdict: .altered, score: 0.25, findings: [finding]), of: 1)
    return state
  }

  @Test func `a document of the pair is told by its part in it, another by its name`() throws {
    let first = try Self.checked(number: 0, document: "es/p0.txt")
    let second = try Self.checked(number: 44, document: "es/p44.txt")
    let bytes = first.encodeResult(of: [.checks], stage: "c")
    #expect(second.encodeResult(of: [.checks], stage: "c") == bytes)
    var restored = try Pairs.aligned([("Uno.", "One."), ("Dos.", "Two.")], number: 44)
    try restored.decodeResult(
      bytes, parts: [.checks], stage: "c", resources: Pairs.resources())
    #expect(restored.differences(from: second) == [])
    let other = try Self.checked(number: 0, document: "elsewhere.txt")
    try restored.decodeResult(
      other.encodeResult(of: [.checks], stage: "c"), parts: [.checks], stage: "c",
      resources: Pairs.resources())
    #expect(restored.checks == other.checks)
  }

  private static let zeros = [UInt8](repeating: 0, count: 8)

  /// How many beads, how many checks; of each the gap, verdict, score (8), findings.
  @Test(
    arguments: [
      ([2, 0], ""), ([2, 1, 1, 0] + zeros + [0], ""),
      ([1, 0], "has the checks of other beads"), ([3, 0], "has the checks of other beads"),
      ([2, 1, 2, 0] + zeros + [0], "checks a bead that is not there"),
      ([2, 1, 0, 9] + zeros + [0], "has a code that means nothing"),
      ([2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x80, 0], "has a probability outside 0 to 1"),
      (
        [2, 1, 0, 0] + zeros + [1, 0, 0] + zeros + [0, 1, 0, 1, 0, 0, 0],
        "has a place that no file has"
      ),
      (
        [2, 1, 0, 0] + zeros + [1, 0, 0] + zeros + [0, 1, 0, 2, 2, 0, 0],
        ""
      ),
      (
        [2, 1, 0, 0] + zeros + [1, 0, 0] + zeros + [0, 1, 0, 2, 3, 0, 0],
        "has a place that no file has"
      ),
      (
        [2, 1, 0, 0] + zeros + [1, 0, 0] + zeros + [0, 1, 3, 2, 0, 0, 0],
        "has a number that is too large"
      ),
    ] as [([UInt8], String)])
  func `checks that cannot be`(_ bytes: [UInt8], _ expected: String) throws {
    let state = try Pairs.aligned([("Uno.", "One."), ("Dos.", "Two.")])
    #expect(try Damage.message(.checks, into: state) { $0.append(raw: bytes) } == expected)
  }
}
