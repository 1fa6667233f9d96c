import CotejoTestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

struct TemporaryFolderTests {
  @Test func `nothing is left, whatever it is named and whoever may read it`() {
    var path = ""
    do {
      let folder = TemporaryFolder()
      path = folder.path
      folder.write("a", to: "a b/.hidden/c")
      folder.link("/", "link")
      chmod(folder.folder("locked/inner"), 0)
      chmod(folder.file("locked"), 0)
      // Names need not be UTF-8, but for file systems that ask it.
      let name = Array("\(path)/a".utf8CString.dropLast()) + [-1, 0]
      if let stream = fopen(name, "w") { fclose(stream) }
      #expect(folder.names().count >= 3)
    }
    #expect(access(path, F_OK) == -1)
    #expect(access("/", F_OK) == 0)
  }

  @Test func `a folder below, or a file, can be removed alone`() {
    let folder = TemporaryFolder()
    folder.write("a", to: "b/c")
    folder.write("a", to: "d")
    folder.remove("b")
    #expect(folder.names() == ["d"])
    folder.remove("d")
    #expect(folder.names() == [])
  }
}
