import CotejoTestSupport
import Testing

@testable import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

struct FolderListingTests {
  @Test func `files come in byte order, hidden ones and leavings do not`() {
    let folder = TemporaryFolder()
    for name in [
      "b/c.txt", "b.txt", "B.txt", "á.txt", ".hidden", ".git/x", "a.txt~", "~$a.txt", "a/z",
    ] {
      folder.write("x", to: name)
    }
    let listing = FolderListing(folder.path)
    #expect(listing.files == ["B.txt", "a/z", "b.txt", "b/c.txt", "á.txt"])
    #expect(listing.ignored.isEmpty)
    #expect(listing.problems.isEmpty)
  }

  @Test func `folders behind links are listed once, loops end`() {
    let folder = TemporaryFolder()
    folder.write("x", to: "a/x.txt")
    symlink("\(folder.path)/a", "\(folder.path)/b")
    symlink("..", "\(folder.path)/a/up")
    symlink("x.txt", "\(folder.path)/a/y.txt")
    symlink("nowhere", "\(folder.path)/broken")
    let listing = FolderListing(folder.path)
    #expect(listing.files == ["a/x.txt", "a/y.txt"])
    #expect(listing.ignored.map(\.path) == ["broken"])
  }

  @Test func `what is no file is ignored with the reason`() {
    let folder = TemporaryFolder()
    mkfifo("\(folder.path)/pipe", 0o600)
    let listing = FolderListing(folder.path)
    #expect(listing.files.isEmpty)
    #expect(listing.ignored == [.init(path: "pipe", reason: "not a regular file")])
  }

  @Test func `a name that is not UTF-8 is ignored with the reason`() {
    let folder = TemporaryFolder()
    var name = Array("\(folder.path)/a".utf8CString.dropLast())
    name += [CChar(bitPattern: 0xFF), 0]
    if let file = fopen(name, "w") { fclose(file) }
    let listing = FolderListing(folder.path)
    #expect(listing.files.isEmpty)
    #expect(listing.ignored.map(\.reason) == ["its name is not UTF-8"])
  }

  @Test func `a folder that is not there is a problem`() {
    let listing = FolderListing("/nowhere/at all")
    #expect(listing.problems.map(\.place) == ["/nowhere/at all"])
    #expect(
      listing.problems.map(\.message) == ["the folder cannot be read: No such file or directory"])
  }

  @Test func `a file in place of a folder is a problem`() {
    let folder = TemporaryFolder()
    folder.write("x", to: "a")
    let problems = FolderListing(folder.file("a")).problems
    #expect(problems.map(\.place) == [folder.file("a")])
    #expect(problems.map(\.message) == ["the folder cannot be read: it is a file"])
  }

  @Test(arguments: ["c/out", "link", "./c/../c/out/"])
  func `a folder below is set apart under whatever path`(_ path: String) {
    let folder = TemporaryFolder()
    folder.write("x", to: "c/a.txt")
    folder.write("x", to: "c/out/d/p.tsv")
    folder.link("c/out", "link")
    let listing = FolderListing(folder.file("c"), settingApart: folder.file(path))
    #expect(listing.files == ["a.txt"])
    #expect(listing.apart == ["d/p.tsv"])
    #expect(FolderListing(folder.file("c"), settingApart: folder.file("no")).files.count == 2)
    #expect(FolderListing(folder.file("c"), settingApart: folder.file("c")).files.isEmpty)
  }
}
