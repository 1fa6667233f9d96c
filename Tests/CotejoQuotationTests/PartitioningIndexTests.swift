import Testing

@testable import CotejoQuotation

struct PartitioningIndexTests {
  @Test(arguments: 0...9)
  func `the first that meets the condition`(_ count: Int) {
    let numbers = Array(0..<count)
    for bound in 0...count {
      #expect(numbers.partitioningIndex { $0 >= bound } == bound)
      let slice = numbers[(bound / 2)...]
      #expect(slice.partitioningIndex { $0 >= bound } == bound)
    }
  }
}
