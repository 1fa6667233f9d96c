import CotejoTestSupport
import Testing

@testable import CotejoText

struct DistinctFilesTests {
  private func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write("x", to: "in/b.txt")
    folder.write("x", to: "in/c.txt")
    folder.write("y", to: "elsewhere.txt")
    folder.link("b.txt", "in/a.txt")
    folder.link("../elsewhere.txt", "in/y.txt")
    folder.link("../elsewhere.txt", "in/z.txt")
    folder.link(".", "in/again")
    return folder
  }

  @Test func `the path without a link stands for a file, or else the first`() {
    let folder = folder()
    let names = ["a.txt", "again/b.txt", "b.txt", "c.txt", "y.txt", "z.txt"]
    for base in ["in", "in/", "in/again"] {
      let files = DistinctFiles(names, below: folder.file(base))
      #expect(files.paths == ["b.txt", "c.txt", "y.txt"], "\(base)")
      #expect(files.repeated.map(\.path) == ["a.txt", "again/b.txt", "z.txt"])
      #expect(files.repeated.map(\.first) == ["b.txt", "b.txt", "y.txt"])
    }
  }

  @Test func `copies and files that are not there are told by their names`() {
    let folder = folder()
    let files = DistinctFiles(["none.txt", "c.txt", "none.txt", "b.txt"], below: folder.file("in"))
    #expect(files.paths == ["none.txt", "c.txt", "b.txt"])
    #expect(files.repeated == [.init(path: "none.txt", first: "none.txt")])
    #expect(DistinctFiles([], below: "/nowhere").paths.isEmpty)
  }
}
