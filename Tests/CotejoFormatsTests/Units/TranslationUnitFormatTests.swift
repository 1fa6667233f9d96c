import CotejoFormats
import CotejoText
import Testing

struct TranslationUnitFormatTests {
  @Test(arguments: [
    ("pairs.tmx", TranslationUnitFormat.tmx), ("a/b.c/pairs.tsv.gz", .tsv), ("X.JSONL", .jsonl),
    ("pairs.jsonl.gz", .jsonl), ("dev.{lang}", .moses), ("dev.{lang}.gz", .moses),
    ("{lang}.tmx", .moses),
  ])
  func `A file name tells the format`(path: String, format: TranslationUnitFormat) throws {
    #expect(try TranslationUnitFormat(path: path) == format)
  }

  @Test(arguments: [
    "pairs", "pairs.gz", "pairs.xlf", "tmx", "a.tmx/pairs", "", "x.moses", "{lang}/a",
  ])
  func `A name that tells nothing is an error with the formats there are`(path: String) {
    let error = #expect(throws: FormatError.self) { try TranslationUnitFormat(path: path) }
    #expect(error?.code == .unknownFormat)
    #expect(error?.place == path)
    for format in TranslationUnitFormat.allCases {
      #expect(error?.message.contains("'\(format.rawValue)'") == true)
    }
  }

  @Test
  func `A format goes by its name`() throws {
    for format in TranslationUnitFormat.allCases {
      #expect(try TranslationUnitFormat(name: format.rawValue) == format)
    }
    let error = #expect(throws: FormatError.self) { try TranslationUnitFormat(name: "TMX ") }
    #expect(
      error?.message == "unknown format 'TMX '; there are 'tsv', 'jsonl', 'tmx', 'moses'")
  }

  @Test
  func `The files that will be made are known beforehand`() throws {
    let source = try LanguageTag("es")
    let target = try LanguageTag("en")
    #expect(TranslationUnitFormat.tmx.paths("a.tmx", source: source, target: target) == ["a.tmx"])
    #expect(
      TranslationUnitFormat.moses.paths("a.gz", source: source, target: target)
        == ["a.es.gz", "a.en.gz"])
  }
}
