import CotejoTestSupport
import Testing

@testable import CotejoQuotation

struct SpeakerNamesTests {
  @Test(arguments: [
    ("Sofía de la Peña", ["sofia", "pena"]), ("SOFÍA PEÑA", ["sofia", "pena"]),
    ("O’Hara-Núñez", ["hara", "nunez"]), ("de la", []), ("", []), ("  --  ", []),
    ("Ana Ana", ["ana"]), ("Jean-Luc 3º", ["jean", "luc"]),
  ])
  func `names are told by their longer parts`(_ name: String, _ parts: [String]) {
    #expect(SpeakerNames.parts(of: name) == Set(parts.map { Array($0.utf8) }))
  }

  @Test func `any text has parts of letters or none`() {
    var generator = SeededGenerator(seed: 37)
    for _ in 0..<300 {
      let name = generator.text(upTo: 20)
      let parts = SpeakerNames.parts(of: name)
      #expect(parts.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
      #expect(parts == SpeakerNames.parts(of: name + " "))
    }
  }
}
