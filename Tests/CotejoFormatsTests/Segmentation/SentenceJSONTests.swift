import CotejoFormats
import CotejoText
import Testing

struct SentenceJSONTests {
  @Test func `a record a sentence with offsets into the file`() throws {
    let bytes = Array("\u{FEFF}Uno \"a\".\r\nDos\u{2028}x".utf8)
    let tag = try LanguageTag("es")
    let document = try DocumentReader().document(of: bytes, id: "t.txt", language: tag)
    let segmented = SegmentedText(
      language: tag, text: document.text,
      sentences: [
        Sentence(span: TextSpan(0, 8), paragraph: 0), Sentence(span: TextSpan(9, 12), paragraph: 3),
      ])
    var buffer: [UInt8] = []
    SentenceJSON.append(segmented, confidences: [0.8731, 1], to: &buffer)
    #expect(
      String(decoding: buffer, as: UTF8.self) == """
        {"start":3,"end":11,"text":"Uno \\"a\\".","paragraph":0,"confidence":0.8731}
        {"start":13,"end":16,"text":"Dos","paragraph":3,"confidence":1.00}

        """)
  }

  @Test func `no sentences give no records`() throws {
    let tag = try LanguageTag("es")
    let document = try DocumentReader().document(of: [], id: "t.txt", language: tag)
    var buffer: [UInt8] = []
    SentenceJSON.append(
      SegmentedText(language: tag, text: document.text, sentences: []), confidences: [],
      to: &buffer)
    #expect(buffer.isEmpty)
  }
}
