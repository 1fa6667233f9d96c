import CotejoFidelity
import CotejoFormats
import CotejoTestSupport
import CotejoText
import Foundation
import Testing

struct JSONLinesWriterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
  }

  @Test
  func `The record is the one that is promised`() throws {
    var writer = try JSONLinesWriter(path: folder.file("a.jsonl"))
    try writer.write(
      TranslationUnit(
        source: [
          .init(document: "es/a.txt", start: 0, end: 12, text: "«Sí», dijo."),
          .init(document: "es/a.txt", start: 13, end: 20, text: "a/b\u{2028}"),
        ],
        target: [.init(document: "en/\"a\".txt", start: 5, end: 9, text: "Yes.")], score: 0.93))
    try writer.write(TranslationUnit("", "New.", score: 1))
    try writer.finish()
    #expect(
      folder.text("a.jsonl") == #"""
        {"source":[{"document":"es/a.txt","start":0,"end":12,"text":"«Sí», dijo."},{"document":"es/a.txt","start":13,"end":20,"text":"a/b\u2028"}],"target":[{"document":"en/\"a\".txt","start":5,"end":9,"text":"Yes."}],"type":"2-1","score":0.93}
        {"source":[],"target":[{"document":"en/a.txt","start":0,"end":4,"text":"New."}],"type":"0-1","score":1.00}

        """#)
  }

  @Test
  func `Word links follow where they were asked for`() throws {
    func word(_ document: String, _ start: Int, _ text: String) -> TranslationUnit.Segment {
      .init(document: document, start: start, end: start + text.utf8.count, text: text)
    }
    var unit = TranslationUnit("No sé.", "I do not \"know\".")
    unit.links = [
      .init(source: word("es/a.txt", 0, "No"), target: word("en/a.txt", 5, "not")),
      .init(source: word("es/a.txt", 3, "sé"), target: word("en/a.txt", 10, "know\"")),
    ]
    var writer = try JSONLinesWriter(path: folder.file("a.jsonl"))
    try writer.write(unit)
    unit.links = []
    try writer.write(unit)
    try writer.finish()
    let lines = folder.text("a.jsonl").split(separator: "\n")
    #expect(
      lines[0].hasSuffix(
        #"""
        "score":0.50,"links":[[{"start":0,"end":2,"text":"No"},{"start":5,"end":8,"text":"not"}],[{"start":3,"end":6,"text":"sé"},{"start":10,"end":15,"text":"know\""}]]}
        """#))
    #expect(lines[1].hasSuffix(#""score":0.50,"links":[]}"#))
  }

  @Test
  func `What a check found follows with its places`() throws {
    func word(_ document: String, _ start: Int, _ text: String) -> TranslationUnit.Segment {
      .init(document: document, start: start, end: start + text.utf8.count, text: text)
    }
    let finding = Finding(
      type: .polarity, severity: .critical, probability: 0.93, source: TextSpan(0, 2), target: nil,
      message: "'No' is \"lost\"")
    var unit = TranslationUnit("No sé.", "I know.")
    unit.check = .init(
      verdict: .altered, score: 0.0401,
      findings: [
        .init(finding, source: [word("es/a.txt", 0, "No"), word("es/b.txt", 7, "ni")], target: []),
        .init(finding, source: [], target: [word("en/a.txt", 2, "know")]),
      ])
    var writer = try JSONLinesWriter(path: folder.file("a.jsonl"))
    try writer.write(unit)
    unit.check = .init(verdict: .cannotTell, score: 0.5, findings: [])
    try writer.write(unit)
    try writer.finish()
    let lines = folder.text("a.jsonl").split(separator: "\n")
    let common =
      #"{"type":"accuracy/mistranslation/polarity","severity":"critical","probability":0.93,"#
    #expect(
      lines[0].hasSuffix(
        #","check":{"verdict":"altered","score":0.0401,"findings":["# + common
          + #""source":{"document":"es/a.txt","start":0,"end":2,"text":"No","further":[{"document":"es/b.txt","start":7,"end":9,"text":"ni"}]},"target":null,"message":"'No' is \"lost\""},"#
          + common
          + #""source":null,"target":{"document":"en/a.txt","start":2,"end":6,"text":"know"},"message":"'No' is \"lost\""}]}}"#
      ), "\(lines[0])")
    #expect(
      lines[1].hasSuffix(#","check":{"verdict":"cannot-tell","score":0.50,"findings":[]}}"#))
  }

  @Test
  func `A strict parser gives back every unit`() throws {
    var generator = SeededGenerator(seed: 51)
    let units = (0..<400).map { _ in generator.unit() }
    var writer = try JSONLinesWriter(path: folder.file("a.jsonl.gz"))
    for unit in units { try writer.write(unit) }
    try writer.finish()
    let lines = try CompressedFile.bytes(of: folder.file("a.jsonl.gz")).split(separator: 0x0A)
    #expect(lines.count == units.count)
    for (line, unit) in zip(lines, units) {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      #expect(object.keys.sorted() == ["score", "source", "target", "type"])
      #expect(try segments(object["source"]) == unit.source)
      #expect(try segments(object["target"]) == unit.target)
      #expect(object["type"] as? String == unit.type)
      let score = try #require(object["score"] as? Double)
      #expect(abs(score - unit.score) <= 0.00005 + 1e-12)
    }
  }

  private func segments(_ value: Any?) throws -> [TranslationUnit.Segment] {
    try #require(value as? [[String: Any]]).map { segment in
      #expect(segment.count == 4)
      return TranslationUnit.Segment(
        document: try #require(segment["document"] as? String),
        start: try #require(segment["start"] as? Int), end: try #require(segment["end"] as? Int),
        text: try #require(segment["text"] as? String))
    }
  }
}
