import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct LexiconTests {
  /// The most probable translation of a word.
  private func best(_ word: String, _ lexicon: Lexicon) throws -> String? {
    guard let number = try lexicon.find(word) else { return nil }
    return lexicon.translations(of: number, .source).first.map {
      lexicon.word($0.word, .target)
    }
  }

  @Test func `words are found as people write them`() throws {
    let lexicon = try Farm.lexicon()
    for word in ["Gobierno", "gobierno", "GOBIERNO", " «gobierno», ", "go\u{AD}bierno"] {
      #expect(try best(word, lexicon) == "government", "\(word)")
    }
    #expect(try best("Leche", lexicon) == "milk")
    for word in ["", "milk", "el perro", "…", "\0", "perros"] {
      #expect(try lexicon.find(word) == nil, "\(word)")
    }
  }

  @Test func `every word of the text is found by its form, and by no other`() throws {
    let lexicon = try Farm.lexicon()
    let bitext = try Bitext(Farm.pairs)
    for (side, words) in [(Lexicon.Side.source, bitext.source), (.target, bitext.target)] {
      #expect(lexicon.count(side) == words.vocabulary.count)
      for word in 0..<Int32(words.vocabulary.count) {
        let form = words.vocabulary[word]
        #expect(lexicon.find(Array(form.utf8).span, side) == word)
        #expect(lexicon.find(Array((form + "x").utf8).span, side) == nil)
        #expect(lexicon.word(word, side) == form)
        #expect(lexicon.mentions(word, side) == words.words.count { $0 == word })
      }
    }
    #expect(lexicon.totalMentions == (bitext.source.words.count, bitext.target.words.count))
  }

  @Test func `translations come with the most probable first`() throws {
    let lexicon = try Farm.lexicon()
    for side in [Lexicon.Side.source, .target] {
      for word in 0..<Int32(lexicon.count(side)) {
        let probabilities = lexicon.translations(of: word, side).map(\.probability)
        #expect(!probabilities.isEmpty)
        #expect(probabilities == probabilities.sorted(by: >))
        #expect(probabilities.allSatisfy { $0 > 0 && $0 <= 1 })
        #expect(probabilities.reduce(0, +) < 1.01)
      }
    }
  }

  @Test func `the other direction has the sides the other way round`() throws {
    let lexicon = try Farm.lexicon([("licence", "CC0")])
    let reversed = lexicon.reversed
    #expect(reversed.source == lexicon.target)
    #expect(reversed.target == lexicon.source)
    #expect(reversed.count(.source) == lexicon.count(.target))
    #expect(reversed.totalMentions.source == lexicon.totalMentions.target)
    #expect(try best("Water", reversed) == "agua")
    #expect(try best("agua", reversed) == nil)
    #expect(reversed.checksum == lexicon.checksum)
    let dog = try #require(try reversed.find("dog"))
    #expect(reversed.mentions(dog, .source) == 4)
    #expect(reversed.translations(of: dog, .source) == lexicon.translations(of: dog, .target))
    #expect(try best("agua", reversed.reversed) == "water")
  }

  @Test func `a file holds what memory holds`() throws {
    let folder = TemporaryFolder()
    let lexicon = try Farm.lexicon([("licence", "CC0"), ("credit", "invented: all of it")])
    try lexicon.write(to: folder.file("a.lexicon"))
    #expect(folder.names() == ["a.lexicon"])
    let back = try Lexicon(mapping: folder.file("a.lexicon"))
    #expect(back.checksum == lexicon.checksum)
    #expect(back.source == LanguageTag.spanish)
    #expect(back.description.map(\.key) == ["source", "target", "pairs", "licence", "credit"])
    #expect(back.description.map(\.value) == ["es", "en", "12", "CC0", "invented: all of it"])
    for side in [Lexicon.Side.source, .target] {
      for word in 0..<Int32(lexicon.count(side)) {
        #expect(back.word(word, side) == lexicon.word(word, side))
        #expect(back.translations(of: word, side) == lexicon.translations(of: word, side))
      }
    }
    // What is written from a file, reversed or not, is the same again.
    try back.reversed.write(to: folder.file("b.lexicon"))
    let again = try InputFile.bytes(of: folder.file("b.lexicon"))
    #expect(try again == InputFile.bytes(of: folder.file("a.lexicon")))
  }

  @Test func `a line of the header stays one line`() throws {
    let lexicon = try Farm.lexicon([("note", "one\ntwo\u{0}three"), ("a\nsource: fr", "x")])
    #expect(lexicon.description.map(\.key) == ["source", "target", "pairs", "note", "a source"])
    #expect(lexicon.description.first { $0.key == "note" }?.value == "one two three")
    #expect(lexicon.source == LanguageTag.spanish)
  }

  @Test func `where a lexicon cannot be written nothing is left`() throws {
    let folder = TemporaryFolder()
    folder.write([1], to: "file")
    let lexicon = try Farm.lexicon()
    for name in ["none/a.lexicon", "file/a.lexicon"] {
      let error = #expect(throws: LexiconError.self) { try lexicon.write(to: folder.file(name)) }
      #expect(error?.code == .unwritable)
      #expect(error?.file == folder.file(name))
    }
    #expect(folder.names() == ["file"])
  }
}

extension LanguageTag {
  static let spanish = try? LanguageTag("es")
}
