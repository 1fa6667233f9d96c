import CotejoTestSupport
import Testing

@testable import CotejoText

struct LanguageContrastTests {
  private func contrast(_ language: String, _ other: String) throws -> LanguageContrast? {
    try LanguageContrast(
      LanguageTag(language), against: LanguageTag(other), model: ShippedModel.model())
  }

  private func leaning(
    _ word: String, _ language: String, _ other: String
  ) throws -> LanguageContrast.Leaning {
    var contrast = try #require(try contrast(language, other))
    let bytes = Array(word.utf8)
    return contrast.leaning(of: bytes.span)
  }

  @Test(arguments: [
    ("natürlich", "de", "fr"), ("aujourd'hui", "fr", "de"), ("perché", "it", "en"),
    ("coneixement", "ca", "es"), ("conhecimento", "pt", "gl"), ("γνώση", "el", "en"),
    ("знание", "ru", "de"), ("знання", "uk", "ru"), ("kjærlighet", "nb", "da"),
  ])
  func `a word of one language leans to it and away from the other`(
    _ word: String, _ language: String, _ other: String
  ) throws {
    let leaning = try leaning(word, language, other)
    #expect(leaning.odds > 3)
    #expect(leaning.margin > -1)
    #expect(try self.leaning(word, other, language).odds == -leaning.odds)
  }

  @Test(arguments: [("casa", "es", "pt"), ("hotel", "de", "fr"), ("radio", "it", "en")])
  func `what both languages have says little`(
    _ word: String, _ language: String, _ other: String
  ) throws {
    #expect(try abs(leaning(word, language, other).odds) < 3)
  }

  @Test func `a word of a third language has no margin`() throws {
    #expect(try leaning("knowledge", "fr", "fi").margin < -3)
  }

  @Test func `kin do not speak against a language`() throws {
    let (ru, de) = (try LanguageTag("ru"), try LanguageTag("de"))
    let kin: Set = [try LanguageTag("uk"), try LanguageTag("bg"), ru]
    let model = try ShippedModel.model()
    var contrast = try #require(LanguageContrast(ru, against: de, kin: kin, model: model))
    let bytes = Array("знание".utf8)
    let alone = try leaning("знание", "ru", "de")
    let together = contrast.leaning(of: bytes.span)
    #expect(together.odds == alone.odds)
    #expect(together.margin > alone.margin + 2)
    // The other language does, kin or not.
    var close = try #require(
      LanguageContrast(ru, against: LanguageTag("uk"), kin: kin, model: model))
    let leaning = close.leaning(of: bytes.span)
    #expect(leaning.margin <= leaning.odds)
  }

  @Test func `letter case does not matter and the parts of a word say together what it says`()
    throws
  {
    let word = try leaning("natürlich", "de", "fr")
    #expect(try leaning("Natürlich", "de", "fr") == word)
    #expect(try leaning("natürlich-natürlich", "de", "fr").odds == 2 * word.odds)
  }

  @Test func `letters of another script decide, whatever the model knows`() throws {
    for (language, other) in [("zh", "fr"), ("ja", "de"), ("hi", "en"), ("ja", "zh"), ("ko", "ru")]
    {
      let word = ["zh": "知识", "ja": "しれ", "hi": "ज्ञान", "ko": "지식"][language] ?? ""
      #expect(try leaning(word, language, other).odds == LanguageContrast.scriptOdds, "\(language)")
    }
    #expect(try leaning("知识", "fr", "zh").odds == -LanguageContrast.scriptOdds)
    // Both write Han characters.
    #expect(try leaning("知识", "zh", "ja").odds == 0)
    // A loan in Chinese may be of any language.
    #expect(try leaning("aujourd'hui", "fr", "zh").odds > 3)
    #expect(try leaning("knowledge", "fr", "zh").odds < 0)
  }

  @Test func `languages that are not told apart have no contrast`() throws {
    for (language, other) in [
      ("es", "es-MX"), ("nb", "nn"), ("no", "nb"), ("fr", "tlh"), ("de", "ar"),
    ] {
      #expect(try contrast(language, other) == nil, "\(language) \(other)")
    }
    #expect(try leaning("nuqneH", "tlh", "fr") == .init(odds: 0, margin: 0))
  }

  @Test(arguments: ["", "1984", "…", "\u{0}", "🙂", "\u{301}"])
  func `what has no letters says nothing or next to nothing`(_ text: String) throws {
    #expect(try abs(leaning(text, "fr", "de").odds) < 1)
  }

  @Test func `any valid text can be asked about`() throws {
    var random = SeededGenerator(seed: 6)
    var contrast = try #require(try contrast("fr", "de"))
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random)) ?? "x"
      }
      let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
      let leaning = contrast.leaning(of: bytes.span)
      #expect(leaning.odds.isFinite && leaning.margin.isFinite)
      #expect(leaning.odds >= leaning.margin)
      var anew = contrast
      #expect(anew.leaning(of: bytes.span) == leaning)
    }
  }
}
