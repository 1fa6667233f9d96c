import Testing

@testable import CotejoText

struct ClassedWordsTests {
  private func words(_ text: String) throws -> ClassedWords {
    let file = try WordListFile(
      Array(text.utf8), place: "q.txt", sections: ClassedWords.headings)
    return try ClassedWords(file, place: "q.txt")
  }

  private let small = """
    [endings]
    ar ar ando ó
    [gerund-endings]
    -ndo
    [reporting-verbs]
    afirm-ar
    decir dijo
    [roles]
    vecino
    [source-phrases]
    de acuerdo con
    [adverbs]
    -mente
    """

  @Test(arguments: [
    ("afirmar", WordClasses([.reportingVerb, .infinitive])),
    ("afirmando", WordClasses([.reportingVerb, .gerund])), ("afirmó", WordClasses.reportingVerb),
    ("dijo", WordClasses.reportingVerb), ("vecinos", WordClasses([.role, .plural])),
    ("claramente", WordClasses.adverb),
    ("afirme", WordClasses()), ("de", WordClasses()),
  ])
  func `a form has its classes`(_ form: String, _ expected: WordClasses) throws {
    #expect(try words(small).classes(of: Array(form.utf8)) == expected)
  }

  @Test func `a phrase is looked up as a whole`() throws {
    let words = try words(small)
    #expect(words.phraseLength(from: Array("de".utf8)) == 3)
    #expect(words.phraseClasses(of: Array("de acuerdo con".utf8)) == .sourcePhrase)
    #expect(words.phraseClasses(of: Array("de acuerdo".utf8)) == nil)
  }

  @Test func `endings that are not listed are a fault with its line`() throws {
    let error = #expect(throws: TextError.self) { try words("[reporting-verbs]\nafirm-ar\n") }
    #expect(error?.place == "q.txt:2")
  }

  @Test(arguments: ["en", "es"])
  func `a shipped list knows many forms of verbs`(_ tag: String) throws {
    let pack = try #require(try LanguagePack.find(LanguageTag(tag)))
    #expect(pack.classedWords.forms(in: .anyVerb).count > 600)
  }

  @Test func `the grammar has the traits that are listed`() throws {
    #expect(try words("[grammar]\nclitics\n").grammar == .clitics)
    let error = #expect(throws: TextError.self) { try words("[grammar]\nclitic\n") }
    #expect(error?.place == "q.txt:2")
    #expect(error?.message.contains("inverted-subjects") == true)
  }

  @Test func `the inventory has the classes of all entries`() throws {
    #expect(
      try words(small).inventory == [.reportingVerb, .role, .sourcePhrase, .adverb])
  }

  @Test func `a class that tells no part of speech leaves that to the ending`() throws {
    let words = try words("[address-words]\nlentamente\n[adverbs]\n-mente\n")
    #expect(words.classes(of: Array("lentamente".utf8)) == [.addressWord, .adverb])
  }
}
