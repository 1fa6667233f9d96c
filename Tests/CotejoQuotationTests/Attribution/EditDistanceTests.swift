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
}
