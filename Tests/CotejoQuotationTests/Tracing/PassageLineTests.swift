import Testing

@testable import CotejoQuotation

struct PassageLineTests {
  @Test(arguments: [[], [3..<5], [0..<2, 2..<4, 9..<12]] as [[Range<Int>]])
  func `each place has a position`(_ passages: [Range<Int>]) {
    let line = PassageLine(passages)
    #expect(line.places.map(Int.init) == passages.flatMap { Array($0) })
    for (number, passage) in passages.enumerated() {
      #expect(line.bounds[number].map { Int(line.places[$0]) } == Array(passage))
      for place in passage {
        let position = line.position(of: place)
        #expect(Int(line.places[position]) == place)
        #expect(Int(line.passages[position]) == number)
      }
    }
  }
}
