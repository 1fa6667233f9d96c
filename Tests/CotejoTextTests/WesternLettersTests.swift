import CotejoText
import Testing

@Suite struct WesternLettersTests {
  @Test(arguments: [("é", "e"), ("ñ", "n"), ("ü", "u"), ("ç", "c"), ("å", "a"), ("í", "i")])
  func anAccentGoes(letter: Unicode.Scalar, plain: Unicode.Scalar) {
    #expect(WesternLetters.withoutAccent(letter.value) == plain.value)
  }

  @Test(arguments: ["e", "ß", "÷", "ω", "É", "🙂"] as [Unicode.Scalar])
  func whatHasNoneStays(scalar: Unicode.Scalar) {
    #expect(WesternLetters.withoutAccent(scalar.value) == scalar.value)
  }
}
