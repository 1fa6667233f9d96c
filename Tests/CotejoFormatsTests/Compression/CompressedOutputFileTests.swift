import CotejoFormats
import CotejoTestSupport
import Foundation
import Testing

struct CompressedOutputFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
  }

  @Test
  func `The same content makes the same file, however it was handed over`() throws {
    let content = Array(String(repeating: "Lo que dijo ayer. ", count: 20_000).utf8)
    _ = try folder.compress(content, to: "a.gz")
    var output = try CompressedOutputFile(path: folder.file("b.gz"))
    for start in stride(from: 0, to: content.count, by: 997) {
      try output.write(Array(content[start..<min(start + 997, content.count)]))
    }
    try output.commit()
    let bytes = folder.bytes("a.gz")
    #expect(folder.bytes("b.gz") == bytes)
    // RFC 1952, 2.3: no flags (so no name), no time.
    #expect(bytes[3..<8] == [0, 0, 0, 0, 0])
  }

  @Test
  func `gzip itself reads what was written`() throws {
    guard let gzip = Program("gzip") else {
      print("gzip is not installed: skipped")
      return
    }
    let path = try folder.compress(Array("uno\ndos\n".utf8), to: "a.gz")
    let (status, output) = try gzip.run(["-dc", path])
    #expect(status == 0)
    #expect(output == "uno\ndos\n")
  }

  @Test(arguments: ["a.txt", "a.gz"])
  func `Dropped before its end, a file leaves nothing and keeps what was there`(
    name: String
  ) throws {
    _ = folder.write([1, 2, 3], to: name)
    func drop() throws {
      var output = try CompressedOutputFile(path: folder.file(name))
      try output.write([UInt8](repeating: 5, count: 300_000))
    }
    try drop()
    #expect(folder.names() == [name])
    #expect(folder.bytes(name) == [1, 2, 3])
  }

  @Test(arguments: ["", ".gz"])
  func `A full disk is told while writing`(suffix: String) throws {
    let link = folder.file("full\(suffix)")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<500_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var output = try CompressedOutputFile(path: link)
    var failure: FormatError?
    do { try output.write(noise) } catch { failure = error }
    #expect(failure?.code == .unwritable)
    #expect(failure?.place == link)
    #expect(failure?.underlying != nil)
  }

  @Test(arguments: ["", ".gz"])
  func `A full disk is told at the end, when all was held back until then`(suffix: String) throws {
    let link = folder.file("full\(suffix)")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
    var output = try CompressedOutputFile(path: link)
    try output.write([1, 2, 3])
    var failure: FormatError?
    do { try output.commit() } catch { failure = error }
    #expect(failure?.code == .unwritable)
  }

  @Test(arguments: ["none/a.txt", "none/a.gz"])
  func `A folder that is not there is told at the start`(name: String) throws {
    var failure: FormatError?
    do { _ = try CompressedOutputFile(path: folder.file(name)) } catch { failure = error }
    #expect(failure?.code == .unwritable)
    #expect(failure?.place == folder.file(name))
  }

  @Test
  func `A prepared file has not taken its name yet`() throws {
    var output = try CompressedOutputFile(path: folder.file("a.gz"))
    try output.write([1])
    try output.prepare()
    #expect(!folder.names().contains("a.gz"))
    try output.commit()
    #expect(folder.names() == ["a.gz"])
    #expect(try CompressedFile.bytes(of: folder.file("a.gz")) == [1])
  }
}
