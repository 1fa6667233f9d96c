import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct NameIndexTests {
  private static func forms(_ name: String) -> [[UInt8]] {
    name.split(separator: " ").map { Array($0.utf8) }
  }

  private static func filled() -> NameIndex {
    var index = NameIndex()
    index.add(forms("lugo"), .init(entity: 0, word: 3))
    index.add(forms("ana ruiz lugo"), .init(entity: 1, word: 9))
    index.add(forms("tomás lugo"), .init(entity: 0, word: 20), known: forms("lugo"))
    return index
  }

  @Test(arguments: [
    ("lugo", [0, 1]), ("ruiz lugo", [1]), ("tomás lugo", [0]), ("ruiz", []), ("", []),
  ])
  func namesAreFoundByTheirEnds(_ name: String, _ entities: [Int]) {
    #expect(Self.filled().ending(in: Self.forms(name)).map(\.entity) == entities)
  }

  @Test func namesAreFoundByTheirWordsAndInitials() {
    let index = Self.filled()
    #expect(index.holding(Array("ruiz".utf8)).map(\.entity) == [1])
    #expect(index.holding(Array("lugo".utf8)).map(\.word) == [3, 9])
    #expect(index.ending(inWordFrom: UInt8(ascii: "l")).map(\.entity) == [0, 1])
  }

  @Test func theEntitiesOfARoleAreInOrder() {
    var index = NameIndex()
    let role = Array("mayor".utf8)
    for entity in [4, 7, 2, 9] { index.add(role: role, entity) }
    index.sortRoles()
    #expect(index.called(role) == [2, 4, 7, 9])
  }

  @Test func manyPersonsWithOneSurname() throws {
    let letters = Array("abcdefghijklmnopqrst")
    let text = (0..<900).map { number in
      "X\(letters[number % 20])\(letters[number / 20 % 20])\(letters[number / 400]) Quill"
    }.joined(separator: " met ")
    let table = NameTable(frame: Frame(try Articles.words("Then " + text, "en"), direct: []))
    #expect(table.entities.count == 900)
    let found = table.index(of: Self.forms("quill"), before: nil, exactly: true)
    #expect(found == 899)
  }
}
