import Testing

@testable import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

struct OutputFolderTests {
  @Test func makesAFolderAndThoseAboveIt() throws {
    let folder = TemporaryFolder()
    for path in ["a/b//c/", "a", "a/b/./d", "ñ"] {
      try OutputFolder.make(folder.file(path))
      try OutputFolder.make(folder.file(path))
    }
    let file = folder.file("a/b/c/x")
    var output = try OutputFile(path: file)
    output.write(Array("x".utf8).span)
    try output.commit()
    #expect(try InputFile.bytes(of: file) == Array("x".utf8))
    unlink(file)
    for path in ["a/b/c", "a/b/d", "a/b", "a", "ñ"] {
      #expect(rmdir(folder.file(path)) == 0, "\(path)")
    }
  }

  @Test func namesTheFolderThatCannotBeMade() {
    let folder = TemporaryFolder()
    folder.put([1], in: "file")
    for path in ["file", "file/a/b", "new\0/a"] {
      let error = #expect(throws: TextError.self) { try OutputFolder.make(folder.file(path)) }
      #expect(error?.code == .unwritable)
      #expect(error?.place == folder.file(path == "file/a/b" ? "file" : path))
      #expect(error?.message.hasPrefix("the folder cannot be made: ") == true)
    }
    #expect(folder.names == ["file"])
  }
}
