import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct ResultTableTests {
  @Test func `finds what was added and nothing else, however it grows`() {
    var table = ResultTable()
    #expect(table.find(StoreSample.key(0)) == nil)
    for number in 0..<10_000 {
      table.append(entry(number))
      if number == 100 { table.reserve(3000) }
    }
    #expect(table.count == 10_000)
    for number in 0..<10_000 {
      #expect(table.find(StoreSample.key(number)) == number)
      #expect(table[number].offset == UInt64(number))
    }
    #expect((10_000..<12_000).allSatisfy { table.find(StoreSample.key($0)) == nil })
  }

  @Test func `of several of a key another is found when one is dismissed`() {
    var table = ResultTable()
    for pack in 0..<3 { table.append(entry(7, pack: pack)) }
    table.append(entry(8))
    var packs: Set<UInt32> = []
    while let number = table.find(StoreSample.key(7)) {
      packs.insert(table[number].pack)
      table.dismiss(number)
    }
    #expect(packs == [0, 1, 2])
    #expect(table.find(StoreSample.key(8)) == 3)
    table.append(entry(7, pack: 5))
    #expect(table.find(StoreSample.key(7)).map { table[$0].pack } == 5)
  }

  @Test func `keys that differ in one half alone do not crowd`() {
    var table = ResultTable()
    for number in 0..<5000 {
      table.append(
        ResultTable.Entry(
          key: ResultKey(high: 0, low: UInt64(number)), offset: 0, length: 0, pack: 0))
    }
    #expect((0..<5000).allSatisfy { table.find(ResultKey(high: 0, low: UInt64($0))) == $0 })
    #expect(table.find(ResultKey(high: 1, low: 3)) == nil)
  }

  private func entry(_ number: Int, pack: Int = 0) -> ResultTable.Entry {
    ResultTable.Entry(
      key: StoreSample.key(number), offset: UInt64(number), length: 1, pack: UInt32(pack))
  }
}
