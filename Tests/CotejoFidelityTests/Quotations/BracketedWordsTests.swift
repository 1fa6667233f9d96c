import Testing

@testable import CotejoFidelity

@Suite struct BracketedWordsTests {
  @Test(arguments: [
    ("They [the miners] left.", [1, 2]), ("They left [and came] back [home].", [2, 3, 5]),
    ("They left [home", []), ("They] left", []), ("[He] left", [0]), ("They (all) left.", []),
    ("a [b [c] d] e", [2]), ("", []),
  ])
  func words(target: String, bracketed: [Int]) throws {
    let side = try WordingFixture.pair("Se fueron.", target).target
    let found = side.bracketedWords()
    #expect(found.count == side.words.count)
    #expect(found.indices.filter { found[$0] } == bracketed)
  }

  @Test func whatBracketsAddEndsWithThem() throws {
    let (source, target) = (
      "Dijo que ellos lo harán.", "He said they [the striking workers from the mine] will do it."
    )
    #expect(try !CheckedExamples.isFlagged(.addition, source, target))
    let marked = try #require(try CheckedExamples.marked(.markedAddition, source, target))
    #expect(marked == "striking workers from the mine")
  }

  @Test func stretchesAreCutAtBrackets() {
    #expect((1..<6).cut(by: [true, false, false, true, true, false]) == [1..<3, 3..<5, 5..<6])
    #expect((2..<2).cut(by: []) == [])
  }
}
