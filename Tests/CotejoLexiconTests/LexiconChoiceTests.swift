import CotejoText
import Testing

@testable import CotejoLexicon

struct LexiconChoiceTests {
  private func open(_ name: String, _ source: String, _ target: String) throws -> Lexicon? {
    try LexiconChoice(name).open(source: LanguageTag(source), target: LanguageTag(target))
  }

  @Test func `names say which lexicon is opened`() throws {
    #expect(LexiconChoice.names.map { LexiconChoice($0) } == [.automatic, .shipped, .none])
    #expect(LexiconChoice("None") == .file("None"))
    #expect(try open("none", "es", "en") == nil)
    #expect(try open("automatic", "fi", "en") == nil)
    let lexicon = try #require(try open("automatic", "en", "es"))
    #expect(lexicon.checksum == (try open("shipped", "es", "en"))?.checksum)
    #expect(lexicon.source.description == "en")
    let error = #expect(throws: LexiconError.self) { try open("shipped", "fi", "en") }
    #expect(error?.code == .notShipped)
  }

  @Test func `any other name is a file`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("automatic.lexicon")
    let missing = #expect(throws: LexiconError.self) { try open(path, "es", "en") }
    #expect(missing?.code == .unreadable)
    try Farm.lexicon().write(to: path)
    #expect(try open(path, "en", "es")?.count(.source) == Farm.lexicon().count(.target))
    let other = #expect(throws: LexiconError.self) { try open(path, "es", "fr") }
    #expect(other?.code == .otherLanguages)
  }
}
