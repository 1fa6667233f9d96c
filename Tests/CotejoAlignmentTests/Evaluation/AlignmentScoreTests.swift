import CotejoAlignment
import CotejoTestSupport
import Testing

struct AlignmentScoreTests {
  typealias Sides = ([Int32], [Int32])

  private func beads(_ sides: [Sides]) -> [JudgedBead] {
    sides.map { JudgedBead(source: $0.0, target: $0.1) }
  }

  private func score(gold: [Sides], found: [Sides]) -> AlignmentScore {
    var score = AlignmentScore()
    score.add(gold: beads(gold), found: beads(found))
    return score
  }

  // MARK: - By hand

  @Test func `an alignment that is the gold is right in all`() {
    let gold: [Sides] = [([0], [0]), ([1, 2], [1]), ([3], []), ([], [2])]
    let score = score(gold: gold, found: gold)
    #expect(score.documents == 1)
    #expect(score.strict() == .init(precision: 1, recall: 1))
    #expect(score.lax() == .init(precision: 1, recall: 1))
    #expect(score.strict().f1 == 1)
    #expect(score.strict(of: .manyToMany) == .init(precision: nil, recall: nil))
    #expect(score.strict(of: .manyToMany).f1 == nil)
  }

  @Test func `a bead in two parts is wrong strictly and right laxly`() {
    // Of four beads found one stands in the gold, of three in the gold one is found; 1/4 and 1/3.
    let score = score(
      gold: [([0], [0]), ([1, 2], [1]), ([3, 4], [2, 3])],
      found: [([0], [0]), ([1], [1]), ([2, 3], [2]), ([4], [3])])
    #expect(score.strict() == .init(precision: 0.25, recall: 1.0 / 3))
    #expect(score.lax() == .init(precision: 1, recall: 1))
    #expect(abs((score.strict().f1 ?? 0) - 2.0 / 7) < 1e-12)
    #expect(score.strict(of: .oneToOne) == .init(precision: 1.0 / 3, recall: 1))
    #expect(score.strict(of: .twoToOne) == .init(precision: 0, recall: 0))
    #expect(score.strict(of: .manyToMany) == .init(precision: nil, recall: 0))
    #expect(score.strict(of: .manyToMany).f1 == 0)
    #expect(score.lax(of: .manyToMany) == .init(precision: nil, recall: 1))
  }

  @Test func `sentences that meet on one side alone are wrong laxly, too`() {
    let score = score(gold: [([0], [0]), ([1], [1])], found: [([0], [1]), ([1], [0])])
    #expect(score.lax() == .init(precision: 0, recall: 0))
    #expect(score.lax().f1 == 0)
    // Source 0 and target 1 are in the gold, but not in one bead.
    let crossed = self.score(gold: [([0], [0]), ([1], [1])], found: [([0, 2], [1])])
    #expect(crossed.lax().precision == 0)
  }

  @Test func `insertions and deletions count for precision only`() {
    // Three of four beads found are right: 3/4. Of the two paired beads of the gold, one: 1/2.
    let score = score(
      gold: [([0], [0]), ([1], []), ([], [1]), ([2], [2])],
      found: [([0], [0]), ([1], []), ([], [1]), ([2], [])])
    #expect(score.strict() == .init(precision: 0.75, recall: 0.5))
    #expect(score.lax() == .init(precision: 0.75, recall: 0.5))
    #expect(score.strict(of: .deletion) == .init(precision: 0.5, recall: 1))
    #expect(score.strict(of: .insertion) == .init(precision: 1, recall: 1))
  }

  @Test func `a deletion overlaps nothing`() {
    let score = score(gold: [([0, 1], [])], found: [([0], []), ([1], [])])
    #expect(score.lax().precision == 0)
    #expect(score.lax().recall == nil)
    #expect(score.lax().f1 == 0)
  }

  @Test func `documents are counted together, not their shares`() {
    var score = AlignmentScore()
    score.add(gold: beads([([0], [0])]), found: beads([([0], [1])]))
    let long = (0..<9).map { ([Int32($0)], [Int32($0)]) }
    score.add(gold: beads(long), found: beads(long))
    #expect(score.documents == 2)
    #expect(score.strict() == .init(precision: 0.9, recall: 0.9))
  }

  @Test func `equal beads count once, empty ones not at all`() {
    let score = score(gold: [([0], [0]), ([0], [0]), ([], [])], found: [([0], [0]), ([], [])])
    #expect(score.counts().gold == 1)
    #expect(score.counts().found == 1)
    #expect(score.strict() == .init(precision: 1, recall: 1))
  }

