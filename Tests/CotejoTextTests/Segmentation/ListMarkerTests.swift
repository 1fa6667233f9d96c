import Testing

@testable import CotejoText

struct ListMarkerTests {
  @Test(arguments: [
    ("1", true), ("12", true), ("999", true), ("1998", false), ("a", true), ("B", true),
    ("ii", true), ("xiv", true), ("no", false), ("• 3", true), ("•", false), ("", false),
    ("3a", false), ("ñ", false),
  ])
  func `tells markers from words`(_ text: String, _ isMarker: Bool) {
    let bytes = Array(text.utf8)
    #expect(ListMarker.isMarker(from: 0, to: bytes.count, in: bytes.span) == isMarker)
  }

  @Test(
    arguments: [
      ("1) a 2) b 3) c", [5, 10]), ("1. a 3. b", []), ("9.) a 10.) b", [6]), ("a. x b. y", [5]),
      ("2 a 3 b", []), ("1) a 2. b", []), ("• a • b", [6]), ("x 1) a 2) b", []), ("1)a 2)b", []),
      ("1) a x2) b", []), ("", []),
    ] as [(String, [Int])])
  func `finds the items of a list by its first`(_ text: String, _ expected: [Int]) {
    let bytes = Array(text.utf8)
    var starts: [Int] = []
    ListMarker.appendStarts(of: 0, in: bytes.span, ceiling: bytes.count, to: &starts)
    #expect(starts == expected)
  }
}
