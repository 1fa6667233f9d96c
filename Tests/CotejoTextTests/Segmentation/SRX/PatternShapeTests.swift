import Testing

@testable import CotejoText

struct PatternShapeTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("a|bcd|", 3), ("\\b(?:Sr|Sra)\\.", 4), ("[^a]{2,3}x?", 4),
    ("(?=abc)d", 1),
    ("a{3}", 3), ("\\p{Lu}\\x{1F600}\\u0041\\U00000041\\x41", 5), ("[]a][^]b][[:alpha:]&&[b]]", 3),
    ("(?<name>ab)(?>c)(?#note)", 3), ("\\.\\\\\\(", 3), ("(\\b)*", 0), ("a{0}", 0),
  ])
  func `a bound tells how long a match can be`(_ expression: String, _ longest: Int) throws {
    let read = try #require(PatternShape.read(expression))
    #expect(read.shape.longest == longest)
    #expect(!read.isCaseless)
  }

  @Test(arguments: ["a*", "(ab)+c", "a{2,}", "[a-z]+?", ".*+"])
  func `without a bound there is none`(_ expression: String) throws {
    #expect(try #require(PatternShape.read(expression)).shape.longest == nil)
  }

  @Test(arguments: [
    "(a)\\1", "\\k<n>", "\\Qa.\\E", "(?x) a", "\\X", "\\R", "[\\Qa\\E]", "a)", "(a", "[a",
  ])
  func `what is not known is not guessed at`(_ expression: String) {
    #expect(PatternShape.read(expression) == nil)
  }

  @Test(arguments: ["(?i)a", "a(?i:b)c", "(?im-s)a"])
  func `flags for any case are told`(_ expression: String) throws {
    #expect(try #require(PatternShape.read(expression)).isCaseless)
  }

  @Test func `groups without end are not read`() {
    let expression = String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000)
    #expect(PatternShape.read(expression) == nil)
  }
}
