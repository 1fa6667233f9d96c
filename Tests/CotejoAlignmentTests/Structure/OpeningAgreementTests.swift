import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoAlignment

struct OpeningAgreementTests {
  /// What beads of one sentence a side say of texts with these openings.
  private func agreement(
    _ source: [SentenceOpening], _ target: [SentenceOpening]
  ) -> OpeningAgreement {
    let (left, right) = (Self.classes(source), Self.classes(target))
    let beads = (0..<Int32(source.count)).map {
      Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 1)
    }
    return OpeningAgreement(
      OpeningCounts(beads, left, right), source: left.shares, target: right.shares)
  }

  private static func classes(_ openings: [SentenceOpening]) -> OpeningClasses {
    var structure = DocumentStructure()
    structure.openings = openings
    return OpeningClasses(structure)
  }

  private func score(
    _ agreement: OpeningAgreement, _ source: SentenceOpening, _ target: SentenceOpening
  ) -> Double {
    agreement.ends[Int(source.rawValue) * OpeningClasses.count + Int(target.rawValue)]
  }

  @Test func `breaks that always meet count, more so the more there are`() {
    let few = (0..<20).map { $0 % 5 == 0 ? SentenceOpening.paragraph : .nothing }
    let many = (0..<200).map { $0 % 5 == 0 ? SentenceOpening.paragraph : .nothing }
    let (weak, strong) = (agreement(few, few), agreement(many, many))
    for agreement in [weak, strong] {
      #expect(score(agreement, .paragraph, .paragraph) > 0.3)
      #expect(score(agreement, .paragraph, .nothing) < -0.3)
      #expect(score(agreement, .nothing, .paragraph) < -0.3)
    }
    #expect(score(strong, .paragraph, .nothing) < score(weak, .paragraph, .nothing) - 1)
  }

  @Test func `breaks that avoid each other say nothing`() {
    let source = (0..<200).map { $0 % 5 == 0 ? SentenceOpening.paragraph : .nothing }
    let target = (0..<200).map { $0 % 5 == 1 ? SentenceOpening.paragraph : .nothing }
    #expect(agreement(source, target).greatest < 0.05)
  }

  @Test(arguments: 0..<20) func `breaks drawn blindly say next to nothing`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 7300 + seed)
    func openings() -> [SentenceOpening] {
      (0..<300).map { _ in
        Int.random(in: 0..<5, using: &generator) == 0 ? .paragraph : .nothing
      }
    }
    #expect(agreement(openings(), openings()).greatest < 0.25)
  }

  @Test func `what begins is told apart where something always does`() {
    let kinds: [SentenceOpening] = [.heading, .paragraph, .bulletItem, .paragraph]
    let openings = (0..<80).map { kinds[$0 % 4] }
    let agreement = agreement(openings, openings)
    #expect(score(agreement, .heading, .heading) > 0.5)
    #expect(score(agreement, .heading, .paragraph) < -0.5)
    #expect(score(agreement, .heading, .bulletItem) < -0.5)
  }

  @Test func `breaks inside beads are as bad as breaks that meet nothing`() {
    let openings = (0..<100).map { $0 % 4 == 0 ? SentenceOpening.paragraph : .nothing }
    let agreement = agreement(openings, openings)
    for inside in [agreement.inSource, agreement.inTarget] {
      #expect(inside[Int(SentenceOpening.paragraph.rawValue)] < -2)
      #expect((0...0.5).contains(inside[0]))
    }
  }

  @Test func `nothing says nothing`() {
    #expect(agreement([], []).greatest == 0)
    #expect(agreement([.paragraph], [.paragraph]).greatest == 0)
  }
}
