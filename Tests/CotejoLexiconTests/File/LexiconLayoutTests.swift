import Testing

@testable import CotejoLexicon

struct LexiconLayoutTests {
  @Test(arguments: [1, 0.999, 0.5, 0.1, 0.002, 1e-5] as [Float])
  func `a packed probability comes back within a step`(_ probability: Float) {
    let entry = LexiconLayout.pack(word: 1_048_575, probability: probability)
    #expect(entry >> 12 == 1_048_575)
    let back = LexiconLayout.probabilities[Int(entry & 0xFFF)]
    #expect(abs(back - probability) <= probability * 0.002)
  }

  @Test(arguments: [0, -1, 1e-30, .leastNonzeroMagnitude] as [Float])
  func `what is next to nothing is the least there is`(_ probability: Float) {
    #expect(LexiconLayout.pack(word: 0, probability: probability) == 4095)
  }

  @Test func `more than 1 is 1, and packing keeps the order`() {
    #expect(LexiconLayout.pack(word: 0, probability: 1.0001) == 0)
    #expect(LexiconLayout.probabilities[0] == 1)
    #expect(LexiconLayout.probabilities.count == 4096)
    for (more, less) in zip(
      LexiconLayout.probabilities, LexiconLayout.probabilities.dropFirst())
    {
      #expect(more > less && less > 0)
    }
  }
}
