import CotejoFormats
import CotejoTestSupport
import CotejoText
import Foundation
import Testing

struct MosesWriterTests {
  private let folder: TemporaryFolder
  private let spanish: LanguageTag
  private let english: LanguageTag

  init() throws {
    folder = TemporaryFolder()
    spanish = try LanguageTag("es")
    english = try LanguageTag("en-GB")
  }

  @Test
  func `Line n of one file renders line n of the other`() throws {
    var writer = try MosesWriter(path: folder.file("p"), source: spanish, target: english)
    try writer.write(TranslationUnit("Uno\ndos.", "One\u{2028}two."))
    try writer.write(TranslationUnit("Sin pareja.", ""))
    try writer.write(TranslationUnit(" \t", "Blank."))
    try writer.write(TranslationUnit("Tres.", "Three."))
    #expect(writer.counts.written == 2)
    #expect(writer.counts.leftOut == 2)
    try writer.finish()
    #expect(folder.names() == ["p.en-GB", "p.es"])
    #expect(folder.text("p.es") == "Uno dos.\nTres.\n")
    #expect(folder.text("p.en-GB") == "One two.\nThree.\n")
  }

  @Test
  func `Both files have a line for each unit, whatever it holds`() throws {
    var generator = SeededGenerator(seed: 61)
    var writer = try MosesWriter(path: folder.file("p.gz"), source: spanish, target: english)
    for _ in 0..<500 { try writer.write(generator.unit()) }
    let counts = writer.counts
    try writer.finish()
    #expect(counts.written + counts.leftOut == 500)
    for name in ["p.es.gz", "p.en-GB.gz"] {
      let text = String(decoding: try CompressedFile.bytes(of: folder.file(name)), as: UTF8.self)
      let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) {
        [0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029].contains($0.value)
      }
      #expect(lines.count == counts.written + 1)
      #expect(lines.dropLast().allSatisfy { !$0.isEmpty })
    }
  }

  @Test(arguments: [
    ("pairs", "pairs.es", "pairs.en-GB"), ("a/pairs.gz", "a/pairs.es.gz", "a/pairs.en-GB.gz"),
    ("dev.{lang}.txt", "dev.es.txt", "dev.en-GB.txt"), ("{lang}", "es", "en-GB"),
    ("{lang}/x.{lang}.gz", "es/x.es.gz", "en-GB/x.en-GB.gz"), ("a.b", "a.b.es", "a.b.en-GB"),
  ])
  func `The two names come from one`(path: String, source: String, target: String) {
    let paths = MosesWriter.paths(path, source: spanish, target: english)
    #expect(paths.source == source)
    #expect(paths.target == target)
  }

  @Test
  func `When the second file cannot be completed the first does not take its name`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("p.en-GB"), withDestinationPath: "/dev/full")
    var writer = try MosesWriter(path: folder.file("p"), source: spanish, target: english)
    try writer.write(TranslationUnit("Uno.", "One."))
    var failure: FormatError?
    do { try writer.finish() } catch { failure = error }
    #expect(failure?.code == .unwritable)
    #expect(failure?.place == folder.file("p.en-GB"))
    #expect(folder.names() == ["p.en-GB"])
  }

  @Test
  func `When the second file cannot be opened nothing is left of the first`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("p.en-GB"), withIntermediateDirectories: false)
    var failure: FormatError?
    do {
      _ = try MosesWriter(path: folder.file("p"), source: spanish, target: english)
    } catch {
      failure = error
    }
    #expect(failure?.code == .unwritable)
    #expect(folder.names() == ["p.en-GB"])
  }

  @Test
  func `One language or standard output cannot make two files`() {
    for (path, target) in [("p", spanish), ("-", english)] {
      var failure: FormatError?
      do {
        _ = try MosesWriter(path: path, source: spanish, target: target)
      } catch {
        failure = error
      }
      #expect(failure?.code == .unrepresentable)
    }
  }
}
