import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct SentenceEndingTests {
  @Test(arguments: [
    ("Llegaron tarde,", "es", SentenceEnding.open), ("Dijo lo siguiente:", "es", .open),
    ("No obstante —", "es", .open), ("«Vino», ", "es", .open), ("さあ、", "ja", .open),
    ("Llegaron tarde.", "es", .complete), ("Capítulo primero", "es", .complete),
    ("Quién sabe…", "es", .complete), ("¡Fuera!", "es", .complete), ("他来了。", "zh", .complete),
    ("", "es", .complete), (" \t", "es", .complete), ("»)\"", "es", .complete),
    ("¿Vendrán?", "es", .question), ("(«¿Vendrán?»)", "es", .question),
    ("¿Vendrán?\r\n", "es", .question), ("هل؟", "ar", .question), ("誰？", "ja", .question),
    ("Θα έρθουν;", "el", .question), ("They came;", "en", .open), ("Ήρθαν,", "el", .open),
  ])
  func `the last mark tells`(_ text: String, _ language: String, _ ending: SentenceEnding) throws {
    #expect(try IndexedText([text], language).endings == [ending])
  }

  @Test(arguments: [
    ("El Sr.", "de Soto no vino.", SentenceEnding.open),
    ("Una línea que se", "parte en dos.", .open), ("Una línea que se", "«ñandú» corta.", .open),
    ("El Sr.", "Soto no vino.", .complete), ("Título", "12 de mayo", .complete),
    ("Título", "Élite", .complete), ("Título", "…", .complete),
    ("¿Vendrán?", "preguntó.", .question), ("Así,", "Juan", .open),
  ])
  func `what begins small goes on`(_ one: String, _ two: String, _ ending: SentenceEnding) throws {
    #expect(try IndexedText([one, two]).endings.first == ending)
  }

  @Test func `each sentence of any text has an ending`() throws {
    var generator = SeededGenerator(seed: 904)
    for _ in 0..<300 {
      let sentences = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        generator.text(upTo: 8)
      }
      let text = try IndexedText(sentences)
      #expect(text.endings.count == text.count)
      // The last one has nothing behind it: alone it ends in the same way.
      guard let last = sentences.last else { continue }
      #expect(try IndexedText([last]).endings.last == text.endings.last)
    }
  }
}
