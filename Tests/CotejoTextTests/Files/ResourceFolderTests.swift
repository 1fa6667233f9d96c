import CotejoTestSupport
import Testing

@testable import CotejoText

struct ResourceFolderTests {
  @Test func findsTheBundleBesideTheTests() throws {
    let path = try #require(ResourceFolder.path(of: "languages", target: "CotejoText"))
    #expect(path.hasSuffix("/cotejo_CotejoText.resources/Resources/languages"))
  }

  @Test func missesWhatIsNotThere() {
    #expect(ResourceFolder.path(of: "languages/none.txt", target: "CotejoText") == nil)
    #expect(ResourceFolder.path(of: "languages", target: "NoSuchTarget") == nil)
  }

  @Test func takesAnOverrideAsFolderOrAsFile() throws {
    let folder = TemporaryFolder()
    folder.write([1], to: "es.lexicon")
    let whole = folder.file("es.lexicon")
    #expect(
      ResourceFolder.path(of: "es.lexicon", target: "CotejoText", override: folder.path) == whole)
    #expect(
      ResourceFolder.path(of: "en.lexicon", target: "CotejoText", override: whole) == whole)
  }

  @Test func neverPutsShippedDataInPlaceOfAMissingOverride() {
    #expect(
      ResourceFolder.path(of: "languages", target: "CotejoText", override: "/nonexistent") == nil)
  }

  @Test func looksInTheInstalledPlaceBeforeTheBundle() throws {
    let places = ResourceFolder.candidates("a.txt", target: "CotejoText")
    let installed = try #require(
      places.firstIndex { $0.hasSuffix("/../share/cotejo/a.txt") })
    let bundle = try #require(
      places.firstIndex { $0.hasSuffix("/cotejo_CotejoText.resources/Resources/a.txt") })
    #expect(installed < bundle)
  }
}
