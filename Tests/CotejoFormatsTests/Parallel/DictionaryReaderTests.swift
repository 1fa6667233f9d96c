import CotejoFormats
import CotejoTestSupport
import Foundation
import Testing

struct DictionaryReaderTests {
  private struct Entry: Hashable {
    var source: String
    var target: String
    var weight: Float
  }

  private func read(_ path: String) throws -> (entries: [Entry], report: ParallelTextReport) {
    var reader = try DictionaryReader(path: path)
    var entries: [Entry] = []
    var source: [UInt8] = []
    var target: [UInt8] = []
    while let weight = try reader.read(source: &source, target: &target) {
      let left = try #require(String(validating: source, as: UTF8.self))
      let right = try #require(String(validating: target, as: UTF8.self))
      entries.append(Entry(source: left, target: right, weight: weight))
    }
    #expect(reader.report.pairs == entries.count)
    return (entries, reader.report)
  }

  @Test(arguments: ["a.tsv", "a.tsv.gz"])
  func `Entries have a weight or weigh 1`(name: String) throws {
    let text =
      "\u{FEFF}# a note\nuno\tone\r\n\narancel\ttariff\t2.5\nsede\tseat\t \nel día\tthe day\t1e-3\tx\n"
    let folder = TemporaryFolder()
    let (entries, report) = try read(folder.compress(Array(text.utf8), to: name))
    #expect(
      entries == [
        Entry(source: "uno", target: "one", weight: 1),
        Entry(source: "arancel", target: "tariff", weight: 2.5),
        Entry(source: "sede", target: "seat", weight: 1),
        Entry(source: "el día", target: "the day", weight: 0.001),
      ])
    #expect(report.faultCount == 0)
  }

  @Test(arguments: ["0", "-1", "x", "nan", "inf", "1,5", "1 2", "\u{308}1"])
  func `A weight that is none is told with its line`(weight: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write(Array("a\tb\t\(weight)\nc\td\n".utf8), to: "a.tsv")
    let (entries, report) = try read(path)
    #expect(entries == [Entry(source: "c", target: "d", weight: 1)])
    #expect(report.faults.map(\.line) == [1])
    #expect(report.faults[0].message == "'\(weight)' is no weight: a number above 0")
  }

  @Test
  func `Bad lines are passed over and told with their numbers`() throws {
    let folder = TemporaryFolder()
    let bytes =
      Array("one column\n".utf8) + [0x61, 0xFF, 0x09, 0x62, 0x0A]
      + Array("\tx\nx\t \nok\tok\n".utf8)
    let (entries, report) = try read(folder.write(bytes, to: "a.tsv"))
    #expect(entries.map(\.source) == ["ok"])
    #expect(report.faults.map(\.line) == [1, 2])
    #expect(report.oneSided == 2)
  }

  @Test
  func `Any bytes are entries or faults`() throws {
    var generator = SeededGenerator(seed: 123)
    let folder = TemporaryFolder()
    let alphabet: [UInt8] = [0x09, 0x09, 0x0A, 0x0D, 0x20, 0x23, 0x2E, 0x31, 0x65, 0xC3, 0xB1, 0]
    for _ in 0..<300 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let (entries, report) = try read(folder.write(bytes, to: "a.tsv"))
      #expect(entries.allSatisfy { $0.weight > 0 && $0.weight.isFinite })
      #expect(entries.count + report.oneSided + report.faultCount <= bytes.count { $0 == 0x0A } + 1)
    }
  }

  @Test
  func `A file that is not there is an error`() throws {
    let error = #expect(throws: FormatError.self) {
      _ = try DictionaryReader(path: "/nowhere/a.tsv")
    }
    #expect(error?.code == .unreadable)
  }
}
