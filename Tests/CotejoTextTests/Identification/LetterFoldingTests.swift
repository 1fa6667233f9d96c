import Testing

@testable import CotejoText

struct LetterFoldingTests {
  @Test(
    arguments: [
      ("A", "a"), ("Ñ", "ñ"), ("İ", "i"), ("ß", "ß"), ("Σ", "σ"), ("ς", "ς"), ("Ж", "ж"),
      ("Ș", "ș"),
      ("·", "·"), ("Ḃ", "ḃ"), ("ʼ", "ʼ"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func `letters become small`(_ letter: Unicode.Scalar, _ small: Unicode.Scalar) {
    #expect(UInt32(LetterFolding.shared.folded(letter.value)) == small.value)
  }

  @Test(arguments: [" ", "-", "'", "7", "º", "א", "あ", "中", "«", "\u{10FFFF}"] as [Unicode.Scalar])
  func `what is no letter of the three scripts is nothing`(_ scalar: Unicode.Scalar) {
    // The ordinal mark is a letter to Unicode, and one that Spanish writes.
    #expect(LetterFolding.shared.folded(scalar.value) == (scalar == "º" ? 0xBA : 0))
  }

  @Test(
    arguments: [
      ("あ", .kana), ("カ", .kana), ("中", .han), ("가", .hangul), ("א", .hebrew), ("ع", .arabic),
      ("अ", .devanagari), ("ა", .georgian), ("Ա", .armenian), ("ก", .thai), ("ᐁ", .other),
    ] as [(Unicode.Scalar, DecisiveScript)])
  func `other letters have their script`(_ scalar: Unicode.Scalar, _ script: DecisiveScript) {
    #expect(DecisiveScript.of(scalar.value) == script)
  }

  @Test(arguments: ["a", "ж", "。", "€", "🎉", "∑", "，"] as [Unicode.Scalar])
  func `marks and signs have none`(_ scalar: Unicode.Scalar) {
    #expect(DecisiveScript.of(scalar.value) == nil)
  }
}
