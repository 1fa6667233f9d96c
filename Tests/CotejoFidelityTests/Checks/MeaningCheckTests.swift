import Testing

@testable import CotejoFidelity

@Suite struct MeaningCheckTests {
  private static func features(_ source: String, _ target: String) throws -> [Float] {
    let found = try CheckedPairs.examine(MeaningCheck(), source, target)
    #expect(found.outcome == .checked)
    let suspicion = try #require(found.suspicions.first)
    #expect(found.suspicions.count == 1)
    #expect(suspicion.type == .meaning)
    // It is about the whole: no place can be named.
    #expect(suspicion.source == nil && suspicion.target == nil)
    return suspicion.features
  }

  @Test func anotherSentenceHasMoreThatIsNotLinked() throws {
    let source = "El perro de la vecina duerme en la cocina."
    let faithful = try Self.features(source, "The neighbor's dog sleeps in the kitchen.")
    let other = try Self.features(source, "Parliament adopted a budget for railways.")
    // What is not linked, and what has no counterpart, of either side.
    for index in 0..<4 {
      #expect(other[index] > faithful[index] + 0.3)
    }
  }

  @Test func lengthsCountAlikeInBothDirections() throws {
    let (short, long) = ("Duerme.", "The dog of the neighbor sleeps in the kitchen every day.")
    let one = try Self.features(short, long)
    #expect(one[6] > 0.5)
    #expect(try Self.features("El perro duerme.", "The dog sleeps.")[6] < 0.01)
  }

  @Test(arguments: [
    ("a", "a"), ("43", "43"), ("¿?", "x"), ("x y z", "zzzzqqq"), ("的", "de"),
  ])
  func sharesStayWithinBounds(_ source: String, _ target: String) throws {
    let features = try Self.features(source, target)
    #expect(features.count == 7)
    for share in features.prefix(6) { #expect((0...1).contains(share)) }
    #expect(features[6] >= 0 && features[6].isFinite)
  }
}
