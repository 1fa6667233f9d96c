import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct GenderCuesTests {
  private static func cues(_ source: String) throws -> (GenderCues, CheckedPair) {
    let pair = try CheckedPairs.pair(source, "x")
    return (GenderCues(pair), pair)
  }

  @Test(arguments: [
    "Ella llegó tarde.", "La mujer llegó tarde.", "La periodista llegó tarde.",
    "La doctora llegó tarde.", "María llegó tarde.", "Fue elegida el martes.",
  ])
  func whatNamesAWomanLeansSo(_ source: String) throws {
    let (cues, pair) = try Self.cues(source)
    #expect(cues.areKnown)
    #expect(cues.feminine > cues.masculine)
    #expect(cues.strongest(isFeminine: true, in: pair) != nil)
  }

  @Test(arguments: [
    "Él llegó tarde.", "El hombre llegó tarde.", "El periodista llegó tarde.",
    "Pedro llegó tarde.",
  ])
  func whatNamesAManLeansSo(_ source: String) throws {
    let (cues, pair) = try Self.cues(source)
    #expect(cues.masculine > cues.feminine)
    #expect(cues.strongest(isFeminine: true, in: pair) == nil)
  }

  @Test(arguments: ["Llegó tarde.", "Dice que su casa es grande.", "43", "Ha llegado tarde."])
  func whatNamesNobodySaysNothing(_ source: String) throws {
    let (cues, _) = try Self.cues(source)
    #expect(cues.feminine == 0)
    #expect(cues.masculine == 0)
  }

  @Test func theHusbandOfSomebodyMakesHerAWoman() throws {
    let (cues, _) = try Self.cues("Llegó con su marido.")
    let (plain, _) = try Self.cues("Llegó con el marido.")
    #expect(cues.feminine > plain.feminine)
  }

  @Test func masculinePluralsAreOfBoth() throws {
    let (one, _) = try Self.cues("El niño duerme.")
    let (several, _) = try Self.cues("Los niños duermen.")
    #expect(several.masculine < one.masculine / 2)
    // The word itself stays one for boys.
    #expect(try #require(several.lean(of: 1)) < 0)
  }

  @Test func numbersOfWordsThatAreNotThereAreNone() throws {
    let (cues, _) = try Self.cues("Ella llegó.")
    #expect(cues.lean(of: 2) == nil)
    #expect(cues.lean(of: -1) == nil)
  }

  @Test func manyCuesDoNotAddUpWithoutBound() throws {
    let (cues, _) = try Self.cues(Array(repeating: "ella", count: 50).joined(separator: " "))
    #expect(cues.feminine == 5)
  }

  @Test func aLanguageWithoutDataIsNotKnown() throws {
    let resources = try CheckedPairs.resources(from: "de", to: "en")
    let pair = try CheckedPairs.pair("Sie kam spät.", "She was late.", resources)
    #expect(!GenderCues(pair).areKnown)
    let found = try CheckedPairs.examine(
      GenderCheck(), "Sie kam spät.", "He was late.", resources)
    #expect(found.outcome == .cannotTell)
    #expect(found.suspicions.isEmpty)
  }
}
