import CotejoTestSupport
import Testing

@testable import CotejoText

@Suite struct PersonWordsTests {
  private static let file = """
    # A comment
    [masculine-persons]
    duque   # behind a word
    [feminine-persons]
    duquesa
    [feminine-participles]
    -ida
    [first-plural]
    -amos
    nos
    [maybe-first-singular]
    -o
    [second]
    duquesa
    """

  private static func words(_ text: String = file) throws -> PersonWords {
    try PersonWords(Array(text.utf8), place: "persons.txt")
  }

  private static let cases: [(String, PersonClasses)] = [
    ("duque", .masculinePerson), ("duquesa", [.femininePerson, .second]), ("nos", .firstPlural),
    ("cantamos", .firstPlural), ("nacida", .feminineParticiple), ("canto", .maybeFirstSingular),
    ("duq", []), ("", []),
    // An ending is no word of its own.
    ("ida", []), ("amos", []),
    // The genitive of English is of the same gender, and of no person.
    ("duque's", .masculinePerson), ("duquesa's", .femininePerson), ("nos's", []), ("'s", []),
  ]

  @Test(arguments: cases)
  func wordsAndEndingsHaveTheirClasses(_ word: String, _ classes: PersonClasses) throws {
    #expect(try Self.words().classes(of: Array(word.utf8)) == classes)
  }

  @Test func anEndingSaysNothingThatAListTells() throws {
    // *niñito* is listed as a boy; the ending *-o* is of another group and counts all the same.
    let words = try Self.words("[masculine-persons]\nniñito\n[maybe-first-singular]\n-o\n")
    #expect(
      words.classes(of: Array("niñito".utf8)) == [.masculinePerson, .maybeFirstSingular])
    let listed = try Self.words("[second]\nvino\n[maybe-first-singular]\n-o\n")
    #expect(listed.classes(of: Array("vino".utf8)) == .second)
  }

  @Test func theInventoryHasWhatTheFileHas() throws {
    #expect(
      try Self.words().inventory
        == [
          .masculinePerson, .femininePerson, .feminineParticiple, .firstPlural,
          .maybeFirstSingular, .second,
        ])
    #expect(PersonWords().inventory.isEmpty)
    #expect(PersonWords().classes(of: Array("ella".utf8)).isEmpty)
  }

  @Test(arguments: [
    ("[men]\nduque\n", "persons.txt:1"), ("duque\n", "persons.txt:1"),
    ("[second]\ntú\ntú\n", "persons.txt:3"), ("[second\n", "persons.txt:1"),
    ("[second]\na  b\n", "persons.txt:2"),
  ])
  func aBadLineIsToldWithItsPlace(_ text: String, _ place: String) throws {
    let error = try #require(throws: TextError.self) { try Self.words(text) }
    #expect(error.code == .languageData)
    #expect(error.place == place)
  }

  /// Every heading stands for a class of its own, and the program's lists use no other.
  @Test func headingsDoNotShareClasses() {
    let classes = PersonClasses.headings.values.map(\.rawValue)
    #expect(Set(classes).count == classes.count)
    #expect(classes.allSatisfy { $0.nonzeroBitCount == 1 })
  }

  @Test(arguments: 0..<200)
  func anyBytesAreReadOrRefused(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = ["[second]", "-o", "tú", "", "-", "# x", "[first-plural]", "nos\r", "de la", "\0"]
    var bytes = Array(
      (0..<12).map { _ in lines[Int.random(in: 0..<lines.count, using: &generator)] }
        .joined(separator: "\n").utf8)
    if seed % 2 == 0 { bytes += generator.bytes(upTo: 6) }
    do throws(TextError) {
      let words = try PersonWords(bytes, place: "persons.txt")
      for word in ["tú", "canto", "o", "", "nos's"] {
        let classes = words.classes(of: Array(word.utf8))
        #expect(words.inventory.isSuperset(of: classes))
      }
    } catch {
      #expect(error.code == .languageData)
      #expect(error.place.hasPrefix("persons.txt"))
    }
  }
}
