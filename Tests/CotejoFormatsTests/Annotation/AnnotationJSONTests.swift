import CotejoFormats
import CotejoText
import Testing

struct AnnotationJSONTests {
  @Test(arguments: TextAnnotation.Kind.allCases)
  func `a record has the place in the file and the text`(_ kind: TextAnnotation.Kind) throws {
    let document = try DocumentReader().document(
      of: Array("\u{FEFF}ña\r\n(\"x\u{2028}\")".utf8), id: "a.txt", language: .undetermined)
    let text = document.text.bytes
    let start = try #require(text.firstIndex(of: UInt8(ascii: "(")))
    var record: [UInt8] = []
    AnnotationJSON.append(
      TextAnnotation(span: TextSpan(Int32(start), Int32(text.count)), kind: kind),
      in: document.text, to: &record)
    let line = String(decoding: record, as: UTF8.self)
    #expect(
      line.hasPrefix("{\"start\":8,\"end\":16,\"kind\":\"\(kind.rawValue)\",\"text\":\"(\\\"x"))
    #expect(line.hasSuffix("\\\")\"}\n"))
    #expect(line.dropLast().allSatisfy { !$0.isNewline })
  }
}
