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

struct OutputFileTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000], [true, false])
  func standsUnderItsNameOnlyWhenWhole(count: Int, durable: Bool) throws {
    let folder = TemporaryFolder()
    let path = folder.file("out.tsv")
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 13) }
    var file = try OutputFile(path: path, durable: durable)
    file.write("ñ\n")
    file.write(bytes.span)
    #expect(folder.names().count == 1 && folder.names() != ["out.tsv"])
    try file.commit()
    #expect(folder.names() == ["out.tsv"])
    #expect(try InputFile.bytes(of: path) == Array("ñ\n".utf8) + bytes)
  }

  @Test func leavesTheOldFileWhenDropped() throws {
    let folder = TemporaryFolder()
    folder.write([1, 2], to: "out")
    do {
      var file = try OutputFile(path: folder.file("out"))
      file.write("new")
    }
    #expect(folder.names() == ["out"])
    #expect(try InputFile.bytes(of: folder.file("out")) == [1, 2])
  }

  @Test func keepsPermissionsAndFollowsLinks() throws {
    let folder = TemporaryFolder()
    folder.write([1], to: "real")
    chmod(folder.file("real"), 0o640)
    symlink("real", folder.file("link"))
    var file = try OutputFile(path: folder.file("link"))
    file.write("x")
    try file.commit()
    #expect(folder.names() == ["link", "real"])
    #expect(try InputFile.bytes(of: folder.file("real")) == [0x78])
    var status = stat()
    #expect(lstat(folder.file("real"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(lstat(folder.file("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func createsTheTargetOfADanglingLink() throws {
    let folder = TemporaryFolder()
    symlink("later", folder.file("link"))
    try OutputFile(path: folder.file("link")).commit()
    #expect(folder.names() == ["later", "link"])
  }

  @Test(arguments: [
    ("/nonexistent/a", "No such file or directory"), ("/tmp", "Is a directory"),
    ("/tmp/", "Is a directory"), ("/nonexistent/", "the path names a folder"),
    ("", "the path is empty or holds a NUL byte"),
    ("a\0b", "the path is empty or holds a NUL byte"),
  ])
  func tellsWhyAFileCannotBeCreated(path: String, reason: String) {
    let error = #expect(throws: TextError.self) { _ = try OutputFile(path: path) }
    #expect(error?.code == .unwritable)
    #expect(error?.place == path)
    #expect(error?.message == "cannot be written: \(reason)")
  }

  // /dev/full answers every write as a full disk does.
  @Test func reportsAFullDiskOnceAndThrowsItAtTheEnd() throws {
    var file = try OutputFile(path: "/dev/full")
    file.write("a")
    #expect(file.failure == nil)
    file.write([UInt8](repeating: 0x61, count: 100_000).span)
    #expect(file.failure?.message == "cannot be written: No space left on device")
    file.write("b")
    #expect(Self.errorOfCommit(file)?.place == "/dev/full")
  }

  @Test func reportsAFullDiskFoundOnlyByTheCommit() throws {
    var file = try OutputFile(path: "/dev/full")
    file.write("a")
    #expect(Self.errorOfCommit(file)?.code == .unwritable)
  }

  // In a process of its own: it takes the files of every test that runs.
  @Test func removesTheTemporariesOfOpenFiles() async {
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let first = try OutputFile(path: folder.file("a"))
      let second = try OutputFile(path: folder.file("b"))
      #expect(folder.names().count == 2)
      OutputFile.removeTemporaries()
      #expect(folder.names().isEmpty)
      // What is left to commit has lost its temporary and says so.
      let error = Self.errorOfCommit(first)
      #expect(error?.code == .unwritable)
      _ = consume second
      #expect(folder.names().isEmpty)
    }
  }

  private static func errorOfCommit(_ file: consuming OutputFile) -> TextError? {
    do throws(TextError) {
      try file.commit()
      return nil
    } catch {
      return error
    }
  }

  @Test func givesSlotsBack() throws {
    let folder = TemporaryFolder()
    for _ in 0..<TemporaryTable.capacity + 1 {
      _ = try OutputFile(path: folder.file("a"), durable: false)
    }
    let slot = try #require(TemporaryTable.insert("x"))
    TemporaryTable.remove(slot)
    #expect(folder.names().isEmpty)
  }
}
