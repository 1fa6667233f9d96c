import Testing

@testable import CotejoQuotation

struct PartitionedTests {
  @Test(arguments: 0...9)
  func `the first that the condition does not hold for`(_ count: Int) {
    let numbers = Array(0..<count)
    for bound in 0...count {
      #expect(numbers.partitioned { $0 < bound } == bound)
      let slice = numbers[(bound / 2)...]
      #expect(slice.partitioned { $0 < bound } == bound)
    }
  }
}
