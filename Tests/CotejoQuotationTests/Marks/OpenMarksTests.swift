import Testing

@testable import CotejoQuotation

@Suite struct OpenMarksTests {
  @Test func theOutermostStandFirst() {
    let stack = OpenMarks().pushing(3, .double).pushing(7, .single)
    #expect(stack.indices.map { stack[$0] } == [3, 7])
    #expect(stack.prefix(1).indices.map { stack[$0] } == [3])
  }

  @Test func stacksOfTheSameFamiliesHaveTheSameKey() {
    var keys: Set<Int> = [OpenMarks().key]
    for first in QuotationMark.Family.allCases {
      let one = OpenMarks().pushing(0, first)
      keys.insert(one.key)
      for second in QuotationMark.Family.allCases {
        let two = one.pushing(1, second)
        keys.insert(two.key)
        #expect(two.key == OpenMarks().pushing(8, first).pushing(9, second).key)
        #expect(two.prefix(1).key == one.key)
      }
    }
    let count = QuotationMark.Family.allCases.count
    #expect(keys.count == 1 + count + count * count)
    #expect(keys.allSatisfy { $0 < OpenMarks.keyCount })
  }

  @Test func fourAreTheMost() {
    var stack = OpenMarks()
    for mark in 0..<4 { stack = stack.pushing(mark, .other) }
    #expect(stack.isFull && stack.key < OpenMarks.keyCount)
  }
}
