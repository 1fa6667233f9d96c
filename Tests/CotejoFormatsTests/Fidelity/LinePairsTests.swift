import CotejoFidelity
import CotejoFormats
import CotejoTestSupport
import Testing

struct LinePairsTests {
  @Test func `columns are pairs with the places of their texts`() throws {
    let text = "\u{FEFF}Hola.\tHello.\r\n\nUno\tOne\tthree\n"
    let reading = try PairReading(text, as: "a.tsv")
    #expect(reading.texts == ["1|1|Hola.|Hello.", "3|3|Uno|One"])
    let bytes = Array(text.utf8)
    for pair in reading.pairs {
      let offsets = try #require(pair.offsets)
      #expect(bytes[offsets.source...].starts(with: pair.pair.source))
      #expect(bytes[offsets.target...].starts(with: pair.pair.target))
    }
  }

  @Test func `a bad line costs itself alone`() throws {
    let bytes = Array("a\tb\nnone\n".utf8) + [0xFF, 0x09, 0x61, 0x0A] + Array("c\td".utf8)
    let reading = try PairReading(bytes, as: "a.tsv")
    #expect(reading.texts == ["1|1|a|b", "4|4|c|d"])
    #expect(reading.faultLines == [2, 3])
    #expect(reading.faults.map(\.code) == [.malformed, .invalidEncoding])
  }

  @Test func `an empty side is a side`() throws {
    #expect(try PairReading("a\t\n\tb\n", as: "a.tsv").texts == ["1|1|a|", "2|2||b"])
  }

  @Test func `records are flat, or those of an alignment`() throws {
    let reading = try PairReading(
      """
      {"id":"x","source":"Uno\\ndos","target":"One","more":[1,{}]}
      {"source":[{"document":"d","start":0,"end":4,"text":"Uno."},{"text":"Dos."}],"target":[],"type":"2-0"}

      {"id":7,"source":"a","target":"b"}
      """, as: "a.jsonl")
    #expect(reading.texts == ["x|1|Uno\ndos|One", "2|2|Uno. Dos.|", "7|4|a|b"])
    #expect(reading.faults.isEmpty)
    #expect(reading.pairs.allSatisfy { $0.offsets == nil })
  }

  @Test(arguments: [
    "{}", "[]", "{\"source\":\"a\"}", "{\"source\":\"a\",\"target\":null}",
    "{\"source\":\"a\",\"source\":\"b\",\"target\":\"c\"}", "{\"source\":\"a\",\"target\":\"b\"} x",
    "{\"source\":1,\"target\":\"b\"}", "{\"source\":[{}],\"target\":\"b\"}",
  ])
  func `what is no record is a fault`(_ line: String) throws {
    let reading = try PairReading("\n\(line)\n{\"source\":\"a\",\"target\":\"b\"}\n", as: "a.jsonl")
    #expect(reading.faultLines == [2])
    #expect(reading.texts == ["3|3|a|b"])
  }

  @Test(arguments: 0..<60)
  func `damaged files give pairs and faults with places`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let columns = Array("Uno\tOne\nDos «tres»\tTwo\tx\nñ\tn\n".utf8)
    let records = Array(
      "{\"id\":\"a\",\"source\":\"ñ\\u00e1\",\"target\":[{\"text\":\"x\"}]}\n".utf8)
    let folder = TemporaryFolder()
    #expect(
      try PairReading(PairReading.mutated(columns, &generator), as: "a.tsv", in: folder).isSound)
    #expect(
      try PairReading(
        PairReading.mutated(records + records, &generator), as: "a.jsonl", in: folder
      ).isSound)
  }

  @Test(arguments: [
    ("a.tsv", PairFileFormat.tsv), ("A.TSV.GZ", .tsv), ("a.jsonl.gz", .jsonl), ("b/a.tmx", .tmx),
    ("a.xlf", .xliff), ("a.xliff.gz", .xliff), ("es.po", .po), ("a.doc", nil), ("tmx", nil),
  ])
  func `names tell formats`(_ name: String, _ format: PairFileFormat?) {
    #expect(PairFileFormat(path: name) == format)
  }

  @Test func `a name that tells no format is an error of usage`() {
    let error = #expect(throws: FormatError.self) { try PairReading("", as: "a.doc") }
    #expect(error?.code == .unknownFormat)
  }
}