  @Test func `no beads have no precision, no gold no recall`() {
    #expect(score(gold: [([0], [0])], found: []).strict() == .init(precision: nil, recall: 0))
    #expect(score(gold: [], found: [([0], [0])]).strict() == .init(precision: 0, recall: nil))
    #expect(score(gold: [], found: []).strict().f1 == nil)
  }

  @Test func `scores go to the reliability table, by strict agreement`() {
    var score = AlignmentScore()
    score.add(
      gold: beads([([0], [0]), ([1], [1, 2])]),
      found: [
        JudgedBead(source: [0], target: [0], score: 0.85),
        JudgedBead(source: [1], target: [1], score: 0.15),
        JudgedBead(source: [], target: [2], score: nil),
      ])
    #expect(score.reliability.count == 2)
    #expect(score.reliability.bins[8].right == 1)
    #expect(score.reliability.bins[1].right == 0)
  }

  // MARK: - Against the published definitions

  /// Right beads, strictly and laxly, and all: the function that vecalign's score.py is made of, with
  /// nothing done for speed.
  private func reference(_ gold: [Sides], _ found: [Sides]) -> (strict: Int, lax: Int, all: Int) {
    func distinct(_ beads: [Sides]) -> [Sides] {
      var kept: [Sides] = []
      for bead in beads where !(bead.0.isEmpty && bead.1.isEmpty) {
        if !kept.contains(where: { $0.0 == bead.0 && $0.1 == bead.1 }) { kept.append(bead) }
      }
      return kept
    }
    let (gold, found) = (distinct(gold), distinct(found))
    var (strict, lax) = (0, 0)
    for bead in found {
      if gold.contains(where: { $0.0 == bead.0 && $0.1 == bead.1 }) {
        strict += 1
        lax += 1
        continue
      }
      var linked: Set<Int32> = []
      for other in gold where !Set(other.0).isDisjoint(with: bead.0) { linked.formUnion(other.1) }
      if !linked.isDisjoint(with: bead.1) { lax += 1 }
    }
    return (strict, lax, found.count)
  }

  private func random(_ generator: inout SeededGenerator) -> [Sides] {
    var (source, target): (Int32, Int32) = (0, 0)
    var beads: [Sides] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let left = Int32.random(in: 0...3, using: &generator)
      let right = Int32.random(in: 0...3, using: &generator)
      var bead = (Array(source..<source + left), Array(target..<target + right))
      // Some beads that no program should write: scattered, overlapping, said twice.
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: bead.0 = Set(bead.0 + [Int32.random(in: 0...15, using: &generator)]).sorted()
      case 1: beads.append(bead)
      default: break
      }
      beads.append(bead)
      (source, target) = (source + left, target + right)
    }
    return beads
  }

  @Test func `figures are those of the published definitions`() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<2000 {
      let (gold, found) = (random(&generator), random(&generator))
      let precision = reference(gold, found)
      let recall = reference(
        found.filter { !$0.0.isEmpty && !$0.1.isEmpty },
        gold.filter { !$0.0.isEmpty && !$0.1.isEmpty })
      let score = score(gold: gold, found: found)
      func share(_ part: Int, _ all: Int) -> Double? {
        all > 0 ? Double(part) / Double(all) : nil
      }
      #expect(score.strict().precision == share(precision.strict, precision.all))
      #expect(score.lax().precision == share(precision.lax, precision.all))
      #expect(score.strict().recall == share(recall.strict, recall.all))
      #expect(score.lax().recall == share(recall.lax, recall.all))
      // The kinds add up to the whole.
      let kinds = BeadType.allCases.map { score.counts(of: $0) }
      #expect(kinds.reduce(0) { $0 + $1.found } == score.counts().found)
      #expect(kinds.reduce(0) { $0 + $1.goldLax } == score.counts().goldLax)
    }
  }

  @Test func `long texts take no time to speak of`() {
    let beads = (0..<100_000).map { JudgedBead(source: [Int32($0)], target: [Int32($0)]) }
    let shifted = beads.map { JudgedBead(source: $0.source, target: [$0.target[0] + 1]) }
    var score = AlignmentScore()
    score.add(gold: beads, found: shifted)
    #expect(score.lax() == .init(precision: 0, recall: 0))
  }
}
