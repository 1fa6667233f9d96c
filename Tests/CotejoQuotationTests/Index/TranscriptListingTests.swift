import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct TranscriptListingTests {
  @Test func `text files at any depth, each once, and what cannot be one`() throws {
    let corpus = IndexFolder()
    for name in ["b.txt", "a/c.TXT", "a.md", "é.txt"] { corpus.write("x", to: name) }
    corpus.folder.link("b.txt", "corpus/a-link.txt")
    corpus.folder.link("../b.txt", "corpus/a/link.txt")
    corpus.folder.link("nowhere", "corpus/z.txt")
    let listing = try corpus.listing
    #expect(listing.files == ["a/c.TXT", "b.txt", "é.txt"])
    #expect(listing.skipped.map(\.identifier) == ["z.txt"])
    #expect(listing.name(of: "b.txt") == corpus.folder.file("corpus/b.txt"))
  }

  @Test func `a folder that is not there, or a file, is an error`() throws {
    let corpus = IndexFolder()
    corpus.write("x", to: "a.txt")
    for path in ["/nowhere/at all", corpus.folder.file("corpus/a.txt")] {
      let error = #expect(throws: QuotationError.self) { try TranscriptListing(of: path) }
      #expect(error?.code == .unreadable && error?.place == path)
    }
  }

  @Test func `chosen files are put in order and named`() {
    let content = FileContent(of: [])
    let listing = TranscriptListing(
      [("b.txt", content), ("B.txt", content), ("a/x.txt", content)], below: "/x/",
      chosenBy: "{day}.txt", prefix: "press/")
    #expect(listing.files == ["B.txt", "a/x.txt", "b.txt"])
    #expect(listing.name(of: "b.txt") == "press/b.txt" && listing.path(of: "b.txt") == "/x/b.txt")
  }

  @Test(arguments: [(0, 0, true), (8, 100, true), (9, 1, false), (8, 160_000, false)])
  func `what is few is told by number and size`(_ count: Int, _ size: Int, _ isFew: Bool) throws {
    let corpus = IndexFolder()
    for number in 0..<count {
      corpus.write(String(repeating: "a", count: size), to: "\(number).txt")
    }
    let listing = try corpus.listing
    #expect(listing.isFew == isFew)
    let files = listing.files.map {
      (path: $0, content: FileContent(of: corpus.folder.bytes("corpus/\($0)")))
    }
    let chosen = TranscriptListing(files, below: corpus.folder.file("corpus"), chosenBy: "x")
    #expect(chosen.isFew == isFew)
  }
}
