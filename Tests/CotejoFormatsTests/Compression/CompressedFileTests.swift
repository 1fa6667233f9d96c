import CotejoFormats
import CotejoTestSupport
import Testing

struct CompressedFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
  }

  @Test(arguments: [0, 1, 1000, 65_536, 131_072, 400_000])
  func `What was compressed comes back`(size: Int) throws {
    var generator = SeededGenerator(seed: UInt64(size))
    let content = (0..<size).map { _ in UInt8.random(in: 0...40, using: &generator) }
    let path = try folder.compress(content, to: "a.gz")
    #expect(folder.bytes("a.gz").starts(with: [0x1F, 0x8B]))
    #expect(try CompressedFile.bytes(of: path) == content)
  }

  @Test
  func `Runs of one byte, which fill the output at once, come back`() throws {
    let content = [UInt8](repeating: 7, count: 131_072 * 4)
    let path = try folder.compress(content, to: "a.gz")
    #expect(try CompressedFile.bytes(of: path) == content)
  }

  @Test
  func `A plain file is read as it is`() throws {
    let path = folder.write(Array("hola\n".utf8), to: "a.txt")
    #expect(try CompressedFile.bytes(of: path) == Array("hola\n".utf8))
  }

  @Test
  func `Several members are one content, zeros behind them are none`() throws {
    _ = try folder.compress(Array("uno ".utf8), to: "1.gz")
    _ = try folder.compress([], to: "2.gz")
    _ = try folder.compress(Array("dos".utf8), to: "3.gz")
    let members = folder.bytes("1.gz") + folder.bytes("2.gz") + folder.bytes("3.gz")
    let path = folder.write(members + [0, 0, 0], to: "all.gz")
    #expect(try CompressedFile.bytes(of: path) == Array("uno dos".utf8))
  }

  @Test(arguments: [[65], [0, 65], [0, 0x1F, 0x8B]] as [[UInt8]])
  func `Anything else behind a member is damage`(tail: [UInt8]) throws {
    _ = try folder.compress(Array("uno".utf8), to: "1.gz")
    let member = folder.bytes("1.gz")
    let path = folder.write(member + tail, to: "a.gz")
    let error = #expect(throws: FormatError.self) { try CompressedFile.bytes(of: path) }
    #expect(error?.code == .damaged)
    #expect(error?.place == path)
    #expect(error?.offset == member.count + (tail[0] == 0 ? 1 : 0))
  }

  @Test
  func `A file cut short at any byte is an error that names it`() throws {
    let content = Array("El presidente dijo que sí, y que no habría más preguntas.".utf8)
    _ = try folder.compress(content, to: "a.gz")
    let whole = folder.bytes("a.gz")
    for count in 0..<whole.count {
      let path = folder.write(Array(whole[..<count]), to: "cut.gz")
      let error = #expect(throws: FormatError.self) { try CompressedFile.bytes(of: path) }
      #expect(error?.code == .damaged, "after \(count) bytes")
      #expect(error?.place == path)
    }
  }

  @Test
  func `A changed byte never passes for other content`() throws {
    let content = Array("El presidente dijo que sí, y que no habría más preguntas.".utf8)
    _ = try folder.compress(content, to: "a.gz")
    let whole = folder.bytes("a.gz")
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0x55
      let path = folder.write(damaged, to: "bad.gz")
      // Flags, time and system in the header may change without harm.
      let read = try? CompressedFile.bytes(of: path)
      #expect(read == nil || read == content, "byte \(index)")
    }
  }

  @Test
  func `Random bytes behind a gzip header never trap`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let noise = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + generator.bytes(upTo: 200)
      let path = folder.write(noise, to: "noise.gz")
      #expect(throws: FormatError.self) { try CompressedFile.bytes(of: path) }
    }
  }

  @Test
  func `Text named gz and gzip named text are told apart`() throws {
    let text = folder.write(Array("hola".utf8), to: "a.gz")
    let error = #expect(throws: FormatError.self) { try CompressedFile.bytes(of: text) }
    #expect(error?.message == "is not gzip, although its name ends in .gz")
    _ = try folder.compress(Array("hola".utf8), to: "b.gz")
    let packed = folder.write(folder.bytes("b.gz"), to: "b.txt")
    let other = #expect(throws: FormatError.self) { try CompressedFile.bytes(of: packed) }
    #expect(other?.message == "holds gzip data, although its name does not end in .gz")
  }

  @Test(arguments: ["a.gz", "a.txt"])
  func `More than the limit is refused, the limit itself is not`(name: String) throws {
    let path = try folder.compress([UInt8](repeating: 0x61, count: 1_000_000), to: name)
    #expect(try CompressedFile.bytes(of: path, limit: 1_000_000).count == 1_000_000)
    let error = #expect(throws: FormatError.self) {
      try CompressedFile.bytes(of: path, limit: 999_999)
    }
    #expect(error?.code == .tooLarge)
  }

  @Test(arguments: ["none.gz", "none.txt", "", "a\0b", "a\0b.gz"])
  func `What cannot be opened is unreadable`(name: String) {
    let path = folder.file(name)
    let error = #expect(throws: FormatError.self) { try CompressedFile.bytes(of: path) }
    #expect(error?.code == .unreadable)
    #expect(error?.place == path)
  }

  @Test(arguments: [
    ("a.tsv.gz", true, "a.tsv"), ("A.GZ", true, "A"), ("a.gzip", false, "a.gzip"),
    ("gz", false, "gz"),
  ])
  func `The name says whether a file is compressed`(name: String, compressed: Bool, rest: String) {
    #expect(CompressedFile.isCompressed(name) == compressed)
    #expect(CompressedFile.nameWithoutCompression(name) == rest)
  }
}
