import CotejoFormats
import CotejoTestSupport
import Foundation
import Testing

struct ParallelTextReaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
  }

  private struct Pair: Hashable {
    var source: String
    var target: String
    init(_ source: String, _ target: String) { (self.source, self.target) = (source, target) }
  }

  private func read(
    _ reader: consuming ParallelTextReader
  ) throws -> (pairs: [Pair], report: ParallelTextReport) {
    var reader = reader
    var pairs: [Pair] = []
    var source: [UInt8] = []
    var target: [UInt8] = []
    while try reader.read(source: &source, target: &target) {
      let left = try #require(String(validating: source, as: UTF8.self))
      pairs.append(Pair(left, try #require(String(validating: target, as: UTF8.self))))
    }
    #expect(source.isEmpty && target.isEmpty)
    #expect(reader.report.pairs == pairs.count)
    return (pairs, reader.report)
  }

  @Test(arguments: ["a.tsv", "a.tsv.gz", "a.txt"])
  func `The first two columns are a pair`(name: String) throws {
    let text = "\u{FEFF}Hola.\tHello.\r\nUno\tOne\t0.9\t1-1\n"
    let path = try folder.compress(Array(text.utf8), to: name)
    let (pairs, report) = try read(ParallelTextReader(path: path))
    #expect(pairs == [Pair("Hola.", "Hello."), Pair("Uno", "One")])
    #expect(report.faultCount == 0)
  }

  @Test
  func `Bad lines are passed over and told with their numbers`() throws {
    let good = Array("Hola.\tHello.\n".utf8)
    let bytes =
      good + Array("one column\n".utf8) + [0x61, 0xFF, 0x09, 0x62, 0x0A]
      + [0x61, 0x09, 0xC3, 0x28, 0x0A] + Array("\n \tx\nx\t\nÑ\u{2028}ñ\tOK\n".utf8)
    let path = folder.write(bytes, to: "a.tsv")
    let (pairs, report) = try read(ParallelTextReader(path: path))
    #expect(pairs == [Pair("Hola.", "Hello."), Pair("Ñ\u{2028}ñ", "OK")])
    #expect(report.oneSided == 2)
    #expect(report.faultCount == 4)
    #expect(report.faults.map(\.line) == [2, 3, 4, 5])
    #expect(report.faults.allSatisfy { $0.place == path })
    #expect(report.faults[0].message == "there is no tab")
    #expect(report.faults[1].message == "it is not valid UTF-8, at byte 1 of the text")
  }

  @Test
  func `Only the first faults are kept, all are counted`() throws {
    let path = folder.write(Array(String(repeating: "x\n", count: 500).utf8), to: "a.tsv")
    let (pairs, report) = try read(ParallelTextReader(path: path))
    #expect(pairs.isEmpty)
    #expect(report.faultCount == 500)
    #expect(report.faults.count == ParallelTextReport.keptFaults)
  }

  @Test
  func `Our own records are read as they were written`() throws {
    var generator = SeededGenerator(seed: 121)
    let units = (0..<300).map { _ in generator.unit() }
    var writer = try JSONLinesWriter(path: folder.file("a.jsonl.gz"))
    for unit in units { try writer.write(unit) }
    try writer.finish()
    let (pairs, report) = try read(ParallelTextReader(path: folder.file("a.jsonl.gz")))
    #expect(report.faultCount == 0)
    #expect(report.oneSided + pairs.count == units.count)
    let joined = { (side: [TranslationUnit.Segment]) in
      side.map(\.text).joined().unicodeScalars.filter { $0 != " " }
    }
    let expected = units.map { (joined($0.source), joined($0.target)) }.filter {
      let blank = { (text: String.UnicodeScalarView) in text.allSatisfy { $0.value <= 0x20 } }
      return !blank($0.0) && !blank($0.1)
    }
    #expect(expected.count == pairs.count)
    for (pair, unit) in zip(pairs, expected) {
      #expect(Array(pair.source.unicodeScalars.filter { $0 != " " }) == Array(unit.0))
      #expect(Array(pair.target.unicodeScalars.filter { $0 != " " }) == Array(unit.1))
    }
  }

  @Test(arguments: [
    "{}", "[]", "not json", #"{"source":[{"text":"a"}]}"#, #"{"source":"a","target":"b"}"#,
    #"{"source":[{"text":"a"}],"target":[{}]}"#, #"{"source":[{"text":1}],"target":[]}"#,
    #"{"source":[],"source":[],"target":[]}"#,
    #"{"source":[{"text":"a"}],"target":[{"text":"b"}]} x"#,
    #"{"source":[{"text":"\ud800"}],"target":[{"text":"b"}]}"#,
  ])
  func `What is no record is a fault of its line`(line: String) throws {
    let good = #"{"target":[{"x":[{}],"text":"b"}],"more":{"y":null},"source":[{"text":"a"}]}"#
    let path = folder.write(Array("\(good)\n\(line)\n\(good)".utf8), to: "a.jsonl")
    let (pairs, report) = try read(ParallelTextReader(path: path))
    #expect(pairs == [Pair("a", "b"), Pair("a", "b")])
    #expect(report.faults.map(\.line) == [2])
  }

  @Test
  func `Two files are read side by side`() throws {
    let source = try folder.compress(Array("Uno.\n\nTres.\n".utf8), to: "p.es.gz")
    let target = folder.write(Array("One.\nTwo.\n".utf8) + [0xFF, 0x0A], to: "p.en")
    let (pairs, report) = try read(ParallelTextReader(source: source, target: target))
    #expect(pairs == [Pair("Uno.", "One.")])
    #expect(report.oneSided == 1)
    #expect(report.faults.map(\.place) == [target])
    #expect(report.faults.map(\.line) == [3])
  }

  @Test(arguments: [("a\nb\nc\n", "a\n", 3, 1), ("", "a\nb", 0, 2)])
  func `Two files of different length are an error with both numbers`(
    left: String, right: String, leftCount: Int, rightCount: Int
  ) throws {
    let source = folder.write(Array(left.utf8), to: "p.es")
    let target = folder.write(Array(right.utf8), to: "p.en")
    let error = #expect(throws: FormatError.self) {
      try read(ParallelTextReader(source: source, target: target))
    }
    #expect(error?.code == .malformed)
    #expect(error?.message.contains("has \(leftCount) lines") == true)
    #expect(error?.message.contains("has \(rightCount):") == true)
  }

  @Test
  func `What cannot be read is fatal`() throws {
    for (name, code) in [("none.tsv", FormatError.Code.unreadable), ("a.csv", .unknownFormat)] {
      let error = #expect(throws: FormatError.self) {
        try read(ParallelTextReader(path: folder.file(name)))
      }
      #expect(error?.code == code)
    }
    let cut = folder.write([0x1F, 0x8B, 8, 0], to: "cut.tsv.gz")
    let error = #expect(throws: FormatError.self) { try read(ParallelTextReader(path: cut)) }
    #expect(error?.code == .damaged)
  }

  @Test(arguments: ["a.tsv", "a.jsonl"])
  func `Random bytes never trap, and every line is accounted for`(name: String) throws {
    var generator = SeededGenerator(seed: 131)
    let alphabet = Array("\t\t\n\n\"{}[]:,sourcetargettext \\u0\u{FF}".utf8) + [0x80, 0xE2, 0xFF]
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let path = folder.write(bytes, to: name)
      let (pairs, report) = try read(ParallelTextReader(path: path))
      let ends = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
      #expect(pairs.count + report.oneSided + report.faultCount == ends)
    }
  }
}
