import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoAlignment

struct MarkAgreementTests {
  private typealias Mark = DocumentStructure.Mark

  private func beads(_ count: Int) -> [Bead] {
    (0..<Int32(count)).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 0.9) }
  }

  private func marks(_ values: [Int32]) -> [Mark] {
    values.enumerated().map { Mark(sentence: Int32($0), value: $1) }
  }

  // MARK: - Numbers

  @Test func `numbers that agree count, those that do not come to nothing`() {
    var generator = SeededGenerator(seed: 7401)
    let numbers = (0..<40).map { Int32($0 % 8 + 1) }
    let right = NumberAgreement(beads(40), marks(numbers), marks(numbers))
    #expect(right.equal > 1.5)
    #expect(right.different < -2)
    let shuffled = marks(numbers.shuffled(using: &generator))
    let wrong = NumberAgreement(beads(40), marks(numbers), shuffled)
    #expect(abs(wrong.equal) < 1)
    #expect(abs(wrong.different) < 0.15)
    let none = NumberAgreement([], marks(numbers), marks(numbers))
    #expect(none.equal == 0)
    #expect(none.different == 0)
    let strange = NumberAgreement(beads(2), marks([1, 2]), marks([3, 4]))
    #expect(strange.equal == 0 && strange.different == 0)
  }

  // MARK: - Times

  @Test(arguments: [(1.0, 0.0), (1.0, 90_000), (1.04, -3000), (0.96, 12_345)])
  func `times run together whatever the clocks`(_ drift: Double, _ offset: Double) throws {
    var generator = SeededGenerator(seed: 7402)
    var time: Int32 = 10_000
    var (source, target): ([Int32], [Int32]) = ([], [])
    for number in 0..<60 {
      time += Int32.random(in: 2000...20_000, using: &generator)
      source.append(time)
      // One in ten stands at a wrong place.
      let stray = number % 10 == 9 ? 200_000.0 : Double.random(in: -300...300, using: &generator)
      target.append(Int32(drift * Double(time) + offset + stray))
    }
    let times = try #require(TimeAgreement(beads(60), marks(source), marks(target)))
    let middle = source[30]
    func evidence(_ seconds: Double) -> Float {
      times.evidence(middle, Int32(drift * Double(middle) + offset + seconds * 1000))
    }
    #expect(evidence(0) > 2)
    #expect(evidence(60) < -0.5)
    #expect(evidence(0) > evidence(5))
    #expect(evidence(60) == evidence(300))
  }

  @Test func `one clock is known by its times, whatever the beads`() throws {
    let times = marks((0..<50).map { Int32($0 * $0 * 700 + 400) })
    let wrong = (0..<Int32(40)).map { number in
      Bead(source: number..<number + 1, target: number + 9..<number + 10, score: 0.9)
    }
    let agreement = try #require(TimeAgreement(wrong, times, times))
    #expect(agreement.evidence(700_400, 700_400) > 2)
    #expect(agreement.evidence(700_400, 1_500_000) < -1)
  }

  @Test(arguments: 0..<10) func `times that lie say next to nothing`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 7410 + seed)
    func times() -> [Mark] {
      marks((0..<60).map { _ in Int32.random(in: 0...3_600_000, using: &generator) })
    }
    guard let agreement = TimeAgreement(beads(60), times(), times()) else { return }
    for _ in 0..<100 {
      let (one, other) = (
        Int32.random(in: 0...3_600_000, using: &generator),
        Int32.random(in: 0...3_600_000, using: &generator)
      )
      #expect(abs(agreement.evidence(one, other)) < 1)
    }
  }

  @Test(arguments: [[], [0], [5, 5], [0, 0, 0, 0], [.max, 0, .max, 0]] as [[Int32]])
  func `few or strange times are no harm`(_ values: [Int32]) {
    let agreement = TimeAgreement(beads(values.count), marks(values), marks(values))
    if let agreement { #expect(agreement.evidence(.max, 0).isFinite) }
  }
}
