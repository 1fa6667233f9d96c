import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct MarkShapesTests {
  @Test(arguments: [
    ("en", "“", QuotationMark.Shape.opening), ("de", "“", .closing), ("sv", "”", .neutral),
    ("es", "»", .closing), ("en", "\"", .neutral), ("de", "„", .opening),
  ])
  func aMarkHasTheShapeOfItsLanguage(
    language: String, mark: String, shape: QuotationMark.Shape
  ) throws {
    let shapes = try MarkShapes(language: LanguageTag(language))
    let bytes = Array(mark.utf8)
    let found = shapes.mark(at: 0, in: bytes.span, ceiling: bytes.count)
    #expect(found?.entry.shape == shape)
    #expect(found?.width == bytes.count)
  }

  @Test func twoApostrophesAreOneMark() throws {
    let shapes = try MarkShapes(language: LanguageTag("en"))
    let bytes = Array("''".utf8)
    #expect(shapes.mark(at: 0, in: bytes.span, ceiling: 2)?.width == 2)
    #expect(shapes.mark(at: 0, in: bytes.span, ceiling: 1)?.width == 1)
  }
}
