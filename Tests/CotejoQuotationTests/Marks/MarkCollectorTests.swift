import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct MarkCollectorTests {
  private func marks(_ text: String) throws -> [QuotationMark] {
    let bytes = Array(text.utf8)
    return MarkCollector(
      shapes: try MarkShapes(language: LanguageTag("en")),
      elisions: Elisions(pack: try Articles.pack("en"))
    ).marks(of: 0..<bytes.count, in: bytes.span)
  }

  @Test(arguments: [
    ("\"So", QuotationMark.Side.opens), ("so\"", .closes), ("so\".", .closes), ("(\"so", .opens),
    (" \" ", .undecided), ("a\"b", .undecided), ("\"… so", .opens), ("so \", he", .closes),
    ("¿\"so", .opens),
  ])
  func surroundingsTellTheSide(text: String, side: QuotationMark.Side) throws {
    #expect(try marks(text).map(\.side) == [side])
  }

  @Test(arguments: [
    ("don't", true), ("'tis", true), ("'90s", true), ("6' tall", true), ("the dogs' ", true),
    ("'so", false), ("so.'", false),
  ])
  func apostrophesAreLikelyOnlyWhereTheyStand(text: String, isLikely: Bool) throws {
    let cost = try #require(try marks(text).first?.apostropheCost)
    #expect((cost < 1) == isLikely)
  }
}
