import CotejoTestSupport
import Testing

@testable import CotejoText

struct FeatureTableTests {
  /// Keys anywhere, and keys so near one another that they share few buckets.
  @Test(arguments: [
    (1, 1 << FeatureTable.keyBits), (12, 1 << FeatureTable.keyBits),
    (1000, 1 << FeatureTable.keyBits), (50_000, 1 << FeatureTable.keyBits), (12, 14),
    (1000, 1 << 15),
  ])
  func `what was put in is found and nothing else`(_ count: Int, _ end: UInt32) {
    var numbers = SeededGenerator(seed: UInt64(count))
    var expected: [UInt32: Int8] = [:]
    var table = FeatureTable(capacity: count)
    while expected.count < count {
      let key = UInt32.random(in: 1..<end, using: &numbers)
      guard expected[key] == nil else { continue }
      expected[key] = Int8.random(in: -128...127, using: &numbers)
      table.insert(key, weight: expected[key] ?? 0)
    }
    #expect(expected.allSatisfy { table.weight(of: $0) == Int($1) && table.contains($0) })
    for _ in 0..<3000 {
      let key = UInt32.random(in: 1..<end, using: &numbers)
      guard expected[key] == nil else { continue }
      #expect(!table.contains(key) && table.weight(of: key) == 0)
    }
  }

  @Test func `weights are added up`() {
    var table = FeatureTable(capacity: 200)
    for key in 1...200 { table.insert(UInt32(key), weight: key % 2 == 0 ? 127 : -128) }
    var sums = SIMD4<Int32>()
    for key in 1...300 { table.addWeight(of: UInt32(key), to: &sums) }
    #expect(sums.wrappedSum() == -100)
  }

  @Test func `an empty table holds nothing`() {
    #expect(!FeatureTable(capacity: 0).contains(0))
    #expect(!FeatureTable(capacity: 0).contains(7))
    #expect(FeatureTable(capacity: 0).weight(of: 1 << 23) == 0)
  }
}

extension FeatureTable {
  /// The weight of a key; 0 if it is not there.
  fileprivate func weight(of key: UInt32) -> Int {
    var sums = SIMD4<Int32>()
    addWeight(of: key, to: &sums)
    return Int(sums.wrappedSum())
  }
}
