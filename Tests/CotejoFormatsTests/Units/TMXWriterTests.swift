import CotejoFormats
import CotejoTestSupport
import CotejoText
import Foundation
import Testing

struct TMXWriterTests {
  private let folder: TemporaryFolder
  private let header: TMXWriter.Header

  init() throws {
    folder = TemporaryFolder()
    header = TMXWriter.Header(
      source: try LanguageTag("es-MX"), target: try LanguageTag("en"), toolVersion: "0.1 \"β\"")
  }

  private func write(
    _ units: [TranslationUnit], header: TMXWriter.Header? = nil
  ) throws -> TranslationUnitCounts {
    var writer = try TMXWriter(path: folder.file("a.tmx"), header: header ?? self.header)
    for unit in units { try writer.write(unit) }
    let counts = writer.counts
    try writer.finish()
    return counts
  }

  private var randomUnits: [TranslationUnit] {
    var generator = SeededGenerator(seed: 141)
    return (0..<300).map { _ in generator.unit() }
  }

  @Test
  func `A file without units is valid`() throws {
    _ = try write([])
    let file = try TMXChecker(folder.text("a.tmx"))
    #expect(file.units.isEmpty)
    #expect(
      file.header == [
        "creationtool": "cotejo", "creationtoolversion": "0.1 \"β\"", "segtype": "sentence",
        "o-tmf": "cotejo", "adminlang": "en", "srclang": "es-MX", "datatype": "plaintext",
      ])
  }

  @Test
  func `A unit has both languages and where they come from`() throws {
    let unit = TranslationUnit(
      source: [
        .init(document: "es/a&b.txt", start: 10, end: 15, text: "¿Sí?\r\n"),
        .init(document: "es/a&b.txt", start: 16, end: 23, text: "<No>\t& ya."),
      ],
      target: [.init(document: "en/a.txt", start: 0, end: 9, text: "Yes/no \u{0}.")], score: 0.93)
    let counts = try write([unit])
    #expect(counts.written == 1)
    #expect(counts.replacedCharacters == 1)
    let text = folder.text("a.tmx")
    #expect(
      text.contains("<prop type=\"x-score\">0.93</prop>\n      <prop type=\"x-type\">2-1</prop>"))
    #expect(
      try TMXChecker(text).units == [
        [
          .init(
            language: "es-MX",
            properties: ["x-document": ["es/a&b.txt"], "x-bytes": ["10-15", "16-23"]],
            text: "¿Sí?\r\n <No>\t& ya."),
          .init(
            language: "en", properties: ["x-document": ["en/a.txt"], "x-bytes": ["0-9"]],
            text: "Yes/no \u{FFFD}."),
        ]
      ])
  }

  @Test
  func `Units with an empty side are left out and counted`() throws {
    let counts = try write([
      TranslationUnit("a", ""), TranslationUnit("", "b"), TranslationUnit("", ""),
      TranslationUnit(" \n", "b"), TranslationUnit("a", "b"),
    ])
    #expect(counts.written == 1)
    #expect(counts.leftOut == 4)
    #expect(try TMXChecker(folder.text("a.tmx")).units.count == 1)
  }

  @Test
  func `Any text comes back, but for what XML forbids`() throws {
    let counts = try write(randomUnits)
    let units = try TMXChecker(folder.text("a.tmx")).units
    #expect(units.count == counts.written)
    #expect(counts.written + counts.leftOut == 300)
    #expect(counts.leftOut > 0)
    let permitted = { (scalar: Unicode.Scalar) -> Unicode.Scalar in
      let forbidden = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
      return forbidden || [0xFFFE, 0xFFFF].contains(scalar.value) ? "\u{FFFD}" : scalar
    }
    let kept = randomUnits.filter { unit in
      [unit.source, unit.target].allSatisfy { side in
        side.contains { $0.text.utf8.contains { $0 > 0x20 } }
      }
    }
    for (unit, variants) in zip(kept, units) {
      for (side, variant) in zip([unit.source, unit.target], variants) {
        let text = side.map(\.text).joined().unicodeScalars.map(permitted).filter { $0 != " " }
        #expect(Array(variant.text.unicodeScalars.filter { $0 != " " }) == text)
        #expect(
          variant.properties["x-bytes"] == side.map { "\($0.start)-\($0.end)" })
      }
    }
  }

  @Test
  func `A creation date is written if given and of the right form`() throws {
    var dated = header
    dated.creationDate = "20261122T134500Z"
    _ = try write([TranslationUnit("a", "b")], header: dated)
    #expect(try TMXChecker(folder.text("a.tmx")).header["creationdate"] == "20261122T134500Z")
    for date in ["2026-11-22T13:45:00Z", "20261122", "", "20261122T13450éZ"] {
      dated.creationDate = date
      var failure: FormatError?
      do { _ = try write([], header: dated) } catch { failure = error as? FormatError }
      #expect(failure?.code == .unrepresentable)
    }
  }

  @Test
  func `xmllint finds it well-formed`() throws {
    guard let xmllint = Program("xmllint") else {
      print("xmllint is not installed: skipped")
      return
    }
    _ = try write(randomUnits)
    let (status, output) = try xmllint.run(["--noout", folder.file("a.tmx")])
    #expect(status == 0, "\(output)")
  }

  @Test
  func `xmllint finds it valid against the DTD`() throws {
    guard let xmllint = Program("xmllint"),
      let dtd = ProcessInfo.processInfo.environment["COTEJO_TMX_DTD"]
    else {
      print("xmllint is not installed or COTEJO_TMX_DTD does not name tmx14.dtd: skipped")
      return
    }
    for units in [[], randomUnits] {
      _ = try write(units)
      let (status, output) = try xmllint.run(["--noout", "--dtdvalid", dtd, folder.file("a.tmx")])
      #expect(status == 0, "\(output)")
    }
  }
}
