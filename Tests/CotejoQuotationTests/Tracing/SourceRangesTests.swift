import CotejoTestSupport
import Testing

@testable import CotejoQuotation

struct SourceRangesTests {
  @Test(arguments: [
    // Words passed over stay inside, many make two places.
    ("pan blanco caliente", "leche, pan muy blanco caliente, sal", ["pan muy blanco caliente"]),
    (
      "pan blanco caliente barato. Leche fría entera suave",
      "pan blanco caliente barato uno dos tres cuatro cinco seis siete leche fría entera suave",
      ["pan blanco caliente barato", "leche fría entera suave"]
    ),
    // The order is that of the quotation.
    (
      "leche fría entera suave. Pan blanco caliente barato",
      "pan blanco caliente barato uno dos tres cuatro cinco seis siete leche fría entera suave",
      ["leche fría entera suave", "pan blanco caliente barato"]
    ),
    // To the end of a clause for words of the quotation that are not linked.
    ("xxxx pan blanco caliente", "sal, rico pan blanco caliente", ["rico pan blanco caliente"]),
    ("pan blanco caliente xxxx", "pan blanco caliente rico. Sal", ["pan blanco caliente rico"]),
  ])
  func `links are gathered into places`(
    _ words: String, _ text: String, _ expected: [String]
  ) throws {
    #expect(try SideBySide(words, in: text).ranges == expected)
  }

  @Test func `a range ends at a label, a note and the end of a transcript`() throws {
    #expect(
      try SideBySide(
        "pan blanco caliente leche fría entera",
        in: "ANA RUIZ: Uno, pan blanco caliente\n\nPREGUNTA: leche fría entera, dos"
      ).ranges == ["pan blanco caliente", "leche fría entera"])
    #expect(
      try SideBySide(
        "pan blanco caliente leche fría entera",
        in: "ANA RUIZ: Uno, pan blanco caliente (RISAS) leche fría entera, dos"
      ).ranges == ["pan blanco caliente", "leche fría entera"])
    #expect(
      try SideBySide(
        "pan blanco caliente barato. Leche fría entera suave",
        in: "uno, pan blanco caliente barato", "leche fría entera suave, dos"
      ).ranges == ["pan blanco caliente barato", "leche fría entera suave"])
  }

  @Test func `ranges lie apart and hold all links that are left`() throws {
    var generator = SeededGenerator(seed: 41)
    let words = ["pan", "agua", "sal", "luz", "el", "mar", ".", ",", "\n\nPREGUNTA:", "(RISAS)"]
    func text(_ count: Int, of words: [String]) -> String {
      (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
    }
    for _ in 0..<150 {
      let side = try SideBySide(
        text(10, of: Array(words.prefix(8))), in: "ANA RUIZ: " + text(40, of: words),
        text(30, of: words))
      let path = side.path()
      guard path.score > 0 else { continue }
      let made = SourceRanges(side.source, side.evidence, side.quotation, path)
      #expect(!made.ranges.isEmpty && !made.links.isEmpty)
      let sorted = made.ranges.map(\.places).sorted { $0.lowerBound < $1.lowerBound }
      for (left, right) in zip(sorted, sorted.dropFirst()) {
        #expect(left.upperBound <= right.lowerBound)
      }
      #expect(made.ranges.map(\.words.lowerBound) == made.ranges.map(\.words.lowerBound).sorted())
      for places in sorted {
        #expect(!places.dropFirst().contains { side.source.sequence.gaps[$0] == .part })
      }
      for link in made.links {
        #expect(path.links.contains(link))
        #expect(
          made.ranges.contains { $0.places.contains(link.place) && $0.words.contains(link.word) })
      }
    }
  }
}
