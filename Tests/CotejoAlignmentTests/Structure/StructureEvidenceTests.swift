import CotejoLexicon
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoAlignment

struct StructureEvidenceTests {
  private static let aligner = SentenceAligner(lexicons: [])

  private func align(
    _ source: StructuredDocument.Side, _ target: StructuredDocument.Side
  ) throws -> [Bead] {
    let beads = Self.aligner.align(try source.indexed("es"), try target.indexed("en"))
    #expect(beads.covers(source.sentences.count, target.sentences.count))
    return beads
  }

  @Test(arguments: [12, 40, 120])
  func `paragraphs tell which of two refrains was left out`(_ paragraphs: Int) throws {
    let document = StructuredDocument(paragraphs: paragraphs, seed: UInt64(paragraphs))
    let with = try align(document.source, document.target)
    let without = try align(document.source.flat, document.target.flat)
    #expect(document.recall(of: with) > 0.93)
    #expect(document.recall(of: with) > document.recall(of: without) + 0.03)
  }

  @Test(arguments: 0..<12)
  func `breaks that lie change next to nothing`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 7500 + seed)
    let document = StructuredDocument(paragraphs: 40, seed: 7500 + seed)
    let flat = try align(document.source.flat, document.target.flat)
    let lying = try align(document.source, document.target.broken(&generator))
    let same = Set(flat.joints).intersection(lying.joints).count
    #expect(Double(same) > 0.97 * Double(flat.count))
  }

  @Test func `one side in one paragraph is aligned as if both were`() throws {
    let document = StructuredDocument(paragraphs: 40, seed: 7520)
    let flat = try align(document.source.flat, document.target.flat)
    #expect(try align(document.source, document.target.flat) == flat)
    #expect(try align(document.source.flat, document.target) == flat)
  }

  @Test func `every sentence a paragraph is aligned as if none were`() throws {
    let document = StructuredDocument(paragraphs: 40, seed: 7521)
    func cut(_ side: StructuredDocument.Side) -> StructuredDocument.Side {
      var side = side
      side.paragraphs = side.sentences.indices.map { Int32($0) }
      return side
    }
    let flat = try align(document.source.flat, document.target.flat)
    #expect(try align(cut(document.source), cut(document.target)).joints == flat.joints)
  }

  @Test func `times and numbers tell a sentence from its neighbours`() throws {
    func structure(_ time: (Int32) -> Int32) -> DocumentStructure {
      var structure = DocumentStructure()
      for number in 0..<Int32(60) {
        structure.openings.append(number % 2 == 0 ? .time : .numberedItem)
        if number % 2 == 0 {
          structure.times.append(.init(sentence: number, value: time(number)))
        } else {
          structure.numbers.append(.init(sentence: number, value: number % 12))
        }
      }
      return structure
    }
    let beads = (0..<Int32(60)).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 0.9) }
    // The other clock began earlier and runs fast by a twentieth.
    let evidence = try #require(
      StructureEvidence(
        beads, structure { $0 * 5000 }, structure { 45_000 + $0 * 5250 }))
    for place in 8..<50 {
      let right = evidence.scores(1, endingAt: place, place)
      // The lane of two sentences begins one earlier, that of three with the same kind of mark.
      #expect(right[0] > right[1])
      #expect(right[0] > right[2] + 0.02)
      #expect(right[0] > evidence.scores(1, endingAt: place, place + 2)[0] + 0.02)
    }
  }

  @Test func `a part of a long text tells what its structure is worth`() throws {
    let document = StructuredDocument(paragraphs: 900, seed: 7523)
    let (source, target) = (try document.source.indexed("es"), try document.target.indexed("en"))
    let aligner = SentenceAligner(lexicons: [], jobs: 2)
    let beads = aligner.align(source, target)
    #expect(beads.covers(source.count, target.count))
    #expect(document.recall(of: beads) > 0.93)
  }

  @Test func `any structure leaves every sentence in one bead`() throws {
    var generator = SeededGenerator(seed: 7524)
    let marks = ["", "", "1. ", "2. ", "— ", "ANA: ", "PAZ: ", "[00:10] ", "[01:20] ", "• ", "# "]
    for round in 0..<60 {
      func side() -> StructuredDocument.Side {
        let count = round % 9 == 0 ? Int.random(in: 0...2, using: &generator) : 40
        var side = StructuredDocument.Side()
        var number: Int32 = 0
        for sentence in generator.sentences(count, of: 30) {
          side.sentences.append(marks.randomElement(using: &generator)! + sentence)
          side.paragraphs.append(number)
          if Bool.random(using: &generator) { number += 1 }
        }
        return side
      }
      _ = try align(side(), side())
    }
  }
}
