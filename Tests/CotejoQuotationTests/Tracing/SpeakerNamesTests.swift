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

  @Test func `a group fits what one of its names fits`() {
    var generator = SeededGenerator(seed: 41)
    func name() -> Set<[UInt8]> {
      Set(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          [UInt8.random(in: 0x61...0x66, using: &generator)]
        })
    }
    for _ in 0..<300 {
      let names = (0..<Int.random(in: 0...4, using: &generator)).map { _ in name() }
      var group = SpeakerNames.Group()
      for name in names { group.insert(name) }
      let other = name()
      #expect(group.fits(other) == names.contains { SpeakerNames.fit($0, other) })
    }
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

extension SpeakerNamesTests {
  @Test(arguments: [
    ("Sheinbaum", "Claudia Sheinbaum Pardo", true), ("Ana Ruiz", "ANA RUIZ MORA", true),
    ("Ana María Ruiz", "María Ruiz Mora", true), ("María López", "Ana María Ruiz", false),
    ("", "Ana Ruiz", false), ("Luz Mora", "Ana Ruiz", false),
  ])
  func `names fit where the shorter one stands in the longer`(
    _ name: String, _ other: String, _ expected: Bool
  ) {
    let (name, other) = (SpeakerNames.parts(of: name), SpeakerNames.parts(of: other))
    #expect(SpeakerNames.fit(name, other) == expected)
    #expect(SpeakerNames.fit(other, name) == expected)
  }
}
