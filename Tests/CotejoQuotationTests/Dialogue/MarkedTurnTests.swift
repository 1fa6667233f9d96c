import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct MarkedTurnTests {
  private static func span(
    _ lower: Int, _ upper: Int, depth: Int = 0, setting: MarkedSpan.Setting = .marks
  ) -> MarkedSpan {
    let outer = TextSpan(Int32(lower), Int32(upper))
    let inner =
      setting == .marks ? TextSpan(outer.lower + 1, max(outer.lower + 1, outer.upper - 1)) : outer
    return MarkedSpan(
      span: inner, outer: outer, setting: setting, depth: depth, paragraph: 0,
      isContinuation: false)
  }

  @Test func marksThatHoldAllOfAPieceAreTheirWords() {
    let text = Array("\"one two\"; three \"four\"".utf8)
    var turn = MarkedTurn([Self.span(0, 9), Self.span(17, 23)])
    #expect(turn.spoken(TextSpan(0, 10), in: text.span) == TextSpan(1, 8))
    #expect(turn.spoken(TextSpan(11, 23), in: text.span) == TextSpan(11, 23))
    // What stands inside a piece is a quotation in it.
    let rest = turn.rest(beside: [])
    #expect(rest.map(\.outer) == [TextSpan(17, 23)] && rest.map(\.depth) == [1])
  }

  @Test func marksOfTheNarratorStayAsTheyAre() {
    let text = Array("one \"two\" three".utf8)
    var turn = MarkedTurn([Self.span(4, 9)])
    #expect(turn.spoken(TextSpan(0, 3), in: text.span) == TextSpan(0, 3))
    #expect(turn.spoken(TextSpan(10, 15), in: text.span) == TextSpan(10, 15))
    let pieces = [
      Self.span(0, 3, setting: .raya), Self.span(10, 15, setting: .raya),
    ]
    #expect(turn.rest(beside: pieces).map(\.depth) == [0])
  }

  @Test func manyPiecesWithManyMarks() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 60_000)
    let marked = (0..<10_000).map { Self.span($0 * 6 + 1, $0 * 6 + 4) }
    var turn = MarkedTurn(marked)
    let pieces = (0..<10_000).map { Self.span($0 * 6, $0 * 6 + 5, setting: .raya) }
    for piece in pieces { #expect(turn.spoken(piece.span, in: text.span) == piece.span) }
    #expect(turn.rest(beside: pieces).allSatisfy { $0.depth == 1 })
  }
}
