import Testing

@testable import CotejoICU

struct PatternTests {
  private func subject(_ text: String) throws -> PatternSubject {
    var subject = try PatternSubject()
    try subject.set(Array(text.utf8).span)
    return subject
  }

  @Test(arguments: [("b+", 1, true), ("b+", 0, false), ("^a", 0, true), ("^b", 1, false)])
  func `a match begins where it is asked for`(
    _ expression: String, _ start: Int, _ expected: Bool
  ) throws {
    var pattern = try Pattern(expression)
    #expect(try pattern.matches(subject("abbc"), from: start) == expected)
  }

  @Test(arguments: [
    ("(?:ab+)\\z", 0, 3, true), ("(?:ab+)\\z", 0, 2, true), ("(?:ab+)\\z", 1, 3, false),
    ("(?:b(?=c))\\z", 0, 3, true), ("(?:b(?=c))\\z", 0, 2, false), ("(?:^ab)\\z", 0, 2, true),
    ("(?:b\\b)\\z", 0, 3, false), ("(?:c\\b)\\z", 0, 4, true),
  ])
  func `a match ends at a place, and what is behind it is seen`(
    _ expression: String, _ first: Int, _ end: Int, _ expected: Bool
  ) throws {
    var pattern = try Pattern(expression)
    #expect(try pattern.matches(subject("abbc"), first: first, before: end) == expected)
  }

  @Test func `offsets are UTF-16 units, and no character is cut apart`() throws {
    var pattern = try Pattern("(?:😀.)\\z")
    let text = try subject("a😀b")
    #expect(try pattern.matches(text, first: 1, before: 4))
    // From the middle of a character back to its start.
    #expect(try pattern.matches(text, first: 2, before: 4))
    #expect(try pattern.matchesAll(of: text, from: 1, to: 4))
    #expect(try !pattern.matches(text, first: 3, before: 4))
  }

  @Test func `a pattern goes from text to text, and a text's memory may move`() throws {
    var pattern = try Pattern("[0-9]+")
    var text = try PatternSubject()
    for length in [1, 10, 100_000, 3] {
      try text.set(Array(repeating: 0x37, count: length).span)
      #expect(try pattern.matchesAll(of: text, from: 0, to: length))
    }
    let other = try subject("x")
    #expect(try !pattern.matches(other, from: 0))
    #expect(try pattern.matches(text, from: 0))
    try text.set([UInt8]().span)
    #expect(try !pattern.matches(text, from: 0))
  }

  @Test(arguments: ["(", "a)", "[z-a]", "*", "\\p{NoSuch}", "(?<=a*)b"])
  func `an expression with a fault is an error with a name`(_ expression: String) throws {
    let error = #expect(throws: ICUError.self) { _ = try Pattern(expression) }
    #expect(error?.name.hasPrefix("U_") == true)
    #expect(error?.isLimit == false)
  }

  @Test(arguments: ["(a+)+b", "(a|a)*b", "(?:a|aa)+\\d"])
  func `an expression that tries too many ways is an error and no hang`(
    _ expression: String
  ) throws {
    var pattern = try Pattern(expression)
    let text = try subject(String(repeating: "a", count: 5000))
    let error = #expect(throws: ICUError.self) { _ = try pattern.matches(text, from: 0) }
    #expect(error?.isLimit == true)
  }
}
