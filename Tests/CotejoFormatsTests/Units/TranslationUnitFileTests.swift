import CotejoFormats
import CotejoTestSupport
import CotejoText
import Testing

struct TranslationUnitFileTests {
  private let folder: TemporaryFolder
  private let header: TMXWriter.Header

  init() throws {
    folder = TemporaryFolder()
    header = TMXWriter.Header(
      source: try LanguageTag("es"), target: try LanguageTag("en"), toolVersion: "0.1.0")
  }

  @Test(arguments: TranslationUnitFormat.allCases, ["a.tsv", "a.gz"])
  func `Every format writes, counts, and makes the same file again`(
    format: TranslationUnitFormat, name: String
  ) throws {
    var generator = SeededGenerator(seed: 71)
    let units = (0..<50).map { _ in generator.unit() }
    let paths = format.paths(folder.file(name), source: header.source, target: header.target)
    var contents: [[[UInt8]]] = []
    for _ in 0..<2 {
      var file = try format.open(folder.file(name), header: header)
      for unit in units { try file.write(unit) }
      #expect(file.counts.written + file.counts.leftOut == units.count)
      #expect(file.counts.written > 20)
      try file.finish()
      contents.append(try paths.map { (path) in try CompressedFile.bytes(of: path) })
    }
    #expect(contents[0] == contents[1])
    #expect(folder.names().map { folder.file($0) } == paths.sorted())
  }

  @Test(arguments: TranslationUnitFormat.allCases, ["a.tsv", "a.gz"])
  func `Completed ahead, every format makes the same file, in its place only when finished`(
    format: TranslationUnitFormat, name: String
  ) throws {
    var contents: [[[UInt8]]] = []
    for completions in 0...2 {
      let folder = TemporaryFolder()
      var file = try format.open(folder.file(name), header: header)
      for _ in 0..<20 { try file.write(TranslationUnit("Una frase.", "A sentence.")) }
      for _ in 0..<completions {
        try file.complete()
        #expect(folder.names().allSatisfy { $0.hasPrefix(".cotejo-") })
      }
      try file.finish()
      let paths = format.paths(folder.file(name), source: header.source, target: header.target)
      #expect(folder.names().map { folder.file($0) } == paths.sorted())
      contents.append(try paths.map { (path) in try InputFile.bytes(of: path) })
    }
    #expect(contents[0] == contents[1] && contents[0] == contents[2])
  }

  @Test(arguments: TranslationUnitFormat.allCases)
  func `Closed early, no format leaves a file`(format: TranslationUnitFormat) throws {
    func drop() throws {
      var file = try format.open(folder.file("a"), header: header)
      for _ in 0..<5000 {
        try file.write(TranslationUnit("Una frase cualquiera.", "Any sentence."))
      }
    }
    try drop()
    #expect(folder.names().isEmpty)
  }

  @Test(arguments: TranslationUnitFormat.allCases)
  func `A refused unit leaves the writer as it was`(format: TranslationUnitFormat) throws {
    var file = try format.open(folder.file("a"), header: header)
    try file.write(TranslationUnit("Uno.", "One."))
    var failure: FormatError?
    do { try file.write(TranslationUnit("x", "y", score: .infinity)) } catch { failure = error }
    #expect(failure?.code == .unrepresentable)
    try file.write(TranslationUnit("Dos.", "Two."))
    #expect(file.counts.written == 2)
    try file.finish()
  }

  @Test(arguments: TranslationUnitFormat.allCases)
  func `A folder that is not there is an error that names the file`(
    format: TranslationUnitFormat
  ) throws {
    var failure: FormatError?
    do { _ = try format.open(folder.file("none/a"), header: header) } catch { failure = error }
    #expect(failure?.code == .unwritable)
    #expect(failure?.place.hasPrefix(folder.file("none/a")) == true)
  }
}
