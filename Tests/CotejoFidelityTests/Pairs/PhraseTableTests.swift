import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoFidelity
@testable import CotejoText

struct PhraseTableTests {
  private static let file = """
    [negations]
    no
    no more
    no more than ever
    by no means
    """

  private static func vocabulary(_ words: [String]) -> Vocabulary {
    var vocabulary = Vocabulary()
    for word in words { _ = vocabulary.intern(Array(word.utf8).span) }
    return vocabulary
  }

  @Test func `phrases are found word by word`() throws {
    let markers = try MarkerWords(Array(Self.file.utf8), place: "fidelity.txt")
    let vocabulary = Self.vocabulary(["no", "more", "than", "means", "by"])
    let table = PhraseTable(markers, vocabulary)
    let no = try #require(table.node(after: PhraseTable.root, 0))
    #expect(table.meaning(of: no) == nil)
    let more = try #require(table.node(after: no, 1))
    #expect(table.meaning(of: more)?.classes == .negation)
    // "ever" is not in the vocabulary, so nothing goes on to it.
    #expect(table.node(after: more, 2) == nil)
    #expect(table.node(after: PhraseTable.root, 1) == nil)
    #expect(table.node(after: PhraseTable.root, 4) != nil)
  }

  @Test func `of random phrases all are found that the words can make`() throws {
    var generator = SeededGenerator(seed: 71)
    let words = ["a", "b", "c", "d", "e"]
    for _ in 0..<40 {
      let phrases = Set(
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          (0..<Int.random(in: 2...4, using: &generator))
            .map { _ in words[Int.random(in: 0..<5, using: &generator)] }
            .joined(separator: " ")
        })
      let file = "[negations]\n" + phrases.sorted().joined(separator: "\n")
      let known = words.filter { _ in Bool.random(using: &generator) }
      let vocabulary = Self.vocabulary(known)
      let table = PhraseTable(try MarkerWords(Array(file.utf8), place: "x"), vocabulary)
      for phrase in phrases {
        var node: Int32? = PhraseTable.root
        for word in phrase.split(separator: " ") {
          let number = vocabulary.find(Array(word.utf8).span)
          node = node.flatMap { node in number.flatMap { table.node(after: node, $0) } }
        }
        let isKnown = phrase.split(separator: " ").allSatisfy { known.contains(String($0)) }
        #expect((node.flatMap { table.meaning(of: $0) } != nil) == isKnown)
      }
    }
  }
}
