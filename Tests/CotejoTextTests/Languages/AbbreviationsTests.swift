import Testing

@testable import CotejoText

struct AbbreviationsTests {
  private static let list = """
    [never]
    Sr.
    Fr.
    [may-end]
    etc.
    a. C.
    m.
    [seldom-ends]
    EE. UU.
    S. A. de C. V.
    S. A.
    fr.
    [before-number]
    núm.
    """

  private func abbreviations(_ text: String) throws -> Abbreviations {
    let file = try WordListFile(
      Array(text.utf8), place: "a.txt",
      sections: Set(Abbreviations.Class.allCases.map { $0.heading }))
    return try Abbreviations(file, place: "a.txt")
  }

  /// The abbreviation that ends with the last stop of `text`.
  private func match(_ text: String) throws -> (text: String, kind: Abbreviations.Class)? {
    let bytes = Array(text.utf8)
    let stop = try #require(bytes.lastIndex(of: 0x2E))
    let found = try abbreviations(Self.list).match(endingAt: stop, in: bytes.span, floor: 0)
    return found.map { (String(decoding: bytes[$0.lower...stop], as: UTF8.self), $0.kind) }
  }

  @Test(arguments: [
    ("El Sr.", "Sr.", Abbreviations.Class.never),
    ("SR.", "SR.", .never),
    ("(etc.", "etc.", .mayEnd),
    ("Etc.", "Etc.", .mayEnd),
    ("300 a. C.", "a. C.", .mayEnd),
    ("300 a.C.", "a.C.", .mayEnd),
    ("300 a.\u{A0}C.", "a.\u{A0}C.", .mayEnd),
    ("en EE.\n  UU.", "EE.\n  UU.", .seldomEnds),
    ("Alfa, S.A. de C.V.", "S.A. de C.V.", .seldomEnds),
    ("Alfa, S. A.", "S. A.", .seldomEnds),
    ("el Fr.", "Fr.", .never),
    ("en fr.", "fr.", .seldomEnds),
    ("Ley núm.", "núm.", .beforeNumber),
    ("NÚM.", "NÚM.", .beforeNumber),
  ])
  func `finds the longest entry in all its forms`(
    _ text: String, _ expected: String, _ kind: Abbreviations.Class
  ) throws {
    let found = try #require(try match(text))
    #expect(found.text == expected)
    #expect(found.kind == kind)
  }

  @Test(arguments: ["Petc.", "ñetc.", "2etc.", "sr.", "Robert M.", "UU.", "a. c.", "."])
  func `matches whole words in listed case only`(_ text: String) throws {
    #expect(try match(text) == nil)
  }

  @Test(arguments: [
    "[never]\nSr", "[never]\n.", "[never]\na.\n[may-end]\na.", "[never]\na. b.\n[may-end]\na.b.",
    "[never]\na. b. c. d. e. f. g. h. i. j.",
  ])
  func `refuses entries that cannot be`(_ list: String) throws {
    let error = try #require(throws: TextError.self) { try abbreviations(list) }
    #expect(error.code == .languageData)
    #expect(error.place.hasPrefix("a.txt:"))
  }

  @Test func `long white space is no blank of an entry`() throws {
    let text = "a." + String(repeating: " ", count: 1000) + "C."
    #expect(try match(text) == nil)
  }
}
