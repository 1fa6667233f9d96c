import CotejoTestSupport
import Testing

@testable import CotejoICU

struct CharsetDetectorTests {
  /// Spanish in Latin-1.
  private static let latin = "El señor presidente habló mañana y tarde de la educación pública."
    .unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }

  @Test func knowsLatin1AndItsLanguage() throws {
    var detector = try CharsetDetector()
    let best = try #require(try detector.matches(of: Self.latin.span).first)
    #expect(best.charset == "ISO-8859-1")
    #expect(best.language == "es")
    #expect((1...100).contains(best.confidence))
  }

  @Test func knowsUnicode() throws {
    var detector = try CharsetDetector()
    let text = Array("\u{FEFF}El señor presidente".utf8)
    #expect(try detector.matches(of: text.span).first?.charset == "UTF-8")
    let wide: [UInt8] = [0xFF, 0xFE] + "Hola".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try detector.matches(of: wide.span).first?.charset == "UTF-16LE")
  }

  @Test func guessesNothingWhereNothingFits() throws {
    var detector = try CharsetDetector()
    #expect(try detector.matches(of: [0xB0].span).isEmpty)
  }

  @Test func ordersMatchesAndTakesAnyBytes() throws {
    var detector = try CharsetDetector()
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 2, 3, 100, 20_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let confidences = try detector.matches(of: bytes.span).map(\.confidence)
      #expect(confidences == confidences.sorted(by: >))
    }
  }
}
