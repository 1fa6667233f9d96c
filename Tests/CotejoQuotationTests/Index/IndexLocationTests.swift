import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct IndexLocationTests {
  private let corpus = IndexFolder()

  private func chosen(_ selection: String, below folder: String) -> TranscriptListing {
    TranscriptListing([], below: folder, chosenBy: selection)
  }

  @Test func `each folder and language has a place of its own in the user's cache`() throws {
    var english = corpus.options
    english.language = try LanguageTag("en")
    let location = IndexLocation.userCache
    let here = try #require(location.path(of: corpus.listing, options: corpus.options))
    #expect(here.hasSuffix(".index") && here.contains("/cotejo/transcripts/"))
    let same = try TranscriptListing(of: corpus.folder.file("corpus/./"))
    #expect(here == location.path(of: same, options: corpus.options))
    #expect(here != location.path(of: same, options: english))
    let other = try TranscriptListing(of: corpus.folder.path)
    #expect(here != location.path(of: other, options: corpus.options))
  }

  @Test func `each choice of a folder's files has a place of its own`() throws {
    let location = IndexLocation.folder("/x/y")
    let folder = corpus.folder.file("corpus")
    let paths = [
      try corpus.listing, chosen("", below: folder), chosen("es", below: folder),
      chosen("es/{day}.txt", below: folder),
    ].compactMap { location.path(of: $0, options: corpus.options) }
    #expect(Set(paths).count == 4)
    for path in paths { #expect(path.hasPrefix("/x/y/") && path.hasSuffix(".index"), "\(path)") }
  }

  @Test func `a file is itself`() throws {
    let path = try IndexLocation.file("a b.index").path(of: corpus.listing, options: corpus.options)
    #expect(path == "a b.index")
  }
}
