import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct IndexedTextTests {
  @Test func `words are numbered, marks are not`() throws {
    let text = try IndexedText(["¿El mar, el sol? —Sí: 3.000 €.", "«Mar»… MAR!", "3,000"])
    #expect(text.count == 3)
    #expect(text.forms(of: 0) == ["el", "mar", "el", "sol", "sí", "3000"])
    #expect(text.forms(of: 1) == ["mar", "mar"])
    #expect(text.forms(of: 2) == ["3000"])
    #expect(text.vocabulary.count == 5)
    #expect(text.ends == [6, 8, 9])
  }

  @Test func `lengths are code points`() throws {
    let text = try IndexedText(["año", "𐐀𐐀", "", "e\u{301}", "…", "a\u{2028}b\r\nc"])
    #expect(text.lengths == [3, 2, 0, 2, 1, 6])
    #expect(text.range(of: 2).isEmpty)
    #expect(text.range(of: 4).isEmpty)
    #expect(text.forms(of: 5) == ["a", "b", "c"])
  }

  @Test func `a text and its sentences give the same`() throws {
    let sentences = ["El mar. ", "", "El sol de 1.999…"]
    let bytes = Array(sentences.joined().utf8)
    var place: Int32 = 0
    let spans = sentences.map { sentence in
      defer { place += Int32(sentence.utf8.count) }
      return Sentence(span: TextSpan(place, place + Int32(sentence.utf8.count)), paragraph: 0)
    }
    let whole = try IndexedText(
      SegmentedText(
        language: LanguageTag("es"), text: TextView(unchanged: bytes), sentences: spans))
    let parts = try IndexedText(sentences)
    #expect(whole.words == parts.words)
    #expect(whole.ends == parts.ends)
    #expect(whole.lengths == parts.lengths)
    #expect(whole.vocabulary.pool == parts.vocabulary.pool)
  }

  @Test func `a builder starts anew when it has finished`() throws {
    var builder = try IndexedText.Builder(language: LanguageTag("es"))
    try builder.append(Array("uno dos".utf8))
    #expect(builder.finish().words == [0, 1])
    #expect(builder.finish().count == 0)
    try builder.append(Array("dos".utf8))
    let text = builder.finish()
    #expect(text.words == [0])
    #expect(text.forms == ["dos"])
  }

  @Test(arguments: ["es", "en", "ja", "und", "x-none"])
  func `random text never traps, and no word is empty`(_ language: String) throws {
    var generator = SeededGenerator(seed: 13)
    var sentences: [String] = []
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let limit: UInt32 = [0x7F, 0x7F, 0x2FF, 0x3FFF, 0x1FFFF].randomElement(using: &generator)!
        text.unicodeScalars.append(
          Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) ?? "\u{AD}")
      }
      sentences.append(text)
    }
    let text = try IndexedText(sentences, language)
    #expect(text.count == sentences.count)
    #expect(text.lengths == sentences.map { Int32($0.unicodeScalars.count) })
    for word in 0..<Int32(text.vocabulary.count) {
      #expect(!text.vocabulary.range(of: word).isEmpty)
    }
  }
}
