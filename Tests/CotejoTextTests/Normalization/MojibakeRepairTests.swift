import CotejoTestSupport
import Testing

@testable import CotejoText

struct MojibakeRepairTests {
  /// A text as a program reads it that takes its UTF-8 for Windows-1252.
  private func misread(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in text.utf8 {
      let scalar =
        (0x80...0x9F).contains(byte)
        ? Windows1252.scalar(of: byte) ?? UInt32(byte) : UInt32(byte)
      scalars.append(Unicode.Scalar(scalar) ?? "?")
    }
    return String(scalars)
  }

  private static let texts = [
    "¿Dónde está la niña? —preguntó él—. «Aquí», dijo. Ñandú.", "La señora Núñez pagó 5 €…",
    "ESPAÑA, AÑO 2031: ¡ACCIÓN!", "“Así”, dijo, ‘bien’.", "Łódź i Wisła, środa", "Привет, мир",
    "Ελλάδα είναι", "日本語のテキスト", "Bien 😀.", "à la carte, forêt, œuvre", "Köln, Straße, Übung",
    "1º de año, 2ª vez, 30 °C, ½ kg",
  ]

  @Test(arguments: texts)
  func bringsBackWhatWasMisread(text: String) {
    #expect(repaired(misread(text), by: MojibakeRepair()).text == text)
    #expect(repaired(misread(misread(text)), by: MojibakeRepair()).text == text)
  }

  @Test(arguments: texts)
  func leavesWhatWasReadWell(text: String) {
    let result = repaired(text, by: MojibakeRepair())
    #expect(result.text == text)
    #expect(result.repairs.isEmpty)
  }

  @Test(arguments: [
    // Letters that stand before closing marks in good text.
    "«El “café”».", "«Spaß»", "«Spaß“»", "«um “bebé”»", "“IRMÔ", "«MANHû", "«É»", "«ß°»", "3×²",
    "«Ó»", "à…", "«à “là”»", "ñ°",
  ])
  func leavesLettersBesideMarks(text: String) {
    #expect(repaired(text, by: MojibakeRepair()).text == text)
  }

  @Test func doubtfulOnesFollowCertainOnes() {
    #expect(repaired("IRMÃ”", by: MojibakeRepair()).text == "IRMÃ”")
    #expect(repaired("el niÃ±o y la CANCIÃ“", by: MojibakeRepair()).text == "el niño y la CANCIÓ")
  }

  @Test func countsWhatWasMendedOnce() {
    let text = misread(misread("año, ñ"))
    let result = repaired(text, by: MojibakeRepair())
    #expect(result.text == "año, ñ")
    #expect(result.repairs[.mojibake] == Repairs.Tally(count: 2, first: 1))
  }

  @Test func staysFaithfulOnAnything() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<14, using: &generator) {
        let pick = Int.random(in: 0..<4, using: &generator)
        let scalar: UInt32 =
          switch pick {
          case 0: UInt32.random(in: 0x80...0xBF, using: &generator)
          case 1: UInt32.random(in: 0xC0...0xFF, using: &generator)
          case 2: Windows1252.scalar(of: UInt8.random(in: 0x80...0x9F, using: &generator)) ?? 0x41
          default: UInt32.random(in: 0x20...0x7F, using: &generator)
          }
        text.append(Unicode.Scalar(scalar) ?? "?")
      }
      let once = repaired(String(text), by: MojibakeRepair()).text
      #expect(String(validating: Array(once.utf8), as: UTF8.self) != nil)
    }
  }
}
