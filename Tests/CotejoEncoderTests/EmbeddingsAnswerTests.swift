import CotejoTestSupport
import Foundation
import Testing

@testable import CotejoEncoder

struct EmbeddingsAnswerTests {
  private func answer(
    _ text: String, count: Int
  ) throws(EmbeddingsAnswer.Fault) -> EmbeddingsAnswer {
    try EmbeddingsAnswer(Array(text.utf8), count: count)
  }

  @Test func `vectors come in the order of the texts, whatever else is said`() throws {
    let answer = try answer(
      """
      {"object": "list", "usage": {"total_tokens": 4}, "model": "m-1", "data": [
        {"index": 1, "object": "embedding", "embedding": [3, 4.5e0]},
        {"embedding": [-1.25, 2E-1], "index": 0}]}
      """, count: 2)
    #expect(answer.vectors == [[-1.25, 0.2], [3, 4.5]])
    #expect(answer.model == "m-1")
  }

  @Test func `without indices and model the order is that of the data`() throws {
    let answer = try answer(
      #"{"data":[{"embedding":[1]},{"embedding":[2]}],"model":null}"#, count: 2)
    #expect(answer.vectors == [[1], [2]])
    #expect(answer.model == "")
  }

  @Test(arguments: [
    ("", EncoderError.Code.malformed), ("[]", .malformed), ("{}", .malformed),
    ("{\"data\":", .malformed),
    (#"{"data":[{"index":0}]}"#, .malformed), (#"{"data":[{"embedding":"AAAA"}]}"#, .malformed),
    (#"{"data":[{"embedding":[1]}]} x"#, .malformed),
    (#"{"data":[{"embedding":[1,]}]}"#, .malformed),
    (#"{"data":[]}"#, .count), (#"{"data":[{"embedding":[1]},{"embedding":[1]}]}"#, .count),
    (#"{"data":[{"index":1,"embedding":[1]}]}"#, .count),
    (#"{"data":[{"embedding":[]}]}"#, .dimension),
    (#"{"data":[{"embedding":[NaN]}]}"#, .notFinite),
    (#"{"data":[{"embedding":[null]}]}"#, .notFinite),
    (#"{"data":[{"embedding":[1, -Infinity]}]}"#, .notFinite),
    (#"{"data":[{"embedding":[1e60]}]}"#, .notFinite),
    (#"{"data":[{"embedding":[1e999]}]}"#, .malformed),
  ])
  func `tells what is wrong`(_ text: String, _ code: EncoderError.Code) {
    let fault = #expect(throws: EmbeddingsAnswer.Fault.self) { try answer(text, count: 1) }
    #expect(fault?.code == code, "\(text): \(String(describing: fault))")
  }

  @Test func `refuses an index that comes twice and vectors of two dimensions`() {
    let twice = #expect(throws: EmbeddingsAnswer.Fault.self) {
      try answer(
        #"{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[2]}]}"#, count: 2)
    }
    #expect(twice?.code == .count)
    let mixed = #expect(throws: EmbeddingsAnswer.Fault.self) {
      try answer(#"{"data":[{"embedding":[1]},{"embedding":[2,3]}]}"#, count: 2)
    }
    #expect(mixed?.code == .dimension)
  }

  @Test func `whatever comes is an answer or a fault`() throws {
    let whole = Array(#"{"data":[{"index":0,"embedding":[1.5,-2]}],"model":"m"}"#.utf8)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.insert(contentsOf: generator.bytes(upTo: 3), at: place)
        default: if !bytes.isEmpty { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
        }
      }
      guard let answer = try? EmbeddingsAnswer(bytes, count: 1) else { continue }
      #expect(answer.vectors.count == 1)
      #expect(answer.vectors[0].allSatisfy(\.isFinite) && !answer.vectors[0].isEmpty)
    }
  }

  @Test func `a request holds the texts as they are`() throws {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<100 {
      let texts = (0..<4).compactMap { _ in
        EncodableText(Array(generator.text(upTo: 30).utf8)[...], limit: 200)
      }
      let body = EmbeddingsRequest.body(model: "a \"b\"", texts: texts)
      let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
      let input = (object?["input"] as? [String] ?? []).map { Array($0.utf8) }
      #expect(input == texts.map(\.bytes))
      #expect(object?["model"] as? String == "a \"b\"")
      #expect(object?["encoding_format"] as? String == "float")
    }
  }

  @Test(arguments: [
    (#"{"error":{"message":"no such model","type":"x"}}"#, "no such model"),
    (#"{"error":"busy"}"#, "busy"), (#"{"message":"m"}"#, "m"), (#"{"detail":"d"}"#, "d"),
    ("plain\n words ", "plain words"), ("<html><body>Bad Gateway</body></html>", ""), ("", ""),
    ("key sk-1 is\u{1B}[31m wrong", "key … is [31m wrong"),
  ])
  func `finds what a server says`(_ body: String, _ message: String) {
    #expect(ServerMessage.text(Array(body.utf8), key: "sk-1") == message)
  }

  @Test func `a long message is cut`() {
    let text = ServerMessage.text(Array(String(repeating: "é", count: 5000).utf8), key: nil)
    #expect(text.unicodeScalars.count == 301)
  }
}
