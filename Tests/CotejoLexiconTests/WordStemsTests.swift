import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct WordStemsTests {
  @Test(arguments: [
    ("caminábamos", "camin"), ("niñas", "niñas"), ("ñandúes", "ñandú"), ("casa", "casa"),
    ("1234567", "1234567"), ("", ""), ("𐐨𐐨𐐨𐐨𐐨𐐨", "𐐨𐐨𐐨𐐨𐐨"), ("προβλήματα", "προβλ"),
  ])
  func `words are cut behind so many code points`(_ word: String, _ stem: String) {
    let bytes = Array(word.utf8)
    let count = WordStems(length: 5).count(of: bytes.span)
    #expect(String(decoding: bytes[..<count], as: UTF8.self) == stem)
  }

  @Test func `a stem is the beginning of its word, and its own stem`() {
    var generator = SeededGenerator(seed: 905)
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x41...0x10FFFF, using: &generator))
      }
      let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
      let stems = WordStems(length: Int.random(in: -1...6, using: &generator))
      let stem = bytes[..<stems.count(of: bytes.span)]
      #expect(
        String(decoding: stem, as: UTF8.self).unicodeScalars.count
          == min(scalars.count, stems.length))
      #expect(stems.count(of: Array(stem).span) == stem.count)
    }
  }

  @Test func `a lexicon of stems knows forms it has not seen`() throws {
    let pairs = [
      ("caminaba", "walked"), ("caminando", "walking"), ("nadaba", "swimming"),
      ("nadando", "swimmers"),
    ]
    let bitext = try Bitext(pairs + pairs, stems: WordStems(length: 4))
    let lexicon = try LexiconTrainer().train(
      on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
    #expect(lexicon.count(.source) == 2)
    let stem = try #require(try lexicon.find("caminaremos"))
    #expect(
      lexicon.word(try #require(lexicon.translations(of: stem, .source).first?.word), .target)
        == "walk")
    #expect(try lexicon.find("camino") == stem)
    #expect(try lexicon.find("cama") == nil)
    // All forms that a text has of a stem are its translations.
    let (left, right) = try (IndexedText(["caminad"]), IndexedText(["walks swims walker"], "en"))
    var found: [String] = []
    lexicon.forEachTranslation(
      of: lexicon.numbers(of: left.vocabulary, .source), .source,
      among: WordSelection(
        lexicon.numbers(of: right.vocabulary, .target), count: lexicon.count(.target))
    ) { word, other, probability in
      #expect(word == 0 && probability > 0)
      found.append(right.vocabulary[other])
    }
    #expect(found.sorted() == ["walker", "walks"])
  }

  @Test func `a lexicon remembers its stems in a file and the other way round`() throws {
    let folder = TemporaryFolder()
    let bitext = try Bitext(
      [("caminaba", "walked"), ("caminando", "walking")], stems: WordStems(length: 4))
    let lexicon = try LexiconTrainer().train(
      on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
    #expect(lexicon.stems == WordStems(length: 4))
    #expect(lexicon.reversed.stems == lexicon.stems)
    let path = folder.file("stems.lexicon")
    try lexicon.write(to: path)
    let read = try Lexicon(mapping: path)
    #expect(read.stems == lexicon.stems)
    #expect(try read.find("caminos") == 0)
    let whole = try LexiconTrainer().train(
      on: Bitext([("caminaba", "walked")]), source: LanguageTag("es"), target: LanguageTag("en"))
    #expect(whole.stems == nil)
    #expect(try whole.find("caminos") == nil)
  }
}
