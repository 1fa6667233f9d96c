import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct CheckedPairTests {
  private static func checker() throws -> FidelityChecker {
    try FidelityChecker(source: LanguageTag("es"), target: LanguageTag("en"), lexicons: [])
  }

  /// As many words as a side may have, and one more.
  @Test(arguments: [(0, true), (1, false)])
  func aSideOfMoreWordsThanCanBeLookedAtCannotBeTold(
    _ excess: Int, _ isComparable: Bool
  ) throws {
    let long = Array(repeating: "no", count: CheckedPair.mostWords + excess).joined(separator: " ")
    let resources = try CheckedPairs.resources(from: "es", to: "en")
    #expect(try CheckedPairs.pair(long, "no", resources).isComparable == isComparable)
    #expect(try CheckedPairs.pair("no", long, resources).isComparable == isComparable)
  }

  @Test func marksAreNoWords() throws {
    let marks = Array(repeating: "—", count: 2 * CheckedPair.mostWords).joined(separator: " ")
    let resources = try CheckedPairs.resources(from: "es", to: "en")
    #expect(try CheckedPairs.pair("no \(marks)", "no", resources).isComparable)
    #expect(try !CheckedPairs.pair(marks, "no", resources).isComparable)
  }

  @Test func aPairThatIsTooLongIsReportedAsSuchAndItsNeighboursAreNot() throws {
    let long = Array(repeating: "casa", count: CheckedPair.mostWords + 1).joined(separator: " ")
    let reports = try Self.checker().reports(of: [
      RenderedPair("Hay 43 casas.", "There are 43 houses."), RenderedPair(long, "house"),
      RenderedPair("house", long), RenderedPair(long, ""),
    ])
    #expect(reports[0].verdict == .faithful)
    for report in reports[1...] {
      #expect(report.verdict == .cannotTell)
      #expect(report.findings.isEmpty)
      #expect(report.evidence.isEmpty)
      #expect(report.outcomes.allSatisfy { $0.outcome == .cannotTell })
    }
    // Where one side is empty, the rendering is certainly none.
    #expect(reports.map(\.score)[1...] == [0.5, 0.5, 0])
  }

  /// Each is of a shape that some check might look at by the square or worse.
  @Test(arguments: [
    "no", "nunca", "“", "«a»", "43", "3 de mayo de 2020 a las 15:30", "Ana", "A", "de la",
    "no solo", "…", "a-b", "mil millones de", "1.", "[x]", "dijo que no habría dejado de",
  ])
  func repetitionsAreCheckedInBoundedTime(_ piece: String) throws {
    let words = piece.split(separator: " ").count
    let long = Array(repeating: piece, count: 300 / words).joined(separator: " ")
    let start = ContinuousClock.now
    let reports = try Self.checker().reports(of: [
      RenderedPair(long, long), RenderedPair(long, "The dog sleeps."),
      RenderedPair("El perro duerme.", long),
    ])
    #expect(reports.count == 3)
    #expect(reports.allSatisfy { (0...1).contains($0.score) })
    // Generous: an unoptimized build on a busy machine.
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func aPlaceLiesBetweenTheLinkedNeighbours() throws {
    let pair = try CheckedPairs.pair(
      "Sevilla duerme y Granada canta.", "Sevilla sleeps and Granada sings.")
    let place = pair.place(of: 1..<2, on: .source)
    #expect(place.contains(1))
    // At the ends it reaches to the end of the other side.
    #expect(pair.place(of: 0..<1, on: .source).lowerBound == 0)
    #expect(pair.place(of: 4..<5, on: .source).upperBound == pair.target.words.count)
  }
}
