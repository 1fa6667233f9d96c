import CotejoAlignment
import CotejoText
import Testing

@testable import CotejoPipeline

struct LineSplitterTests {
  private func segmented(_ source: String, _ target: String) throws -> PairState {
    var state = try Pairs.pair(source, target, isLineParallel: true)
    try Pairs.run(SegmentStage.self, on: &state)
    return state
  }

  @Test func `lines are sentences, and joined one to one`() throws {
    var state = try segmented("Uno. Dos.\r\n  Tres \n", "One. Two.\nThree\n")
    #expect(Pairs.sentences(state.source) == ["Uno. Dos.", "Tres"])
    try Pairs.run(AlignStage.self, on: &state)
    #expect(state.beads.map(\.type) == ["1-1", "1-1"])
    #expect(state.beads.map(\.score) == [1, 1])
    #expect(state.isPartitioned)
  }

  @Test func `blank lines keep the count, and give beads with an empty side`() throws {
    var state = try segmented("a\n\n\nd\n", "A\nB\n\n\n")
    #expect(Pairs.sentences(state.source) == ["a", "d"])
    #expect(Pairs.sentences(state.target) == ["A", "B"])
    try Pairs.run(AlignStage.self, on: &state)
    #expect(state.beads.map(\.type) == ["1-1", "0-1", "1-0"])
    #expect(state.isPartitioned)
  }

  @Test(arguments: ["a\u{2028}b\nc\n", "a\u{85}b\nc\n", "a\rb\nc\n", "\u{FEFF}a b\r\nc"])
  func `other line ends stay inside a line`(_ source: String) throws {
    let state = try segmented(source, "A B\nC\n")
    #expect(state.source.sentences.count == 2)
  }

  @Test func `unequal numbers of lines are told, both of them`() throws {
    #expect {
      _ = try segmented("a\nb\nc\n", "A\nB")
    } throws: { error in
      let fault = error as? DocumentFault
      return fault?.code == .unequalLines
        && fault?.message.hasPrefix("has 3 lines, and en/p0.txt has 2;") == true
    }
  }
}
