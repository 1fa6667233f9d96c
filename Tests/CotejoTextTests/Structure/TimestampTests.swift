import CotejoTestSupport
import Testing

@testable import CotejoText

struct TimestampTests {
  private func read(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    return Timestamp(at: 0, in: bytes.span, ceiling: bytes.count)
  }

  @Test(
    arguments: [
      ("[00:12:34] Sí", 754_000, 10), ("(12:34) Sí", 754_000, 7), ("<1:02:03>", 3_723_000, 9),
      ("00:12:34", 754_000, 8), ("00:00:01,500 --> 00:00:03,000", 1500, 29),
      ("00:01.250 --> 00:03.000\nSí", 1250, 23), ("12:34 --> 12:40 Sí", 754_000, 15),
      ("[01:02,5]", 62_500, 9), ("500:00:00", 1_800_000_000, 9), ("00:12:34,5678 -->", 754_567, 17),
    ] as [(String, Int32, Int)])
  func `times are read with what belongs to them`(
    _ text: String, _ milliseconds: Int32, _ end: Int
  ) {
    let time = read(text)
    #expect(time?.milliseconds == milliseconds)
    #expect(time?.end == end)
  }

  @Test(
    arguments: [
      "", "[", "10:30 de la mañana", "12:34", "[12:34", "[12:34)", "12:60:00", "1:2:3", "999:00:00",
      "501:00:00", "00:00:01:12", "2021:12:11", ":12:34", "doce", "[nota]", "12:345", "00:12:",
    ])
  func `what is no time is left alone`(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test(
    arguments: [
      ("[00:12] Sí.", "Sí."), ("12\n00:00:01,000 --> 00:00:02,000\nSí.", "Sí."), ("[00:12]", ""),
      ("Sí [00:12].", "Sí [00:12]."), ("12", "12"), ("12\nSí.", "12\nSí."), ("", ""),
    ])
  func `the words of a sentence begin behind its time`(_ text: String, _ words: String) {
    let bytes = Array(text.utf8)
    let sentence = Sentence(span: TextSpan(0, Int32(bytes.count)), paragraph: 0)
    let span = sentence.spanBehindTime(in: bytes.span)
    #expect(String(decoding: bytes[span.range], as: UTF8.self) == words)
  }

  @Test func `any bytes can be read`() {
    var generator = SeededGenerator(seed: 7101)
    let pieces = ["0", "12", ":", ":", ",", ".", "[", "]", "(", ")", "-->", " ", "9", "59"]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
      guard let time = read(text) else { continue }
      #expect(time.milliseconds >= 0)
      #expect((4...text.utf8.count).contains(time.end))
    }
  }
}
