import CotejoFormats
import CotejoQuotation
import CotejoText
import Testing

@Suite struct QuotationJSONTests {
  @Test func aRecordHasEveryKey() throws {
    let text = TextView(unchanged: Array("“Yes,”\nAnn said.".utf8))
    var quotation = Quotation(span: TextSpan(3, 7), kind: .direct)
    quotation.cue = TextSpan(15, 19)
    quotation.speaker = Speaker(mention: TextSpan(11, 14), name: "Ann \"A\" Ruiz")
    let bare = Quotation(span: TextSpan(11, 19), kind: .indirect, utterance: 1)
    let quoted = QuotedText(
      text: SegmentedText(
        language: try LanguageTag("en"), text: text,
        sentences: [
          Sentence(span: TextSpan(0, 10), paragraph: 0),
          Sentence(span: TextSpan(11, 20), paragraph: 1),
        ]),
      quotations: [quotation, bare], repairs: [])
    var bytes: [UInt8] = []
    QuotationJSON.append(quoted, to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"""
        {"start":3,"end":7,"text":"Yes,","kind":"direct","speaker":{"start":11,"end":14,"text":"Ann","resolved":"Ann \"A\" Ruiz"},"cue":{"start":15,"end":19,"text":"said"},"fragment":false,"utterance":0,"paragraph":0,"carried":false}
        {"start":11,"end":19,"text":"Ann said","kind":"indirect","speaker":null,"cue":null,"fragment":false,"utterance":1,"paragraph":1,"carried":false}

        """#)
  }
}
