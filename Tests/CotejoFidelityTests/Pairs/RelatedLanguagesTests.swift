import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct RelatedLanguagesTests {
  @Test(arguments: [
    ("es", "gl", true), ("pt-BR", "es-MX", true), ("nn", "da", true), ("uk", "ru", true),
    ("es", "en", false), ("cs", "sl", false), ("tlh", "tlh", false),
  ])
  func theShippedGroupsAreRead(_ first: String, _ second: String, _ areRelated: Bool) throws {
    let (first, second) = (try LanguageTag(first), try LanguageTag(second))
    let related = try RelatedLanguages()
    #expect(related.areRelated(first, second) == areRelated)
    #expect(related.areRelated(second, first) == areRelated)
    #expect(related.relatives(of: first).isEmpty || related.relatives(of: first).count > 1)
    #expect(!related.source.isEmpty)
  }

  @Test func commentsAndBlankLinesAreNoGroups() throws {
    let text = "# es en\r\n\n  es gl # es en\r\n"
    let related = try RelatedLanguages(Array(text.utf8), place: "related.txt")
    let (es, gl, en) = (try LanguageTag("es"), try LanguageTag("gl"), try LanguageTag("en"))
    #expect(related.areRelated(es, gl))
    #expect(!related.areRelated(es, en))
  }

  @Test(arguments: [
    ("es\n", 1), ("es gl\n\nda\n", 3), ("es spanish\n", 1), ("es ..\n", 1), ("\u{FF}", 1),
  ])
  func aLineThatIsNoGroupIsRefusedWithItsPlace(_ text: String, _ line: Int) throws {
    let error = try #require(throws: FidelityError.self) {
      try RelatedLanguages(Array(text.utf8), place: "related.txt")
    }
    #expect(error.code == .languageData)
    #expect(error.place == "related.txt:\(line)")
  }
}
