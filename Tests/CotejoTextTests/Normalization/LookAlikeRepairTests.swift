import CotejoTestSupport
import Testing

@testable import CotejoText

struct LookAlikeRepairTests {
  @Test(
    arguments: [
      // Cyrillic а, е, о, р, с among Latin letters.
      ("c\u{430}sa", "casa"), ("\u{420}residente", "Presidente"),
      ("g\u{43E}bi\u{435}rno", "gobierno"),
      // Greek Ο and Ρ; a Latin o in a Greek word, and in a Russian one.
      ("N\u{39F}RTE", "NORTE"), ("λόγo\u{3C2}", "λόγος"), ("м\u{6F}локо", "молоко"),
      ("el c\u{430}so, y más", "el caso, y más"), ("niñ\u{43E}", "niño"),
    ])
  func putsTheScriptsOwnLettersInPlace(text: String, expected: String) {
    let result = repaired(text, by: LookAlikeRepair())
    #expect(Array(result.text.utf8) == Array(expected.utf8))
    #expect(result.repairs[.lookAlike] != nil)
  }

  @Test(arguments: [
    "", "casa", "привет", "λόγος", "5 kΩ y 3 μm", "la α-amilasa", "\u{430}", "\u{430}a", "xЖy",
    "π y ρ",
    "Radio «Свобода»", "e\u{301}\u{430}",
  ])
  func leavesOthers(text: String) {
    let result = repaired(text, by: LookAlikeRepair())
    #expect(Array(result.text.utf8) == Array(text.utf8))
    #expect(result.repairs.isEmpty)
  }

  @Test func staysFaithfulOnAnything() {
    var generator = SeededGenerator(seed: 5)
    let pieces = ["a", "\u{430}", "\u{3BF}", "é", " ", "Ж", "Ω", "1", "日", "\u{41E}", "n", "o"]
    for _ in 0..<3000 {
      let text = (0..<10).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let once = repaired(text, by: LookAlikeRepair()).text
      #expect(repaired(once, by: LookAlikeRepair()).text == once)
    }
  }

  @Test func twinsAreMutual() {
    for scalar in UInt32(0x41)...0x45F {
      guard let script = Script(of: scalar) else { continue }
      for other in [Script.latin, .greek, .cyrillic] where other != script {
        guard let twin = LookAlikes.twin(of: scalar, in: other) else { continue }
        #expect(Script(of: twin) == other)
        #expect(LookAlikes.twin(of: twin, in: script) == scalar)
      }
    }
  }
}
