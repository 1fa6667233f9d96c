import Testing

@testable import CotejoText

struct WordShapeTests {
  @Test func `tells case, digits and vowels`() {
    func shape(_ word: String) -> WordShape {
      let bytes = Array(word.utf8)
      return WordShape(from: 0, to: bytes.count, in: bytes.span)
    }
    #expect(shape("Sgt").isCapitalized && !shape("Sgt").hasVowel && !shape("Sgt").isCapitals)
    #expect(shape("ÁREA").isCapitals && shape("ÁREA").hasVowel)
    #expect(shape("ñandú").count == 5 && !shape("ñandú").isCapitalized)
    #expect(shape("B36").hasDigit && !shape("bajo").hasDigit)
    #expect(shape("").count == 0)
  }
}
