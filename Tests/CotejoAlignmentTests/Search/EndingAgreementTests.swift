import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct EndingAgreementTests {
  @Test func `ends that differ cost, at either end of a bead`() {
    let agreement = EndingAgreement(
      [.complete, .question, .open, .complete], [.complete, .question, .open, .open])
    for (row, column) in [(1, 1), (2, 2), (3, 3)] { #expect(agreement.end(row, column) == 0) }
    for (row, column) in [(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)] {
      #expect(agreement.end(row, column) < 0)
    }
  }

  @Test func `before the first sentences and behind the last all agrees`() {
    let agreement = EndingAgreement([.question, .open], [.open, .complete, .question])
    for column in 0...3 {
      #expect(agreement.end(0, column) == 0)
      #expect(agreement.end(2, column) == 0)
    }
    for row in 0...2 {
      #expect(agreement.end(row, 0) == 0)
      #expect(agreement.end(row, 3) == 0)
    }
    #expect(EndingAgreement([], []).end(0, 0) == 0)
    #expect(EndingAgreement([], [.open]).end(0, 1) == 0)
  }

  @Test func `what begins at a place loses what ends there loses`() {
    var generator = SeededGenerator(seed: 906)
    func endings() -> [SentenceEnding] {
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        SentenceEnding.allCases.randomElement(using: &generator) ?? .open
      }
    }
    for _ in 0..<40 {
      let (left, right) = (endings(), endings())
      let agreement = EndingAgreement(left, right)
      let mirrored = EndingAgreement(right, left)
      for row in 0...left.count {
        for column in 0...right.count {
          #expect(agreement.end(row, column) == mirrored.end(column, row))
          let starts = agreement.starts(row, before: column)
          for lane in 0..<min(4, column) {
            #expect(starts[lane] == agreement.end(row, column - lane - 1))
          }
        }
      }
    }
  }
}
