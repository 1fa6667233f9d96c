import Testing

@testable import CotejoText

struct FormRepairTests {
  private let both = FormRepair(ligatures: true, fullWidth: true)

  @Test(
    arguments: [
      (
        "o\u{FB01}cina \u{FB02}or a\u{FB00}air e\u{FB03}cace \u{FB06}",
        "oficina flor affair efficace st"
      ),
      ("\u{FF21}\u{FF22}\u{FF13}", "AB3"), ("a\u{FF0C}b\u{FF01}", "a,b!"), ("\u{FFE1}5", "£5"),
      ("\u{FF08}a\u{FF09}", "(a)"),
    ])
  func putsPlainCharactersInPlace(text: String, expected: String) {
    let result = repaired(text, by: both)
    #expect(Array(result.text.utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    "", "日本\u{FF0C}語\u{FF01}", "\u{FF88}\u{FF7A}", "\u{FEFF}a", "\u{FFFD}", "\u{FFFC}",
  ])
  func leavesOthers(text: String) {
    #expect(Array(repaired(text, by: both).text.utf8) == Array(text.utf8))
  }

  @Test func lettersAndDigitsAmongIdeographsBecomePlain() {
    #expect(repaired("第\u{FF13}回", by: both).text == "第3回")
  }

  @Test func eachCanBeSwitched() {
    let text = "\u{FB01}\u{FF21}"
    #expect(repaired(text, by: FormRepair(ligatures: true, fullWidth: false)).text == "fi\u{FF21}")
    #expect(repaired(text, by: FormRepair(ligatures: false, fullWidth: true)).text == "\u{FB01}A")
    #expect(repaired(text, by: both).repairs.entries.map(\.kind) == [.ligature, .fullWidth])
  }
}
