import Testing

@testable import CotejoFidelity

struct DigitsTests {
  private func read(_ text: String, _ traits: NumeralTraits) -> Digits? {
    let bytes = Array(text.utf8)
    return Digits(bytes.span, 0..<bytes.count, traits: traits)
  }

  @Test(arguments: [
    ("12", 12.0, 2, 0), ("0,5", 0.5, 2, 1), ("1.234.567,89", 1_234_567.89, 9, 2),
    ("1,234.5", 1234.5, 5, 1), ("007", 7, 3, 0), ("0.125", 0.125, 4, 3),
  ])
  func `value, digits and decimals`(
    _ text: String, _ value: Double, _ count: Int, _ decimals: Int
  ) throws {
    let digits = try #require(read(text, [.decimalComma, .decimalPoint]))
    #expect(abs(digits.main - value) < 1e-9)
    #expect(digits.count == count)
    #expect(digits.decimals == decimals)
  }

  @Test(arguments: ["1.2.3", "12.05.2024", "1,2,3", "1.234,567.8", "1234.567.890"])
  func `separators that make no number`(_ text: String) {
    #expect(read(text, [.decimalComma, .decimalPoint]) == nil)
  }

  @Test func `a year has four digits and no mark`() {
    #expect(read("2024", .decimalPoint)?.isYearLike == true)
    #expect(read("2,024", .decimalPoint)?.isYearLike == false)
    #expect(read("3024", .decimalPoint)?.isYearLike == false)
  }

  @Test(arguments: [
    ("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XIX", 19), ("XXI", 21), ("XC", 90),
    ("MCMXCIX", 1999), ("IIII", 0), ("IIX", 0), ("VV", 0), ("IC", 0), ("A", 0), ("", 0),
  ])
  func `Roman numerals are read in their one spelling`(_ text: String, _ value: Int32) {
    let bytes = Array(text.utf8)
    let roman = Piece.roman(bytes.span, 0..<bytes.count)
    #expect(roman == value)
  }
}
