import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

/// Numbers written by writers of the tests' own read back; nothing traps a reader.
struct ValuePropertyTests {
  @Test(arguments: ["es", "en"])
  func `numbers in words read back`(_ language: String) throws {
    var generator = SeededGenerator(seed: 7)
    let tag = try LanguageTag(language)
    var tokenizer = try Tokenizer(language: tag)
    var reader = try ValueReader(language: tag)
    for index in 0..<3000 {
      let digits = Int.random(in: 1...9, using: &generator)
      let bound = (0..<digits).reduce(1) { power, _ in power * 10 }
      let number = index < 1100 ? index : Int.random(in: 0..<bound, using: &generator)
      let text = language == "es" ? NumberWriter.spanish(number) : NumberWriter.english(number)
      let bytes = Array(text.utf8)
      var tokens: [Token] = []
      try tokenizer.appendTokens(of: TextSpan(0, Int32(bytes.count)), in: bytes, to: &tokens)
      let readings = reader.readings(in: bytes, tokens: tokens)
      #expect(readings.count == 1, "\(text)")
      #expect(readings.first?.value.number == Double(number), "\(text)")
      #expect(readings.first?.range == 0..<Int32(bytes.count), "\(text)")
    }
  }

  @Test(arguments: [".", ",", "\u{A0}", "\u{202F}", "'", " "])
  func `grouped digits are among the readings`(_ separator: String) throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let number = Int.random(in: 1000..<1_000_000_000, using: &generator)
      var text = ""
      for (index, digit) in String(number).reversed().enumerated() {
        if index > 0, index % 3 == 0 { text = separator + text }
        text = String(digit) + text
      }
      let readings = try values(text, "es")
      #expect(readings.count == 1, "\(text)")
      #expect(readings.first?.meanings.contains { $0.number == Double(number) } == true, "\(text)")
    }
  }

  @Test(arguments: ["es", "en", "ja"])
  func `any text is read without a trap`(_ language: String) throws {
    var generator = SeededGenerator(seed: 3)
    let words = [
      "dos", "mil", "millones", "y", "medio", "three", "hundred", "and", "half", "a", "of", "%",
      "1.234", "3", "/", "-", "$", "€", "mayo", "May", "siglo", "XIX", "s", "'", "h", ":", "30",
      "de", "cada", "point", "coma", "cinco", "twenty", "first", "ª", "½", "1,2,3", "0007", "p.m.",
    ]
    let tag = try LanguageTag(language)
    var tokenizer = try Tokenizer(language: tag)
    var reader = try ValueReader(language: tag)
    for round in 0..<600 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let isWord = Bool.random(using: &generator) || round % 3 > 0
        text += isWord ? words.randomElement(using: &generator) ?? "" : generator.text(upTo: 4)
        if Bool.random(using: &generator) { text += " " }
      }
      let bytes = Array(text.utf8)
      var tokens: [Token] = []
      try tokenizer.appendTokens(of: TextSpan(0, Int32(bytes.count)), in: bytes, to: &tokens)
      var end: Int32 = 0
      for reading in reader.readings(in: bytes, tokens: tokens) {
        #expect(reading.range.lowerBound >= end && !reading.range.isEmpty)
        end = reading.range.upperBound
        for bound in [reading.range.lowerBound, reading.range.upperBound] {
          #expect(bound == bytes.count || bytes[Int(bound)] & 0xC0 != 0x80, "\(text)")
        }
        #expect(reading.value.number.isFinite, "\(text)")
      }
      #expect(end <= bytes.count)
    }
  }

  @Test func `tokens that are not of the text are left out`() throws {
    var reader = try ValueReader(language: LanguageTag("es"))
    let tokens = [
      Token(span: TextSpan(2, 9), kind: .number), Token(span: TextSpan(0, 1), kind: .number),
    ]
    #expect(reader.readings(in: Array("7".utf8), tokens: tokens).map(\.value.number) == [7])
  }
}
