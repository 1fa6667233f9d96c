import CotejoTestSupport
import Testing

@testable import CotejoText

struct SystemCallTests {
  @Test func `a folder is told from all else, through links, too`() {
    let folder = TemporaryFolder()
    folder.folder("below")
    folder.write("x", to: "file")
    folder.link("below", "link")
    folder.link("file", "other")
    folder.link("nowhere", "broken")
    for name in ["below", "below/", "link", "."] {
      #expect(SystemCall.isFolder(folder.file(name)), "\(name)")
    }
    for name in ["file", "other", "broken", "none", "file/x"] {
      #expect(!SystemCall.isFolder(folder.file(name)), "\(name)")
    }
    #expect(!SystemCall.isFolder("") && !SystemCall.isFolder("-"))
    #expect(SystemCall.isFolder("/"))
  }

  @Test func `a real path has no links, dots and double slashes`() {
    let folder = TemporaryFolder()
    folder.write("x", to: "a/file")
    folder.link("a", "link")
    let real = SystemCall.realPath(folder.file("a/file"))
    #expect(real.hasSuffix("/a/file"))
    #expect(SystemCall.realPath(folder.file("link/.//file")) == real)
    #expect(SystemCall.realPath(folder.file("none/..")) == folder.file("none/.."))
    #expect(SystemCall.realPath("") == "")
  }

  @Test func `paths below a folder`() {
    #expect(SystemCall.path(of: "a/b", below: "x") == "x/a/b")
    #expect(SystemCall.path(of: "a", below: "/") == "/a")
  }

  @Test func `what a link holds`() {
    let folder = TemporaryFolder()
    folder.write("x", to: "file")
    folder.link("../a b", "link")
    #expect(SystemCall.readLink(folder.file("link")) == "../a b")
    #expect(SystemCall.readLink(folder.file("file")) == nil)
    #expect(SystemCall.readLink(folder.file("none")) == nil)
  }
}
