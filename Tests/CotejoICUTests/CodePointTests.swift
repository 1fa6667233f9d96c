import Testing

@testable import CotejoICU

struct CodePointTests {
  @Test(
    arguments: [("Á", "á"), ("ß", "ß"), ("1", "1"), ("Σ", "σ")]
      as [(Unicode.Scalar, Unicode.Scalar)])
  func foldsOneToOne(scalar: Unicode.Scalar, folded: Unicode.Scalar) {
    #expect(CodePoint.caseFolded(scalar.value) == folded.value)
  }

  @Test(
    arguments: [
      ("ñ", .letter), ("\u{301}", .mark), ("4", .number), ("½", .number), ("¿", .other),
      (" ", .other), ("º", .letter),
    ] as [(Unicode.Scalar, CodePoint.Kind)])
  func sortsByCategory(scalar: Unicode.Scalar, kind: CodePoint.Kind) {
    #expect(CodePoint.kind(scalar.value) == kind)
  }

  @Test func takesWhatIsNoCodePoint() {
    #expect(CodePoint.kind(0x11_0000) == .other)
    #expect(CodePoint.kind(.max) == .other)
  }

  @Test(
    arguments: [
      ("Ñ", .upper), ("ǅ", .upper), ("ñ", .lower), ("中", CodePoint.LetterCase.none),
      ("º", CodePoint.LetterCase.none), ("1", nil), ("\u{301}", nil),
    ] as [(Unicode.Scalar, CodePoint.LetterCase?)])
  func tellsTheCaseOfLetters(scalar: Unicode.Scalar, letterCase: CodePoint.LetterCase?) {
    #expect(CodePoint.letterCase(scalar.value) == letterCase)
  }
}
