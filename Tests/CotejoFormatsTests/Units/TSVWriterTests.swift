import CotejoFormats
import CotejoTestSupport
import Testing

struct TSVWriterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
  }

  private func write(_ units: [TranslationUnit]) throws -> String {
    var writer = try TSVWriter(path: folder.file("a.tsv"))
    for unit in units { try writer.write(unit) }
    #expect(writer.counts.written == units.count)
    try writer.finish()
    return folder.text("a.tsv")
  }

  @Test
  func `A row is texts, score, type and where they come from`() throws {
    let unit = TranslationUnit(
      source: [
        .init(document: "es/a.txt", start: 10, end: 15, text: "Hola,\tgente."),
        .init(document: "es/a.txt", start: 16, end: 23, text: "Adiós."),
      ],
      target: [.init(document: "en/a.txt", start: 0, end: 9, text: "Hi\nand bye.")], score: 0.93)
    #expect(
      try write([unit])
        == "Hola, gente. Adiós.\tHi and bye.\t0.93\t2-1\tes/a.txt\t10-15,16-23\ten/a.txt\t0-9\n")
  }

  @Test
  func `A side without sentences is an empty column`() throws {
    #expect(try write([TranslationUnit("Hola.", "")]) == "Hola.\t\t0.50\t1-0\tes/a.txt\t0-5\t\t\n")
  }

  @Test
  func `Document names keep every character, escaped`() throws {
    let unit = TranslationUnit(
      source: [
        .init(document: "a;b\\c\td\u{85}.txt", start: 0, end: 1, text: "x"),
        .init(document: "ñ.txt", start: 2, end: 3, text: "y"),
      ],
      target: [.init(document: "e\nf\r\0.txt", start: 0, end: 1, text: "z")], score: 1)
    #expect(
      try write([unit])
        == "x y\tz\t1.00\t2-1\ta\\;b\\\\c\\td\\u0085.txt;ñ.txt\t0-1,2-3\te\\nf\\r\\u0000.txt\t0-1\n"
    )
  }

  @Test
  func `Whatever the texts hold, a row is a line of eight columns`() throws {
    var generator = SeededGenerator(seed: 41)
    let units = (0..<500).map { _ in generator.unit() }
    let text = try write(units)
    // The line ends of Python's `splitlines`, the widest definition among the usual readers.
    let ends: Set<UInt32> = [0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029]
    let rows = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      ends.contains($0.value)
    }
    #expect(rows.count == units.count + 1)
    for row in rows.dropLast() {
      #expect(row.split(separator: "\t", omittingEmptySubsequences: false).count == 8)
    }
  }

  @Test
  func `A score that is no number is refused and leaves the file whole`() throws {
    var writer = try TSVWriter(path: folder.file("a.tsv"))
    var failure: FormatError?
    do { try writer.write(TranslationUnit("a", "b", score: .nan)) } catch { failure = error }
    #expect(failure?.code == .unrepresentable)
    try writer.write(TranslationUnit("c", "d"))
    try writer.finish()
    #expect(folder.text("a.tsv").hasPrefix("c\td\t"))
  }
}
