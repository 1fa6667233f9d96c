import CotejoTestSupport
import Testing

@testable import CotejoText

@Suite struct MarkerWordsTests {
  private static let file = """
    [endings]
    ar ar a ó
    [negations]
    no
    -n't
    [lexical-negations]
    evit-ar
    dej-ar de
    un-
    ~poco
    [idioms]
    until
    no sólo
    """

  private static func words() throws -> MarkerWords {
    try MarkerWords(Array(file.utf8), place: "fidelity.txt")
  }

  @Test(arguments: [
    ("no", MarkerClasses.negation), ("don't", .negation), ("evitó", .lexicalNegation),
    ("unhappy", .lexicalNegation), ("until", .idiom), ("poco", MarkerClasses()),
    ("evit", MarkerClasses()), ("un", MarkerClasses()),
  ])
  func classesOfWords(word: String, expected: MarkerClasses) throws {
    #expect(try Self.words().meaning(of: Array(word.utf8)).classes == expected)
  }

  @Test func looseWordsOnlyRender() throws {
    let meaning = try Self.words().meaning(of: Array("poco".utf8))
    #expect(meaning.renderings == .lexicalNegation)
  }

  @Test func phrasesHaveTheFormsOfTheirVerb() throws {
    let words = try Self.words()
    var phrases: [String: MarkerClasses] = [:]
    words.forEachPhrase { phrases[String(decoding: $0, as: UTF8.self)] = $1.classes }
    #expect(phrases["dejó de"] == .lexicalNegation)
    #expect(words.meaning(of: Array("dejó".utf8)).longestPhrase == 2)
    #expect(phrases["dejaron de"] == nil)
  }

  @Test func anUnknownEndingIsAnError() {
    #expect(throws: TextError.self) {
      try MarkerWords(Array("[negations]\nevit-er".utf8), place: "fidelity.txt")
    }
  }

  @Test(arguments: ["es", "en"])
  func theShippedListsAreRead(language: String) throws {
    let words = try FidelityWords(of: LanguageTag(language))
    #expect(!words.markers.isEmpty)
    #expect(!words.persons.inventory.isEmpty)
    #expect(!words.opposites.isEmpty)
  }

  /// Whatever the bytes, the lists are read or refused with file and line.
  @Test func anyBytesAreReadOrRefused() throws {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("[]-~:# \n\tañno".utf8) + [0x00, 0xFF]
    for _ in 0..<300 {
      let bytes = (0..<40).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      let heads = ["[negations]\n", "[own]\n", "[en]\n", "[anywhere]\n"]
      for head in heads {
        let file = Array(head.utf8) + bytes
        for read in Self.readers {
          do { try read(file) } catch let error as TextError {
            #expect(error.code == .languageData)
          }
        }
      }
    }
  }

  private static let readers: [@Sendable ([UInt8]) throws -> Void] = [
    { _ = try MarkerWords($0, place: "x") }, { _ = try Opposites($0, place: "x") },
    { _ = try FalseFriends($0, place: "x") }, { _ = try RegionalWords($0, place: "x") },
  ]
}
