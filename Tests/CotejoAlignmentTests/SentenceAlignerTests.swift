import CotejoLexicon
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoAlignment

struct SentenceAlignerTests {
  private static let withoutLexicon = SentenceAligner(lexicons: [])

  private func align(
    _ source: [String], _ target: [String], _ aligner: SentenceAligner = withoutLexicon
  ) throws -> [Bead] {
    let beads = aligner.align(try IndexedText(source), try IndexedText(target, "en"))
    #expect(beads.covers(source.count, target.count))
    return beads
  }

  // MARK: - Known texts

  @Test(arguments: Council.renderings.map(\.name), [true, false])
  func `sentences that were joined, cut and left out are found`(
    _ name: String, _ hasLexicon: Bool
  ) throws {
    let joints = try #require(Council.renderings.first { $0.name == name }).joints
    let texts = Council.texts(joints)
    let lexicon = hasLexicon ? [try #require(try Lexicon.shipped.get())] : []
    let beads = try align(texts.source, texts.target, SentenceAligner(lexicons: lexicon))
    #expect(beads.joints == texts.beads)
    #expect(beads.allSatisfy { $0.score > 0.3 })

    let reversed = SentenceAligner(lexicons: lexicon.map(\.reversed))
    let back = try reversed.align(IndexedText(texts.target, "en"), IndexedText(texts.source))
    #expect(back.covers(texts.target.count, texts.source.count))
    #expect(back.mirrored.joints == texts.beads)
    for (there, here) in zip(beads, back) { #expect(abs(there.score - here.score) < 0.1) }
  }

  private static let dock = [
    (
      "El astillero compra tornillos nuevos para las grúas viejas.",
      "The shipyard buys new screws for the old cranes."
    ),
    (
      "Las grúas rechinan toda la noche cuando sopla viento del norte.",
      "The cranes squeak all night when wind blows from the north."
    ),
    (
      "Los vecinos piden que el ruido termine antes de medianoche.",
      "The neighbours ask that the noise end before midnight."
    ),
    (
      "Nadie quiere perder el empleo ni el puerto.",
      "Nobody wants to lose the job or the harbour."
    ),
    (
      "El domingo habrá una fiesta con música y pescado frito.",
      "On Sunday there will be a party with music and fried fish."
    ),
  ]

  @Test(arguments: 0..<5, [true, false])
  func `a sentence that one side omits stays alone beside one that shares words with it`(
    _ omitted: Int, _ isOfSource: Bool
  ) throws {
    let aligner = SentenceAligner(lexicons: [try #require(try Lexicon.shipped.get())])
    var (source, target) = (Self.dock.map(\.0), Self.dock.map(\.1))
    if isOfSource { target.remove(at: omitted) } else { source.remove(at: omitted) }
    let beads = try align(source, target, aligner)
    let alone = beads.filter { $0.source.isEmpty || $0.target.isEmpty }
    #expect(
      alone.map { isOfSource ? $0.source : $0.target } == [Int32(omitted)..<Int32(omitted + 1)])
    #expect(beads.count == 5)
  }

  @Test(arguments: [",", ":", " —", ""])
  func `a part that goes on is joined with what follows`(_ mark: String) throws {
    let source = ["¿Vienes, Pilar?", "Pues", "yo me quedo.", "¿Te vas, Tomás?"]
    let beads = try align(
      source.map { $0 == "Pues" ? $0 + mark : $0 },
      ["Are you coming, Pilar?", "Well I am staying.", "Are you going, Tomás?"])
    #expect(beads.joints == [[0..<1, 0..<1], [1..<3, 1..<2], [3..<4, 2..<3]])
  }

  @Test func `wrong pairs score less than right ones`() throws {
    let texts = Council.texts(Council.renderings[0].joints)
    let right = try align(texts.source, texts.target)
    let wrong = try align(texts.source, texts.target.reversed())
    func mean(_ beads: [Bead]) -> Float {
      beads.reduce(0) { $0 + $1.score } / Float(beads.count)
    }
    #expect(mean(right) > 0.9)
    #expect(mean(wrong) < mean(right) - 0.2)
  }

  @Test func `segmented texts align as their words do`() throws {
    let texts = Council.texts(Council.renderings[8].joints)
    func segmented(_ sentences: [String], _ language: String) throws -> SegmentedText {
      var place: Int32 = 0
      let spans = sentences.map { sentence in
        defer { place += Int32(sentence.utf8.count) }
        return Sentence(span: TextSpan(place, place + Int32(sentence.utf8.count)), paragraph: 0)
      }
      return SegmentedText(
        language: try LanguageTag(language),
        text: TextView(unchanged: Array(sentences.joined().utf8)), sentences: spans)
    }
    let beads = try Self.withoutLexicon.align(
      segmented(texts.source, "es"), segmented(texts.target, "en"))
    #expect(beads == (try align(texts.source, texts.target)))
  }

  @Test func `an excerpt finds its place in a long text`() throws {
    var source = (0..<300).map { "Frase \(SeededGenerator.word($0 + 9, "y")) sin pareja alguna" }
    source[70] = "La alcaldesa Carmen Ortega llegó en 1997."
    source[71] = "Después habló Irene Zamora, de Villarrica."
    let target = ["Mayor Carmen Ortega came in 1997.", "Then Irene Zamora of Villarrica spoke."]
    let beads = try align(source, target)
    let pairs = beads.filter { !$0.source.isEmpty && !$0.target.isEmpty }
    #expect(pairs.joints == [[70..<71, 0..<1], [71..<72, 1..<2]])
    #expect(pairs.allSatisfy { $0.score > 0.8 })
    let back = try align(target, source).mirrored.filter {
      !$0.source.isEmpty && !$0.target.isEmpty
    }
    #expect(back.joints == pairs.joints)
  }

  // MARK: - Any text at all

  @Test func `every sentence stands in one bead, in order`() throws {
    var generator = SeededGenerator(seed: 51)
    let lexicon = try Lexicon.of(
      (0..<30).map { (SeededGenerator.word($0, "x"), SeededGenerator.word($0 + 3, "x")) })
    for round in 0..<44 {
      let rows = round % 7 == 0 ? 0 : Int.random(in: 0...60, using: &generator)
      let columns = round % 11 == 0 ? 0 : Int.random(in: 0...60, using: &generator)
      let words = Int.random(in: 1...300, using: &generator)
      let source = generator.sentences(rows, of: words)
      // Now and then the other side holds the same sentences, or some of them.
      var target = generator.sentences(columns, of: words)
      if round % 3 == 0 { target = source }
      if round % 3 == 1 {
        for index in target.indices where index < source.count { target[index] = source[index] }
      }
      _ = try align(
        source, target, SentenceAligner(lexicons: round % 2 == 0 ? [] : [lexicon]))
    }
  }

  @Test(arguments: [(0, 0), (0, 1), (1, 0), (0, 700), (700, 0)])
  func `sides without sentences give beads without partners`(_ rows: Int, _ columns: Int) throws {
    let beads = try align(
      Array(repeating: "mar", count: rows), Array(repeating: "sea", count: columns))
    #expect(beads.count == rows + columns)
    #expect(beads.allSatisfy { $0.score > 0.9 })
  }

  @Test func `a text aligns with itself`() throws {
    let texts = Council.texts(Council.renderings[0].joints)
    for sentences in [texts.source, texts.target, ["mar"], ["a b", "a b c", "1 2 3"]] {
      let beads = try align(sentences, sentences)
      #expect(beads.joints == sentences.indices.map { Array(repeating: one($0), count: 2) })
    }
  }

  private func one(_ sentence: Int) -> Range<Int32> { Int32(sentence)..<Int32(sentence) + 1 }

  @Test func `blank sentences and mere marks are sentences too`() throws {
    _ = try align(["", "", ""], ["", ""])
    _ = try align(["…", "—", "?"], ["", "!!!", "\u{AD}"])
    let texts = Council.texts(Council.renderings[0].joints)
    let beads = try align(texts.source.flatMap { [$0, ""] }, texts.target)
    // Whether a blank line goes with a neighbour or alone, the pairs stay pairs.
    for number in texts.target.indices {
      let bead = try #require(beads.first { $0.target.contains(Int32(number)) })
      #expect(bead.source.contains(Int32(2 * number)))
    }
  }

  @Test func `hundreds of equal lines pair off`() throws {
    let lines = Array(repeating: "No hay nada nuevo que decir.", count: 250)
    let beads = try align(lines, lines)
    #expect(beads.count { $0.type == "1-1" } > 240)
  }

  @Test func `one sentence of a hundred thousand words is one sentence`() throws {
    let long = String(repeating: "mar y sol ", count: 30_000)
    let beads = try align([long, "Quito 1998"], ["Quito 1998"])
    #expect(beads.last?.joints == [1..<2, 0..<1])
  }

  // MARK: - Long texts

  @Test(arguments: [(1000, true), (500, false)])
  func `long texts with runs missing on either side are aligned`(
    _ count: Int, _ hasLexicon: Bool
  ) throws {
    var generator = SeededGenerator(seed: 52)
    let words = 4000
    let lexicon = try Lexicon.of(
      (0..<words).map { (SeededGenerator.word($0, "x"), SeededGenerator.word($0, "y")) })
    var (source, target): ([String], [String]) = ([], [])
    var gold: Set<[Range<Int32>]> = []
    for number in 0..<count {
      let sentence = generator.sentence(of: words, length: 3...14)
      // Now and then a word is left out or another one comes in; now and then there is a name.
      var rendering = sentence.filter { _ in Int.random(in: 0..<6, using: &generator) > 0 }
      rendering.append(contentsOf: generator.sentence(of: words, length: 0...2))
      rendering.swapAt(0, rendering.count - 1)
      let name =
        Int.random(in: 0..<(hasLexicon ? 12 : 2), using: &generator) == 0
        ? " " + SeededGenerator.word(number + 600, "z") : ""
      let hasSource = !(200..<240).contains(number) && !(600..<640).contains(number)
      let hasTarget = !(400..<440).contains(number) && !(960..<1000).contains(number)
      if hasSource, hasTarget { gold.insert([one(source.count), one(target.count)]) }
      if hasSource {
        source.append(
          sentence.map { SeededGenerator.word($0, "x") }.joined(separator: " ") + name)
      }
      if hasTarget {
        target.append(
          rendering.map { SeededGenerator.word($0, "y") }.joined(separator: " ") + name)
      }
    }
    let aligner = SentenceAligner(lexicons: hasLexicon ? [lexicon] : [])
    let found = try align(source, target, aligner).joints.filter(gold.contains)
    #expect(Double(found.count) > (hasLexicon ? 0.95 : 0.8) * Double(gold.count))
  }
}

extension Bead {
  /// The sentences alone.
  fileprivate var joints: [Range<Int32>] { [source, target] }
}
