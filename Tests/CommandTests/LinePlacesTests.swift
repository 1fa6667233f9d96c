import Cotejo
import CotejoTestSupport
import Testing

@testable import CotejoCommand

struct LinePlacesTests {
  private static func places(_ text: String) throws -> LinePlaces {
    LinePlaces(
      try DocumentReader().document(
        of: Array(text.utf8), id: "a.txt", language: LanguageTag("en")))
  }

  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 2, 2), (900, 2, 2),
  ])
  func `lines and columns count from 1, columns in code points`(
    _ offset: Int32, _ line: Int, _ column: Int
  ) throws {
    let place = try Self.places("aé\nb").place(of: offset)
    #expect(place == (line, column))
  }

  @Test func `places are the same in any order`() throws {
    var generator = SeededGenerator(seed: 13)
    let text = (0..<3000).map { _ in
      ["a", "é", "“", "\n", "word "][Int.random(in: 0..<5, using: &generator)]
    }.joined()
    let places = try Self.places(text)
    var (line, column, offset) = (1, 1, Int32(0))
    var expected: [(offset: Int32, line: Int, column: Int)] = []
    for scalar in text.unicodeScalars {
      expected.append((offset, line, column))
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      offset += Int32(UTF8.width(scalar))
    }
    for one in expected.shuffled(using: &generator) {
      let place = places.place(of: one.offset)
      #expect(place == (one.line, one.column))
    }
  }

  @Test func `a document of one line`() throws {
    let places = try Self.places(String(repeating: "a", count: 400_000))
    for offset in stride(from: Int32(399_999), through: 390_000, by: -10) {
      #expect(places.place(of: offset).column == Int(offset) + 1)
    }
  }

  @Test func `an empty document`() throws {
    #expect(try Self.places("").place(of: 0) == (1, 1))
  }
}
