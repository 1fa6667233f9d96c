import CotejoAlignment
import Testing

struct BeadTests {
  @Test(
    arguments: [
      (0..<2, 3..<4, "2-1"), (5..<5, 0..<1, "0-1"), (0..<1, 7..<7, "1-0"),
    ] as [(Range<Int32>, Range<Int32>, String)])
  func `the type counts the sentences`(
    _ source: Range<Int32>, _ target: Range<Int32>, _ type: String
  ) {
    #expect(Bead(source: source, target: target, score: 0).type == type)
  }
}
