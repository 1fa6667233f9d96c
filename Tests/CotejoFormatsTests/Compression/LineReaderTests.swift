import CotejoFormats
import CotejoTestSupport
import Testing

struct LineReaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
  }

  private func lines(of path: String) throws -> [[UInt8]] {
    var reader = try LineReader(path: path)
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    while try reader.read(into: &line) { lines.append(line) }
    #expect(reader.lineNumber == lines.count)
    #expect(try !reader.read(into: &line), "the end stays the end")
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("\n", [""]), ("a\n\nb", ["a", "", "b"]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\rb\n", ["a\rb"]),
    ("a\u{2028}b\u{85}c\n", ["a\u{2028}b\u{85}c"]),
    ("\u{FEFF}a\n\u{FEFF}b\n", ["a", "\u{FEFF}b"]), ("a\0b\n", ["a\0b"]),
  ])
  func `Lines end at LF and CRLF and nowhere else`(text: String, expected: [String]) throws {
    for name in ["a.txt", "a.gz"] {
      let path = try folder.compress(Array(text.utf8), to: name)
      #expect(try lines(of: path) == expected.map { Array($0.utf8) })
    }
  }

  @Test(arguments: 0..<8)
  func `Lines of any length put together are the file`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let written = (0..<20).map { _ in
      (0..<Int.random(in: 0...60_000, using: &generator)).map { _ in
        UInt8.random(in: 0x20...0xFF, using: &generator)
      }
    }
    let path = try folder.compress(written.flatMap { $0 + [0x0A] }, to: "a.tsv.gz")
    #expect(try lines(of: path) == written)
  }

  @Test
  func `A line beyond the limit is an error with its number`() throws {
    let text = "ab\n" + String(repeating: "x", count: 1001) + "\n"
    let path = try folder.compress(Array(text.utf8), to: "bomb.gz")
    var reader = try LineReader(path: path, maximumLineLength: 1000)
    var line: [UInt8] = []
    #expect(try reader.read(into: &line))
    var failure: FormatError?
    do { _ = try reader.read(into: &line) } catch { failure = error }
    #expect(failure?.code == .tooLarge)
    #expect(failure?.line == 2)
  }

  @Test
  func `The lines before the damage are read, then comes the error`() throws {
    let content = (0..<30_000).map { "línea número \($0 &* 2_654_435_761)\n" }.joined()
    _ = try folder.compress(Array(content.utf8), to: "a.gz")
    let whole = folder.bytes("a.gz")
    let path = folder.write(Array(whole.dropLast(20)), to: "cut.gz")
    var reader = try LineReader(path: path)
    var line: [UInt8] = []
    var failure: FormatError?
    do {
      while try reader.read(into: &line) {}
    } catch {
      failure = error
    }
    #expect(reader.lineNumber > 20_000)
    #expect(failure?.code == .damaged)
    #expect(failure?.offset == whole.count - 20)
  }

  @Test
  func `A folder is unreadable`() throws {
    var failure: FormatError?
    do {
      var reader = try LineReader(path: folder.path)
      var line: [UInt8] = []
      _ = try reader.read(into: &line)
    } catch {
      failure = error
    }
    #expect(failure?.code == .unreadable)
  }
}
