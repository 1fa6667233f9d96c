import CotejoTestSupport
import Testing

@testable import CotejoText

struct EntityRepairTests {
  @Test(
    arguments: [
      ("caf&eacute; &amp; t&#233;", "café & té"), ("&ntilde;&Ntilde;", "ñÑ"),
      ("&iquest;&ldquo;", "¿“"),
      ("&#xE9;&#XE9;&#x1F600;", "éé😀"), ("&lt;b&gt; &quot;&apos;", "<b> \"'"),
      ("a&nbsp;b", "a\u{A0}b"),
      // Numbers of Windows-1252.
      ("&#147;a&#148;&#133;", "“a”…"), ("&thetasym;", "ϑ"), ("&#10;", "\n"),
      // Once only.
      ("&amp;eacute;", "&eacute;"), ("&amp;amp;lt;", "&amp;lt;"), ("&&eacute;&", "&é&"),
    ])
  func putsCharactersInPlace(text: String, expected: String) {
    let result = repaired(text, by: EntityRepair())
    #expect(Array(result.text.utf8) == Array(expected.utf8))
    #expect(result.repairs[.entity] != nil)
  }

  @Test(arguments: [
    "", "&", "&;", "&#;", "&#x;", "AT&T; R&D", "&eacute", "& eacute;", "&unknown;", "&EACUTE;",
    "&#xG1;", "&#0;", "&#7;", "&#129;", "&#xD800;", "&#x110000;", "&#99999999;", "&#-5;",
    "&éacute;", "a=1&b=2;",
  ])
  func leavesWhatIsNoReference(text: String) {
    let result = repaired(text, by: EntityRepair())
    #expect(result.text == text)
    #expect(result.repairs.isEmpty)
  }

  @Test func countsWithPlaces() {
    let result = repaired("a&lt;b &gt;", by: EntityRepair())
    #expect(result.repairs[.entity] == Repairs.Tally(count: 2, first: 1))
  }

  @Test func knowsTheNamesOfHTML4() {
    #expect(EntityNames.scalars.count == 253)
    #expect(EntityNames.scalars.keys.allSatisfy { $0.utf8.count <= EntityNames.longest })
  }

  @Test func staysFaithfulOnAnything() {
    var generator = SeededGenerator(seed: 7)
    let pieces = ["&", "#", "x", "1", "F", ";", "eacute", "amp", "lt", "é", " ", "999999"]
    for _ in 0..<2000 {
      let text = (0..<12).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      _ = repaired(text, by: EntityRepair())
    }
  }
}
