import CotejoLexicon
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoAlignment

struct WordAlignerTests {
  /// Sentences a line, as a text.
  static func text(_ sentences: [String], _ language: String) throws -> SegmentedText {
    var bytes: [UInt8] = []
    var spans: [Sentence] = []
    for (number, sentence) in sentences.enumerated() {
      let start = Int32(bytes.count)
      bytes += sentence.utf8
      spans.append(
        Sentence(span: TextSpan(start, Int32(bytes.count)), paragraph: Int32(number)))
      bytes.append(0x0A)
    }
    return SegmentedText(
      language: try LanguageTag(language), text: TextView(unchanged: bytes), sentences: spans)
  }

  /// The links of a bead of all sentences, as words.
  private func links(
    _ source: [String], _ target: [String], _ lexicons: [Lexicon]
  ) throws -> [String] {
    let (left, right) = (try Self.text(source, "es"), try Self.text(target, "en"))
    let words = try WordAligner(left, right, lexicons: lexicons)
    let bead = Bead(
      source: 0..<Int32(source.count), target: 0..<Int32(target.count), score: 1)
    return words.links(in: bead).map { link in
      let spans = words.spans(of: link, in: bead)
      return "\(left.text[spans.source])~\(right.text[spans.target])"
    }
  }

  @Test func `words are linked by what a lexicon says`() throws {
    let lexicon = try Lexicon.of([("perro", "dog"), ("gato", "cat"), ("come", "eats")])
    #expect(
      try links(["El perro come.", "¡El gato!"], ["The cat, and the dog eats!"], [lexicon])
        == ["perro~dog", "come~eats", "gato~cat"])
  }

  @Test func `names, numbers and words that look alike need no lexicon`() throws {
    #expect(
      try links(
        ["En 1997, la organización Altamira pagó 1.250,50."],
        ["The organization paid 1,250.50 to Altamira in 1997."], [])
        == ["1997~1997", "organización~organization", "Altamira~Altamira", "1.250,50~1,250.50"])
  }

  @Test func `words that stand twice are linked in their order`() throws {
    let lexicon = try #require(try Lexicon.shipped.get())
    let links = try links(
      ["La hija de Ana y el hijo de Pedro hablan de fútbol."],
      ["The daughter of Ana and the son of Pedro talk of football."], [lexicon])
    #expect(
      links == [
        "La~The", "hija~daughter", "de~of", "Ana~Ana", "y~and", "el~the", "hijo~son", "de~of",
        "Pedro~Pedro", "hablan~talk", "de~of", "fútbol~football",
      ])
    let (source, target) = (
      try Self.text(["La hija de Ana y el hijo de Pedro hablan de fútbol."], "es"),
      try Self.text(["The daughter of Ana and the son of Pedro talk of football."], "en")
    )
    let numbers = try WordAligner(source, target, lexicons: [lexicon])
      .links(in: Bead(source: 0..<1, target: 0..<1, score: 1))
    #expect(numbers.allSatisfy { $0.source == $0.target && (0...1).contains($0.strength) })
  }

  @Test func `a changed order is followed`() throws {
    let lexicon = try #require(try Lexicon.shipped.get())
    let links = try links(
      ["Ayer el presidente habló de la economía en Madrid."],
      ["In Madrid the president spoke yesterday about the economy."], [lexicon])
    for link in [
      "Ayer~yesterday", "presidente~president", "habló~spoke", "economía~economy", "Madrid~Madrid",
    ] {
      #expect(links.contains(link), "\(links)")
    }
  }

  @Test func `a side without sentences or words has no links`() throws {
    let (left, right) = (try Self.text(["Sí, sí.", "¿…?"], "es"), try Self.text(["Yes."], "en"))
    let words = try WordAligner(left, right, lexicons: [])
    #expect(words.links(in: Bead(source: 0..<1, target: 0..<0, score: 1)).isEmpty)
    #expect(words.links(in: Bead(source: 0..<0, target: 0..<1, score: 1)).isEmpty)
    #expect(words.links(in: Bead(source: 1..<2, target: 0..<1, score: 1)).isEmpty)
    #expect(words.links(in: Bead(source: 0..<2, target: 0..<1, score: 1)).isEmpty)
  }

  @Test func `links are of words that are there, in order, each pair once`() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<300 {
      let (source, target) = (
        generator.sentences(3, of: 10, length: 0...12),
        generator.sentences(2, of: 10, length: 0...12)
      )
      let (left, right) = (try Self.text(source, "es"), try Self.text(target, "en"))
      let words = try WordAligner(left, right, lexicons: [])
      let bead = Bead(source: 0..<3, target: 0..<2, score: 1)
      let links = words.links(in: bead)
      #expect(links == words.links(in: bead))
      let pairs = links.map { [$0.source, $0.target] }
      #expect(Set(pairs).count == pairs.count)
      #expect(pairs == pairs.sorted { $0.lexicographicallyPrecedes($1) })
      for link in links {
        let spans = words.spans(of: link, in: bead)
        #expect(left.text[spans.source] == right.text[spans.target])
      }
    }
  }

  @Test func `random text never traps`() throws {
    var generator = SeededGenerator(seed: 29)
    for _ in 0..<200 {
      let source = generator.text(upTo: 60)
      let (left, right) = (
        try Self.text([source, generator.text(upTo: 20)], "es"),
        try Self.text([generator.text(upTo: 40), source], "en")
      )
      let words = try WordAligner(left, right, lexicons: [])
      let bead = Bead(source: 0..<2, target: 0..<2, score: 1)
      for link in words.links(in: bead) {
        let spans = words.spans(of: link, in: bead)
        #expect(!spans.source.isEmpty && !spans.target.isEmpty)
      }
    }
  }

  @Test func `one word ten thousand times is no trouble`() throws {
    let sentence = String(repeating: "xalapa ", count: 10_000)
    let (left, right) = (try Self.text([sentence], "es"), try Self.text([sentence], "en"))
    let words = try WordAligner(left, right, lexicons: [])
    #expect(words.links(in: Bead(source: 0..<1, target: 0..<1, score: 1)).count <= 20_000)
  }
}
