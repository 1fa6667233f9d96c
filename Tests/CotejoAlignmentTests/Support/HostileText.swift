import CotejoTestSupport

@testable import CotejoAlignment

/// A text and its rendering whose way an aligner loses easily.
///
/// No word is rare, sentences come back as refrains, and runs of hundreds are missing on a side. Each
/// word of the original has one rendering.
struct HostileText {
  private(set) var source: [String] = []
  private(set) var target: [String] = []
  /// The sentences that render each other.
  private(set) var pairs: [(source: Int32, target: Int32)] = []

  /// Takes `count` sentences of `words` equally common words; every `refrain`th is the same one, if
  /// that is not 0; the ranges are what each side lacks.
  init(
    count: Int, words: Int, refrain: Int = 0, missingInSource: [Range<Int>] = [],
    missingInTarget: [Range<Int>] = [], seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    for number in 0..<count {
      var sentence = (0..<Int.random(in: 8...16, using: &generator)).map { _ in
        Int.random(in: 0..<words, using: &generator)
      }
      if refrain > 0, number % refrain == 0 { sentence = Array(0..<min(9, words)) }
      let hasSource = !missingInSource.contains { $0.contains(number) }
      let hasTarget = !missingInTarget.contains { $0.contains(number) }
      if hasSource, hasTarget { pairs.append((Int32(source.count), Int32(target.count))) }
      if hasSource {
        source.append(sentence.map { SeededGenerator.word($0, "x") }.joined(separator: " "))
      }
      if hasTarget {
        sentence.shuffle(using: &generator)
        target.append(sentence.map { SeededGenerator.word($0, "y") }.joined(separator: " "))
      }
    }
  }

  /// The share of the pairs that stand alone in a bead.
  func recall(_ beads: [Bead]) -> Double {
    let found = Set(beads.joints)
    let right = pairs.count {
      found.contains([$0.source..<$0.source + 1, $0.target..<$0.target + 1])
    }
    return Double(right) / Double(max(1, pairs.count))
  }
}
