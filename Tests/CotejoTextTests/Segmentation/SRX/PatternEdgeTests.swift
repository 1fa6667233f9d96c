import Testing

@testable import CotejoText

struct PatternEdgeTests {
  private func edge(_ side: PatternEdge.Side, _ expression: String) throws -> PatternEdge {
    let read = try #require(PatternShape.read(expression))
    var sampler = try CharacterSampler()
    return try PatternEdge(
      side, of: read.shape, isCaseless: read.isCaseless, sampler: &sampler)
  }

  @Test(arguments: [
    ("\\b(Sr|Sra)\\.\\s", "el Sr. ", true), ("\\b(Sr|Sra)\\.\\s", "la Sra.\n", true),
    ("\\b(Sr|Sra)\\.\\s", "el Dr. ", false), ("\\b(Sr|Sra)\\.\\s", "el Sr.", false),
    ("\\.\\s+", "x.    ", true), ("\\.\\s+", ".", false), ("", "", true), ("a?", "b", true),
    ("[^a]", "a", false), ("[^a]", "é", true), ("é", "é", true), ("é", "e", false),
    ("(?i)sr\\.", "SR.", true), ("(?i)ss", "ß", true), ("(?i)ß", "SS", true),
    ("(?i)k", "\u{212A}", true),
    ("abcdefgh", "xbcdefgh", true), ("abcdefgh", "abcdefg", false), ("(ab){2}", "ab", false),
    ("\\d+\\.", "12.", true), ("\\d+\\.", "x.", false),
  ])
  func `text that no match ends with is turned down`(
    _ expression: String, _ text: String, _ expected: Bool
  ) throws {
    let bytes = Array(text.utf8)
    #expect(try edge(.end, expression).admits(endAt: bytes.count, in: bytes.span) == expected)
  }

  @Test(arguments: [
    ("\\s\\p{Lu}", " A", true), ("\\s\\p{Lu}", " a", false), ("\\s\\p{Lu}", " É", true),
    ("(?=A)", "b", true), ("[ab]c", "bc", true), ("[ab]c", "cb", false), ("a", "", false),
  ])
  func `text that no match begins with is turned down`(
    _ expression: String, _ text: String, _ expected: Bool
  ) throws {
    let bytes = Array(text.utf8)
    #expect(try edge(.start, expression).admits(startAt: 0, in: bytes.span) == expected)
  }

  @Test(arguments: [
    String(repeating: "(", count: 30) + "a" + String(repeating: "|b)*", count: 30),
    (0..<3000).map { "w\($0)" }.joined(separator: "|"),
    String(repeating: "(a|b|c|d|e|f)", count: 200),
  ])
  func `an expression with very many ways is looked at in time`(_ expression: String) throws {
    let bytes = Array("b".utf8)
    #expect(try ContinuousClock().measure { _ = try edge(.end, expression) } < .seconds(20))
    _ = try edge(.end, expression).admits(endAt: 1, in: bytes.span)
  }
}
