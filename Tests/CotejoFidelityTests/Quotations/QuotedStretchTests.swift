import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct QuotedStretchTests {
  private static func stretches(_ text: String) throws -> [QuotedStretch] {
    try CheckedPairs.pair(text, "x").source.quotedStretches()
  }

  @Test(arguments: [
    ("Dijo: «Ya voy», y salió.", ["Ya voy"]),
    ("“Uno”, dijo. “Dos”.", ["Uno", "Dos"]),
    ("He said \"so\", and \"more so\".", ["so", "more so"]),
    ("„Ja“, sagte er.", ["Ja"]),
    ("”so” it goes", ["so"]),
    ("'one' and 'two'", ["one", "two"]),
    ("the dog's 'best' friend", ["best"]),
    // What is closed twice goes on behind the first mark.
    ("«Uno» dijo» y calló", ["Uno", "» dijo"]), ("it's the dogs' house", []),
    ("It is 7\" long.", []), ("\"", [""]), ("", []), ("no marks", []),
  ])
  func stretchesAreWhatStandsBetweenOuterMarks(_ text: String, _ expected: [String]) throws {
    #expect(try Self.stretches(text).map { text.text(in: $0.span) } == expected)
  }

  @Test(arguments: [
    ("terminó así», dijo.", false, true, "terminó así"),
    ("Dijo: «Así empieza", true, false, "Así empieza"),
    ("Dijo: «Así fue».", true, true, "Así fue"),
  ])
  func aStretchReachesToTheEndWhereAMarkIsMissing(
    _ text: String, _ opening: Bool, _ closing: Bool, _ words: String
  ) throws {
    let stretch = try #require(try Self.stretches(text).first)
    #expect(stretch.hasOpening == opening)
    #expect(stretch.hasClosing == closing)
    #expect(text.text(in: stretch.span) == words)
  }

  @Test(arguments: [
    ("Dijo «ya está», y salió.", true), ("Dijo «ya está.» Y salió.", true),
    ("Dijo que «ya está» listo.", false), ("Dijo «ya está", true),
  ])
  func aStretchIsStoppedWhereAClauseEnds(_ text: String, _ isStopped: Bool) throws {
    let side = try CheckedPairs.pair(text, "x").source
    #expect(side.isStopped(try #require(side.quotedStretches().first)) == isStopped)
  }

  /// Whatever the marks, stretches lie in order inside the text and hold whole words.
  @Test(arguments: 0..<150)
  func anyMarksGiveStretchesInOrder(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "«", "»", "“", "”", "„", "\"", "'", "‘", "’", " ", " ", "ya", "no", "7", ".", ",", "…", "é",
    ]
    let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }.joined()
    let side = try CheckedPairs.pair(text, "x").source
    var end: Int32 = 0
    for stretch in side.quotedStretches() {
      #expect(stretch.span.lower >= end && stretch.span.lower <= stretch.span.upper)
      #expect(Int(stretch.span.upper) <= text.utf8.count)
      for word in side.words[stretch.words] {
        #expect(word.span.lower >= stretch.span.lower && word.span.upper <= stretch.span.upper)
      }
      _ = side.isStopped(stretch)
      end = stretch.span.upper
    }
  }
}
