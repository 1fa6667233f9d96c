import CotejoFormats
import CotejoTestSupport
import CotejoText
import Testing

struct QuotationListTests {
  private func spans(_ text: String, within length: Int = 100) throws -> [TextSpan] {
    try QuotationList.spans(in: Array(text.utf8), place: "q.jsonl", within: length)
  }

  @Test func `records are read in order, with other members passed over`() throws {
    let text = """
      \u{FEFF}{"start":3,"end":9}
       \t
      {"text":"“end”:5","end":7,"speaker":{"start":50,"end":60},"start":7}\r
      {"st\\u0061rt" : 0 , "end" : 100 , "x":[null,{"end":1}]}
      """
    #expect(try spans(text) == [TextSpan(3, 9), TextSpan(7, 7), TextSpan(0, 100)])
    #expect(try spans("").isEmpty && spans("\n\r\n \n").isEmpty && spans("\u{FEFF}").isEmpty)
  }

  @Test(arguments: [
    "{", "[1,2]", "12", "{}", #"{"start":1}"#, #"{"end":1}"#, #"{"start":5,"end":4}"#,
    #"{"start":1,"end":101}"#, #"{"start":-1,"end":4}"#, #"{"start":1.5,"end":4}"#,
    #"{"start":"1","end":4}"#, #"{"start":null,"end":4}"#, #"{"start":1,"end":4} x"#,
    #"{"start":1,"end":99999999999999999999}"#, #"{"start":1,"end":4"#, "\0",
    #"{"start":1e1,"end":40}"#, #"{"start":01,"end":4}"#,
  ])
  func `what is no record is an error with its line`(_ line: String) {
    let error = #expect(throws: FormatError.self) {
      try spans("{\"start\":1,\"end\":2}\n\n\(line)\n{\"start\":1,\"end\":2}\n")
    }
    #expect(error?.code == .malformed && error?.place == "q.jsonl" && error?.line == 3)
    #expect(error?.message.contains("byte ") == true)
  }

  @Test func `bytes that are not UTF-8 are an error with their line`() {
    let error = #expect(throws: FormatError.self) {
      try QuotationList.spans(
        in: Array("{\"start\":1,\"end\":2}\n{\"x\":\"".utf8) + [0xFF] + Array("\"}".utf8),
        place: "q.jsonl", within: 10)
    }
    #expect(error?.line == 2)
  }

  @Test func `changed lists never trap, spans stay inside the article`() {
    var generator = SeededGenerator(seed: 42)
    let seed = Array("{\"start\":12,\"end\":44,\"text\":\"a\"}\n{\"end\":7,\"start\":0}\r\n".utf8)
    var read = 0
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: index)
        }
      }
      guard let spans = try? QuotationList.spans(in: bytes, place: "q", within: 50) else {
        continue
      }
      read += 1
      #expect(spans.allSatisfy { $0.lower >= 0 && $0.lower <= $0.upper && $0.upper <= 50 })
    }
    // The test would be idle if nothing were read.
    #expect(read > 100)
  }
}
