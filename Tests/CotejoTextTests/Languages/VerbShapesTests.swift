import Testing

@testable import CotejoText

struct VerbShapesTests {
  private func shapes(_ text: String) throws -> VerbShapes {
    let file = try WordListFile(
      Array(text.utf8), place: "q.txt", sections: ClassedWords.headings)
    return try VerbShapes(file, place: "q.txt")
  }

  private let small = """
    [gerund-endings]
    -ndo
    [past-endings]
    -ó
    -ía
    -dijo
    [not-past-endings]
    -ría
    [enclitics]
    -le
    [enclitic-hosts]
    -ó ó
    -díjo dijo
    """

  @Test(arguments: [
    ("miró", true), ("decía", true), ("predijo", true), ("contestóle", true), ("díjole", true),
    ("diría", false), ("mira", false), ("mole", false), ("oó", false), ("", false),
  ])
  func `a past is told by its ending`(_ form: String, _ isPast: Bool) throws {
    #expect(try shapes(small).isPast(Array(form.utf8)) == isPast)
  }

  @Test(arguments: [("díjole", "dijo"), ("contestóle", "contestó"), ("dijo", nil), ("le", nil)])
  func `a pronoun at the end is taken off`(_ form: String, _ plain: String?) throws {
    let found = try shapes(small).withoutEnclitic(Array(form.utf8))
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == plain)
  }

  @Test(arguments: [("mirando", true), ("mirándole", true), ("mundo", true), ("mira", false)])
  func `a gerund may have a pronoun`(_ form: String, _ isGerund: Bool) throws {
    #expect(try shapes(small).isGerund(Array(form.utf8)) == isGerund)
  }

  @Test func `half a pair is a fault with its line`() throws {
    let error = #expect(throws: TextError.self) { try shapes("[enclitic-hosts]\n-díjo\n") }
    #expect(error?.place == "q.txt:2")
  }

  @Test func `without endings no shape is known`() throws {
    let shapes = try VerbShapes()
    #expect(!shapes.knowsPasts && !shapes.isPast(Array("miró".utf8)))
  }
}
