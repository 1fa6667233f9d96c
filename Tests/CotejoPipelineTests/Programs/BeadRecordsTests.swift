import CotejoTestSupport
import Foundation
import Testing

@testable import CotejoPipeline

struct BeadRecordsTests {
  private static let lines = [
    ("Uno \u{2028}y «dos».", "One and “two”."), ("Tres.", "Three."), ("Cuatro.", "Four\u{85}."),
  ]

  private func records() throws -> BeadRecords {
    var state = try Pairs.aligned(Self.lines, score: 0.87654)
    state.reject(1, by: "filter", "oneSided", "")
    return BeadRecords(state)
  }

  private func sent(_ records: BeadRecords) -> [[UInt8]] {
    records.lines.map { Array(records.input[$0.bytes]) }
  }

  @Test func `beads that go on are lines for every reader`() throws {
    let records = try records()
    #expect(records.lines.map(\.bead) == [0, 2])
    let text = String(decoding: records.input, as: UTF8.self)
    #expect(text.hasPrefix(#"{"id":0,"source":[{"document":"es/p0.txt","start":0,"end":"#))
    #expect(text.hasSuffix("}\n"))
    // Of every kind of line end.
    #expect(text.split(whereSeparator: \.isNewline).count == 2)
    for line in sent(records) { _ = try JSONSerialization.jsonObject(with: Data(line)) }
  }

  @Test func `what was sent changes nothing, in any order, however it is written`() throws {
    var records = try records()
    for (index, line) in sent(records).reversed().enumerated() {
      let object = try JSONSerialization.jsonObject(with: Data(line))
      let written = try JSONSerialization.data(
        withJSONObject: object, options: index == 0 ? [] : [.sortedKeys, .withoutEscapingSlashes])
      #expect(records.take(Array(written)) == nil)
    }
    #expect(records.answers == [0: BeadRecords.Answer(), 2: BeadRecords.Answer()])
  }

  @Test func `scores and rejections`() throws {
    var records = try records()
    for line in [
      "\u{FEFF}" + #"{"score":1e-1,"id":2.0}"#, "", " \t\r",
      #"{"id":0,"reject":"añejo","detail":"de 1999\n","score":0}"#,
    ] {
      #expect(records.take(Array(line.utf8)) == nil)
    }
    #expect(records.answers[2] == BeadRecords.Answer(score: 0.1))
    #expect(
      records.answers[0]
        == BeadRecords.Answer(score: 0, reason: "añejo", detail: "de 1999\n"))
  }

  @Test(arguments: [
    ("x", "this is no JSON object (byte 0 of the line)"), ("[]", "this is no JSON object"),
    (#"{"id":0"#, "'}' is missing"), (#"{"score":1}"#, "'id' must be the number of a bead"),
    (#"{"id":"0"}"#, "'id' must be the number"), (#"{"id":0.5}"#, "'id' must be the number"),
    (#"{"id":1e300}"#, "'id' must be the number"), (#"{"id":-1}"#, "no bead -1 was sent"),
    (#"{"id":1}"#, "no bead 1 was sent"), (#"{"id":3}"#, "no bead 3 was sent"),
    (#"{"id":2,"score":1.01}"#, "'score' of the bead 2 is no number from 0 to 1"),
    (#"{"id":2,"score":null}"#, "'score' of the bead 2"), (#"{"id":2,"score":"1"}"#, "'score' of"),
    (#"{"id":2,"reject":true}"#, "'reject' of the bead 2 must be a short text"),
    (#"{"id":2,"reject":""}"#, "'reject' of"), (#"{"id":2,"reject":"a\nb"}"#, "'reject' of"),
    (#"{"id":2,"detail":"x"}"#, "'detail' of the bead 2 must be a text beside 'reject'"),
    (#"{"id":2,"rejct":"x"}"#, "unknown member 'rejct' of the bead 2; did you mean 'reject'?"),
    (#"{"id":2,"type":"2-1"}"#, "'type' of the bead 2 is not what was sent"),
    (#"{"id":2,"source":[]}"#, "'source' of the bead 2 is not what was sent"),
    (#"{"id":2,"id":2}"#, "'id' stands there twice"),
  ])
  func `what cannot be used is told`(_ line: String, _ expected: String) throws {
    var records = try records()
    let message = records.take(Array(line.utf8))
    #expect(message?.contains(expected) == true, "\(message ?? "none")")
    #expect(records.answers.isEmpty)
  }

  @Test func `a text or a place that changed is told`() throws {
    let fresh = try records()
    let line = String(decoding: sent(fresh)[1], as: UTF8.self)
    for (old, new) in [
      ("Four", "Five"), ("\"start\":", "\"start\":1"), ("en/p0", "en/p1"), (".txt\"", ".txt \""),
    ] {
      var records = fresh
      let message = records.take(Array(line.replacingOccurrences(of: old, with: new).utf8))
      #expect(message?.contains("is not what was sent; a program may change 'score' alone") == true)
    }
  }

  @Test func `a bead comes once`() throws {
    var records = try records()
    #expect(records.take(Array(#"{"id":2}"#.utf8)) == nil)
    #expect(records.take(Array(#"{"id":2}"#.utf8)) == "the bead 2 comes a second time")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `whatever comes back is refused or is an answer to what was sent`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fresh = try records()
    let good =
      sent(fresh) + [Array(#"{"id":0,"reject":"no","detail":"é","score":0.25}"#.utf8)]
    for _ in 0..<100 {
      var records = fresh
      for line in good {
        var bytes = line
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let offset = Int.random(in: 0..<bytes.count, using: &random)
          bytes[offset] = UInt8.random(in: 0...255, using: &random)
        }
        _ = records.take(bytes)
      }
      #expect(Set(records.answers.keys).isSubset(of: [0, 2]))
      for answer in records.answers.values {
        #expect(answer.score.map { 0...1 ~= $0 } ?? true)
        #expect(answer.reason != "")
      }
    }
  }
}
