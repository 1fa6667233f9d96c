import CotejoFormats
import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct JSONTreeTests {
  private func tree(_ text: String) -> JSONTree? {
    try? JSONTree.members(of: Array(text.utf8)).map { .object($0) }.get()
  }

  @Test(arguments: [
    (#"{"a":1,"b":[true,null]}"#, #" { "b" : [ true , null ] , "a" : 1.0e0 } "#),
    (#"{"a":"é\n\/"}"#, #"{"a":"\u00e9\u000A/"}"#), (#"{"a":"😀"}"#, #"{"a":"\ud83d\ude00"}"#),
    (#"{"a":0.93}"#, #"{"a":0.930}"#), ("{\"a\":\"\u{2028}\"}", #"{"a":"\u2028"}"#),
  ])
  func `the same however it is written`(_ one: String, _ other: String) {
    #expect(tree(one) != nil)
    #expect(tree(one) == tree(other))
  }

  @Test(arguments: [
    (#"{"a":"\u00e9"}"#, #"{"a":"e\u0301"}"#), (#"{"a":1}"#, #"{"a":"1"}"#),
    (#"{"a":null}"#, "{}"), (#"{"a":[1,2]}"#, #"{"a":[2,1]}"#), (#"{"a":true}"#, #"{"a":false}"#),
  ])
  func `what differs differs`(_ one: String, _ other: String) {
    #expect(tree(one) != nil)
    #expect(tree(other) != nil)
    #expect(tree(one) != tree(other))
  }

  @Test(arguments: [
    "", "[]", "3", "nul", #"{"a":1,"a":1}"#, #"{"a":1} x"#, #"{"a":tru}"#, #"{"a":1e999}"#,
    #"{"a":"\ud800"}"#, #"{"a":01}"#, #"{"a""#, "{'a':1}", #"{"a":NaN}"#,
    #"{"a":"# + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}",
  ])
  func `what is no JSON object is refused`(_ text: String) {
    #expect(tree(text) == nil)
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect((try? JSONTree.members(of: Array(#"{"a":""#.utf8) + [0xC3, 0x22, 0x7D]).get()) == nil)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no bytes break the reader`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let good = Array(
      #"{"id":7,"source":[{"document":"a","start":0,"text":"é"}],"score":0.93}"#.utf8)
    for _ in 0..<200 {
      var bytes = good
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let offset = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes[offset] = UInt8.random(in: 0...255, using: &random)
        } else {
          bytes.remove(at: offset)
        }
      }
      if case .failure(let fault) = JSONTree.members(of: bytes) {
        #expect(fault.offset <= bytes.count)
        #expect(!fault.message.isEmpty)
      }
    }
  }
}
