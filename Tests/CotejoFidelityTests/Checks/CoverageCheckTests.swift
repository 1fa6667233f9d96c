import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct CoverageCheckTests {
  @Test(arguments: [
    (
      "El alcalde, que nació en una familia de zapateros, abrió el museo.",
      "The mayor opened the museum.", "familia de zapateros", FindingType.omission
    ),
    (
      "El alcalde abrió el museo y repartió medallas entre los bomberos.",
      "The mayor opened the museum.", "medallas", .truncation
    ),
  ])
  func wordsThatAreNotRenderedAreFound(
    _ source: String, _ target: String, _ words: String, _ type: FindingType
  ) throws {
    let found = try CheckedPairs.examine(CoverageCheck(), source, target)
    #expect(found.outcome == .checked)
    let suspicion = try #require(found.suspicions.first { $0.type == type })
    #expect(suspicion.severity == .major)
    #expect(suspicion.target == nil)
    #expect(try #require(source.text(in: suspicion.source)).contains(words))
    // A stretch tells at least as much as its mass below three words.
    #expect(suspicion.features[0] >= suspicion.features[1])
  }

  @Test func wordsThatRenderNothingAreFound() throws {
    let target = "The mayor, a cousin of the bishop, opened the museum."
    let found = try CheckedPairs.examine(
      CoverageCheck(), "El alcalde abrió el museo.", target)
    let suspicion = try #require(found.suspicions.first { $0.type == .addition })
    #expect(suspicion.source == nil)
    #expect(try #require(target.text(in: suspicion.target)).contains("bishop"))
    #expect(found.suspicions.allSatisfy { $0.type == .addition })
  }

  @Test(arguments: ["…", "...", "[…]", "(...)"])
  func anEllipsisMakesAnOmissionANote(_ ellipsis: String) throws {
    let source = "El alcalde, que nació en una familia de zapateros, abrió el museo."
    let found = try CheckedPairs.examine(
      CoverageCheck(), source, "The mayor \(ellipsis) opened the museum.")
    let marked = try #require(found.suspicions.first { $0.type == .markedOmission })
    #expect(marked.severity == .note)
    #expect(!found.suspicions.contains { $0.type == .omission || $0.type == .truncation })
  }

  @Test(arguments: [
    ("The mayor [a cousin of the bishop] opened the museum.", true),
    // Brackets elsewhere mark nothing here.
    ("The mayor, a cousin of the bishop, opened the [old] museum.", false),
    ("The mayor ] a cousin of the bishop [ opened the museum.", false),
  ])
  func bracketsMakeAnAdditionANote(_ target: String, _ isMarked: Bool) throws {
    let found = try CheckedPairs.examine(CoverageCheck(), "El alcalde abrió el museo.", target)
    let bishop = try #require(
      found.suspicions.first { target.text(in: $0.target)?.contains("bishop") == true })
    #expect((bishop.type == .markedAddition) == isMarked)
    #expect((bishop.severity == .note) == isMarked)
  }

  @Test(arguments: [
    ("El perro duerme en la casa.", "The dog sleeps in the house."),
    ("La ministra firmó el acuerdo.", "The minister signed the agreement."),
    ("", ""), ("—", "-"),
  ])
  func aFaithfulRenderingHasNoBareWords(_ source: String, _ target: String) throws {
    #expect(try CheckedPairs.examine(CoverageCheck(), source, target).suspicions.isEmpty)
  }

  @Test func everySuspicionOfATypeHasAsManyFeatures() throws {
    let texts = [
      "El alcalde abrió el museo.", "Nada.", "The mayor opened the museum.",
      "Zapateros y bomberos (sin medallas) [cantan]… todos los jueves, dice el obispo.", "43",
    ]
    var counts: Set<Int> = []
    for source in texts {
      for target in texts {
        for suspicion in try CheckedPairs.examine(CoverageCheck(), source, target).suspicions {
          counts.insert(suspicion.features.count)
          #expect(suspicion.features.allSatisfy { $0.isFinite })
        }
      }
    }
    #expect(counts.count == 1)
  }
}
