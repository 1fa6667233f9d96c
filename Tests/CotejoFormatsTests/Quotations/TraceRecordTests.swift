import CotejoFormats
import CotejoQuotation
import CotejoText
import Foundation
import Testing

struct TraceRecordTests {
  private func document(_ text: String, _ id: String) throws -> Document {
    try DocumentReader().document(of: Array(text.utf8), id: id, language: LanguageTag("es"))
  }

  private func record(
    _ trace: Trace, _ article: Document, _ transcripts: [Document]
  ) -> String {
    var bytes: [UInt8] = []
    TraceRecord.append(trace, article: article, transcripts: transcripts, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a trace that leads nowhere has every key`() throws {
    let article = try document("“Yes.”", "a.txt")
    let trace = Trace(quotation: Quotation(span: TextSpan(3, 7), kind: .direct))
    #expect(
      record(trace, article, []) == """
        {"quote":{"start":3,"end":7,"text":"Yes."},"found":false,"confidence":0.00,\
        "origin":"undecided","sources":[],"links":[],"omitted":[],"added":[],"alternatives":[]}

        """)
  }

  @Test func `places are bytes of the files, of whatever kind their line ends`() throws {
    let article = try document("\u{FEFF}Uno.\r\n“Bread\r\nthere.”", "a.txt")
    let transcripts = [
      try document("nada", "x.txt"),
      try document("\u{FEFF}Ana:\r\nPan\r\nallí \"2\".", "es/b\".txt"),
    ]
    // In the views: `Uno.␊“Bread␊there.”` and `Ana:␊Pan␊allí "2".`
    var trace = Trace(quotation: Quotation(span: TextSpan(8, 20), kind: .direct))
    trace.isFound = true
    trace.confidence = 0.98
    trace.origin = .transcripts
    let source = Trace.Source(
      transcript: 1, span: TextSpan(5, 14), speaker: "Ana \"A\"", isReadAloud: true)
    trace.sources = [source]
    trace.links = [
      Trace.WordLink(
        quotation: TextSpan(8, 13), source: Trace.Source(transcript: 1, span: TextSpan(5, 8)))
    ]
    trace.omitted = [Trace.Source(transcript: 0, span: TextSpan(0, 4))]
    trace.added = [TextSpan(14, 19)]
    trace.alternatives = [[source, source], []]
    let text = record(trace, article, transcripts)
    let place = """
      {"document":"es/b\\".txt","start":9,"end":19,"text":"Pan\\nallí","speaker":"Ana \\"A\\"",\
      "read_aloud":true}
      """
    #expect(text.hasPrefix("{\"quote\":{\"start\":12,\"end\":25,\"text\":\"Bread\\nthere.\"},"))
    #expect(text.contains("\"found\":true,\"confidence\":0.98,\"origin\":\"transcripts\""))
    #expect(text.contains("\"sources\":[\(place)],"))
    #expect(text.contains("\"links\":[[{\"start\":12,\"end\":17,\"text\":\"Bread\"},"))
    #expect(text.contains("\"start\":9,\"end\":12,\"text\":\"Pan\",\"speaker\":null"))
    #expect(text.contains("\"omitted\":[{\"document\":\"x.txt\",\"start\":0,\"end\":4"))
    #expect(text.contains("\"added\":[{\"start\":19,\"end\":24,\"text\":\"there\"}]"))
    #expect(text.hasSuffix("\"alternatives\":[[\(place),\(place)],[]]}\n"))
    #expect(text.utf8.count { $0 == 0x0A } == 1)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }
}
