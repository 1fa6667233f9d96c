import CotejoTestSupport
import Testing

@testable import CotejoQuotation

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("water", "waters", 1, true), ("kristin", "kristen", 1, true), ("abc", "xyz", 2, false),
    ("", "ab", 2, true), ("", "abc", 2, false),
  ])
  func wordsAreNear(_ left: String, _ right: String, _ limit: Int, _ expected: Bool) {
    #expect(EditDistance.isAtMost(limit, Array(left.utf8), Array(right.utf8)) == expected)
  }

  /// The distance by the whole table.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let value = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = value
      }
    }
    return row[right.count]
  }

  @Test func anyWordsAreAsNearAsTheTableSays() {
    var generator = SeededGenerator(seed: 3)
    func word() -> [UInt8] {
      (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x63, using: &generator)
      }
    }
    for _ in 0..<500 {
      let (left, right) = (word(), word())
      for limit in 0...2 {
        let expected = Self.distance(left, right) <= limit
        #expect(EditDistance.isAtMost(limit, left, right) == expected, "\(left) \(right)")
      }
    }
  }
}
