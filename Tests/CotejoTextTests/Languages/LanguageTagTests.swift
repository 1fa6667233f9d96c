import CotejoText
import Testing

struct LanguageTagTests {
  @Test(arguments: [
    ("es", "es", "es"), ("ES", "es", "es"), ("no", "no", "no"), ("es-mx", "es-MX", "es"),
    ("es_MX", "es-MX", "es"), ("es-419", "es-419", "es"), ("ZH_hant_tw", "zh-Hant-TW", "zh"),
    ("gsw", "gsw", "gsw"), ("zh-yue-HK", "zh-yue-HK", "zh"),
    ("sl-ROZAJ-biske", "sl-rozaj-biske", "sl"),
    ("de-CH-1996", "de-CH-1996", "de"), ("en-a-BB-x-CC-Latn", "en-a-bb-x-cc-latn", "en"),
    ("ca-valencia", "ca-valencia", "ca"), ("es-x-Legal", "es-x-legal", "es"), ("qaa", "qaa", "qaa"),
    ("x-Own", "x-own", "x-own"), ("en-u-ca-gregory", "en-u-ca-gregory", "en"),
    ("und", "und", "und"),
  ])
  func readsTagsInAnyCase(tag: String, text: String, language: String) throws {
    let read = try LanguageTag(tag)
    #expect(read.description == text)
    #expect(read.language == language)
    #expect(try LanguageTag(read.description) == read)
  }

  @Test(arguments: [
    "", "-", "e", "es-", "-es", "es--MX", "español", "ñu", "es MX", "es-MX-", "spanish", "123",
    "es-123456789", "x", "x-", "es-x", "es-a", "es-a-x-b", "es-MX-Latn", "de-1996-1996",
    "en-a-bb-a-cc", "es.UTF-8", "es_ES.UTF-8", "i-klingon", "es\0", "false", "e1",
  ])
  func refusesWhatIsNoTag(tag: String) {
    let error = #expect(throws: TextError.self) { try LanguageTag(tag) }
    #expect(error?.code == .invalidLanguageTag)
    #expect(error?.message.contains("'\(tag)'") == true)
  }

  @Test func sortsByText() throws {
    let tags = try ["es-MX", "en", "zh-Hant", "es", "es-419"].map { try LanguageTag($0) }
    #expect(tags.sorted().map(\.description) == ["en", "es", "es-419", "es-MX", "zh-Hant"])
  }

  @Test func countsSpellingsOfOneTagOnce() throws {
    #expect(Set(try [LanguageTag("es-mx"), LanguageTag("ES_MX")]).count == 1)
  }
}
