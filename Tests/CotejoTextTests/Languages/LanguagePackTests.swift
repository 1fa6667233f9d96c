import CotejoTestSupport
import Testing

@testable import CotejoText

struct LanguagePackTests {
  @Test(arguments: ["ca", "de", "en", "en-GB", "es", "es-MX", "fr", "gl", "it", "pt", "pt-BR"])
  func `the packs that come with the program can be read`(_ tag: String) throws {
    let pack = try #require(try LanguagePack.find(LanguageTag(tag)))
    #expect(pack.language.description == tag.prefix(2))
  }

  @Test func `a language without data has no pack`() throws {
    #expect(try LanguagePack.find(LanguageTag("tlh")) == nil)
  }

  @Test func `a folder that is not there is an error`() throws {
    let error = try #require(throws: TextError.self) {
      try LanguagePack.find(LanguageTag("es"), in: "/nowhere/at/all")
    }
    #expect(error.code == .languageData)
    #expect(error.place == "/nowhere/at/all")
  }

  @Test func `an empty folder is a pack without lists`() throws {
    let folder = TemporaryFolder()
    let pack = try LanguagePack(language: LanguageTag("es"), folder: folder.path)
    #expect(!pack.breaksBeforeLowerCase)
  }

  @Test func `a fault in a file is told with file and line`() throws {
    let folder = TemporaryFolder()
    folder.write(Array("[orthography]\nupside-down\n".utf8), to: "sentences.txt")
    let error = try #require(throws: TextError.self) {
      try LanguagePack(language: LanguageTag("es"), folder: folder.path)
    }
    #expect(error.place == "\(folder.path)/sentences.txt:2")
  }

  @Test func `a user's folder stands in for the program's`() throws {
    let folder = TemporaryFolder()
    #expect(try LanguagePack.find(LanguageTag("es"), in: folder.path) == nil)
  }
}
