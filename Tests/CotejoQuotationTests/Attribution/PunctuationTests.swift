import Testing

@testable import CotejoQuotation

@Suite struct PunctuationTests {
  @Test(
    arguments: [
      (",", .comma), (":", .colon), (".", .fullStop), ("…", .ellipsis), ("—", .raya), ("―", .bar),
      ("»", .quotation), ("'", .quotation), ("(", .openingParenthesis), ("]", .closingBracket),
      ("a", []), ("*", []),
    ] as [(Unicode.Scalar, Punctuation)])
  func marks(_ scalar: Unicode.Scalar, _ expected: Punctuation) {
    #expect(Punctuation(scalar.value) == expected)
  }

  @Test func pausesAreNoStops() {
    #expect(Punctuation.pause.isDisjoint(with: .stop))
    #expect(Punctuation.stop.contains([.question, .exclamation]))
  }
}
