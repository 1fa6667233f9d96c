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

  @Test func `times tell which of equal answers was left out`() throws {
    var (source, target) = (StructuredDocument.Side(), StructuredDocument.Side())
    var generator = SeededGenerator(seed: 7522)
    var kept: [Int32] = []
    func stamp(_ seconds: Int) -> String {
      "[\(seconds / 60 / 10)\(seconds / 60 % 10):\(seconds % 60 / 10)\(seconds % 10)]"
    }
    var clock = 30
    for number in 0..<120 {
      clock += Int.random(in: 3...9, using: &generator)
      let name = SeededGenerator.word(Int.random(in: 0..<400, using: &generator), "x")
      let isAnswer = number % 3 != 0
      source.sentences.append("\(stamp(clock)) " + (isAnswer ? "Claro." : "\(name) \(name)a."))
      // The other clock began earlier and runs fast by a twentieth.
      if isAnswer, Int.random(in: 0..<3, using: &generator) == 0 { continue }
      kept.append(Int32(number))
      target.sentences.append(
        "\(stamp(45 + clock * 21 / 20)) " + (isAnswer ? "Of course." : "\(name) \(name)a."))
    }
    source.paragraphs = source.sentences.indices.map { Int32($0) }
    target.paragraphs = target.sentences.indices.map { Int32($0) }
    func share(_ beads: [Bead]) -> Double {
      let found = Set(beads.joints)
      let right = kept.indices.count {
        found.contains([kept[$0]..<kept[$0] + 1, Int32($0)..<Int32($0 + 1)])
      }
      return Double(right) / Double(kept.count)
    }
    func withoutTimes(_ side: StructuredDocument.Side) -> StructuredDocument.Side {
      var side = side.flat
      side.sentences = side.sentences.map { String($0.drop { $0 != " " }.dropFirst()) }
      return side
    }
    let with = share(try align(source, target))
    let without = share(try align(withoutTimes(source), withoutTimes(target)))
    #expect(with > 0.75)
    #expect(with > without + 0.15)
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
