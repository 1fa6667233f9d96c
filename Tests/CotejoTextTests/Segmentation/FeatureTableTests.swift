import CotejoTestSupport
import Testing

@testable import CotejoText

struct FeatureTableTests {
  @Test(arguments: [1, 12, 1000, 50_000])
  func `what was put in is found and nothing else`(_ count: Int) {
    var numbers = SeededGenerator(seed: UInt64(count))
    var expected: [UInt32: Int8] = [:]
    var table = FeatureTable(capacity: count)
    while expected.count < count {
      let key = UInt32.random(in: 1..<(1 << FeatureTable.keyBits), using: &numbers)
      guard expected[key] == nil else { continue }
      expected[key] = Int8.random(in: -128...127, using: &numbers)
      table.insert(key, weight: expected[key] ?? 0)
    }
    #expect(expected.allSatisfy { table.weight(of: $0) == Int($1) && table.contains($0) })
    for _ in 0..<10_000 {
      let key = UInt32.random(in: 1..<(1 << FeatureTable.keyBits), using: &numbers)
      guard expected[key] == nil else { continue }
      #expect(!table.contains(key) && table.weight(of: key) == 0)
    }
  }

  @Test func `an empty table holds nothing`() {
    #expect(!FeatureTable(capacity: 0).contains(7))
    #expect(FeatureTable(capacity: 0).weight(of: 1 << 23) == 0)
  }
}
