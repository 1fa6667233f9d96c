import CotejoText
import Testing

@testable import CotejoFormats

struct IdentificationJSONTests {
  private static func guess(_ confidence: Double) throws -> LanguageGuess {
    LanguageGuess(language: try LanguageTag("es"), confidence: confidence)
  }

  @Test(arguments: [
    (0, "0"), (1, "1"), (0.99999, "1"), (0.00004, "0"), (0.00006, "0.0001"), (0.5, "0.5"),
    (0.9871, "0.9871"), (0.1, "0.1"), (0.0203, "0.0203"),
  ])
  func `a confidence has four decimals at most`(_ value: Double, _ text: String) throws {
    #expect(try Self.guess(value).confidenceText == text)
  }

  @Test func `the place of a stretch is that of the file`() throws {
    let document = try DocumentReader().document(
      of: Array("\u{FEFF}Uno\r\n\u{2028}\"dos\"".utf8), id: "a \"b\".txt", language: .undetermined)
    let text = document.text.bytes
    let start = try #require(text.firstIndex(of: UInt8(ascii: "\"")))
    var record: [UInt8] = []
    IdentificationJSON.append(
      LanguageSpan(
        span: TextSpan(Int32(start), Int32(start) + 5), guess: try Self.guess(0.25), words: 1),
      of: document, to: &record)
    #expect(
      String(decoding: record, as: UTF8.self)
        == #"{"document":"a \"b\".txt","start":11,"end":16,"language":"es","confidence":0.25,"#
        + #""words":1,"text":"\"dos\""}"# + "\n")
  }
}
