import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct WordFamiliesTests {
  /// The pairs `word=form` that families add to translations, with strengths.
  private func families(
    _ words: String, in text: String, _ lexicon: [(String, String)]
  ) throws -> [String: Float] {
    let given = try IndexedText([words], "en").vocabulary
    let other = try IndexedText([text], "es").vocabulary
    let known = KnownWords(given, [try Lexicon.of(lexicon)], .target)
    var found: [String: Float] = [:]
    WordFamilies(other).forEach(of: known) { found["\(given[$0])=\(other[$1])"] = $2 }
    return found
  }

  @Test(arguments: [
    ("walls", "pared", "paredes", true), ("walls", "paredón", "paredes", true),
    // The translation itself is not another form of it, a short beginning proves nothing.
    ("walls", "paredes", "paredes", false), ("walls", "parte", "paredes", false),
    ("walls", "par", "paredes", false), ("walls", "parecidos", "paredes", false),
    // Numbers have no forms.
    ("1250", "12501", "1250", false),
  ])
  func `what begins as a translation does is another form of it`(
    _ word: String, _ text: String, _ translation: String, _ isAlike: Bool
  ) throws {
    let found = try families(word, in: text, [(translation, word)])
    #expect(found.keys.sorted() == (isAlike ? ["\(word)=\(text)"] : []))
    #expect(found.values.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func `words that the lexicon lacks have no family`() throws {
    #expect(try families("doors", in: "pared", [("paredes", "walls")]).isEmpty)
    #expect(try families("", in: "", [("paredes", "walls")]).isEmpty)
  }

  @Test func `words that begin like very many others are left alone`() throws {
    let many = (0..<250).map { SeededGenerator.word($0 + 100, "pared") }.joined(separator: " ")
    #expect(try families("walls", in: "pared " + many, [("paredes", "walls")]).isEmpty)
  }
}
