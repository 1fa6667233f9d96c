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

struct AbandonedFilesTests {
  @Test func `what a killed process left goes, all else stays`() throws {
    let folder = TemporaryFolder()
    let others = [
      ".cotejo-12.tmp", ".cotejo-a-1.tmp", ".cotejo-1-.tmp", ".cotejo-1-2-3.tmp", ".cotejo-1-2.tm",
      "cotejo-1-2.tmp", "pairs.tsv", ".cotejo-٣-1.tmp",
    ]
    for name in others + [".cotejo-1-2.tmp", ".cotejo-999999-4294967295.tmp"] {
      folder.write("x", to: name)
    }
    folder.folder(".cotejo-3-4.tmp")
    folder.link("pairs.tsv", ".cotejo-5-6.tmp")
    folder.write("x", to: "below/.cotejo-1-2.tmp")
    mkfifo(folder.file(".cotejo-7-8.tmp"), 0o600)
    AbandonedFiles.remove(from: folder.path)
    let kept = others + [".cotejo-3-4.tmp", ".cotejo-5-6.tmp", ".cotejo-7-8.tmp", "below"]
    #expect(folder.names() == kept.sorted())
    #expect(folder.names(in: "below") == [".cotejo-1-2.tmp"])
    AbandonedFiles.remove(from: folder.file("nowhere"))
    AbandonedFiles.remove(from: folder.file("pairs.tsv"))
  }

  @Test func `a file that is written to stays until it has its name`() throws {
    let folder = TemporaryFolder()
    var file = try OutputFile(path: folder.file("a"))
    file.write("hola")
    AbandonedFiles.remove(from: folder.path)
    #expect(folder.names().count == 1)
    try file.prepare()
    AbandonedFiles.remove(from: folder.path)
    try file.commit()
    #expect(folder.names() == ["a"] && folder.text("a") == "hola")
  }

  @Test func `a file that was removed before it was locked is not taken`() throws {
    let folder = TemporaryFolder()
    for isLocked in [false, true] {
      let path = folder.write("", to: AbandonedFiles.name(1, 1))
      let descriptor = open(path, O_WRONLY)
      let other = open(path, O_RDWR)
      if isLocked { flock(other, LOCK_EX) } else { unlink(path) }
      #expect(!AbandonedFiles.claim(descriptor))
      close(other)
      #expect(AbandonedFiles.claim(descriptor) == isLocked)
      close(descriptor)
    }
  }
}
