/// Links the words of one bead.
///
/// Words compete as in the competitive linking of Melamed ("Models of Translational Equivalence among
/// Words", Computational Linguistics 26, 2000): the best pair is linked and both its words are taken,
/// then the next best. What a pair is worth is its strength less a penalty for standing elsewhere than
/// the links beside it, so that the third *de* goes with the third *of*. The links to go by are at
/// first those pairs that are each other's best by far; then those that were found.
///
/// A word that is left over joins the link of a neighbour if it may stand for the same word: *del*
/// for *of* and *the*.
package struct WordLinker {
  private struct Candidate {
    var source: Int32
    var target: Int32
    var strength: Float
    /// What a step away from the neighbours takes off.
    var stepPenalty: Float
    var worth: Float = 0
  }

  /// What a whole bead between the places of two words takes off.
  private static let diagonalPenalty: Float = 0.5
  /// A pair is a first link if no other of either word comes this near.
  private static let margin: Float = 0.1
  /// What each word between where a link is and where its neighbours have it takes off.
  ///
  /// For so many words at the most: word order may differ by a clause. Common words stay with their
  /// neighbours.
  private static let stepPenalty: (rare: Float, common: Float) = (0.05, 0.12)
  private static let mostSteps: Float = 8
  /// Pairs that are worth less are not linked.
  private static let leastWorth: Float = 0.35
  /// A word joins the link of its neighbour from this strength on.
  private static let leastToJoin: Float = 0.45
  private static let rounds = 2
  /// Pairs that are weighed for a bead at the most.
  ///
  /// Words that have more than their share of them stay without a link. A bead of a thousand words has
  /// room for a thousand a word.
  private static let mostCandidates = 1 << 20

  private let counts: (source: Int, target: Int)
  private var candidates: [Candidate] = []
  /// How surely the likeliest word of the other side renders each word, whether linked or not.
  package private(set) var support: (source: [Float], target: [Float])

  /// Takes the words of both sides, -1 for one that nothing is known of.
  package init(_ source: ArraySlice<Int32>, _ target: ArraySlice<Int32>, _ evidence: LinkEvidence) {
    let matches = evidence.matches
    counts = (source.count, target.count)
    // The words of the target with their places, both in one number, sorted: matches are sorted, too.
    var places: [UInt64] = []
    places.reserveCapacity(target.count)
    for (place, word) in target.enumerated() where word >= 0 {
      places.append(UInt64(word) << 32 | UInt64(place))
    }
    places.sort()
    let share = max(4, Self.mostCandidates / source.count)
    support = (
      Array(repeating: 0, count: source.count), Array(repeating: 0, count: target.count)
    )
    for (place, word) in source.enumerated() where word >= 0 {
      let first = candidates.count
      var hasTooMany = false
      // Both are sorted. A common word may be rendered by many more words than the target has, so
      // the next one is looked for in steps that double.
      var index = matches.range(of: word).lowerBound
      let end = matches.range(of: word).upperBound
      var next = 0
      while index < end, next < places.count {
        let other = Int32(truncatingIfNeeded: places[next] >> 32)
        if matches.matches[index].word < other {
          index = matches.firstIndex(notBelow: other, in: index + 1..<end)
          continue
        }
        let match = matches.matches[index]
        if other < match.word {
          next += 1
          continue
        }
        let isCommon =
          evidence.isCommon.source[Int(word)] || evidence.isCommon.target[Int(match.word)]
        let penalty = isCommon ? Self.stepPenalty.common : Self.stepPenalty.rare
        support.source[place] = max(support.source[place], match.strength)
        while next < places.count, places[next] >> 32 == UInt64(match.word) {
          let target = Int32(truncatingIfNeeded: places[next])
          support.target[Int(target)] = max(support.target[Int(target)], match.strength)
          if !hasTooMany {
            candidates.append(
              Candidate(
                source: Int32(place), target: target, strength: match.strength,
                stepPenalty: penalty))
          }
          next += 1
        }
        index += 1
        if candidates.count - first > share {
          candidates.removeLast(candidates.count - first)
          hasTooMany = true
        }
      }
    }
  }

  /// The links, by source word, then by target word.
  package func links() -> [WordLink] {
    var links = firstLinks()
    for _ in 0..<Self.rounds { links = competition(around: links) }
    links += joined(to: links)
    return links.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }

  /// The pairs that are each other's best by far, in the order of the source.
  private func firstLinks() -> [WordLink] {
    /// The best candidate of a word and what the next one is worth.
    var best: (source: [Best], target: [Best]) = (
      Array(repeating: Best(), count: counts.source), Array(repeating: Best(), count: counts.target)
    )
    for (index, candidate) in candidates.enumerated() {
      let way =
        Float(candidate.source) / Float(counts.source)
        - Float(candidate.target) / Float(counts.target)
      let worth = candidate.strength - Self.diagonalPenalty * abs(way)
      best.source[Int(candidate.source)].note(index, worth)
      best.target[Int(candidate.target)].note(index, worth)
    }
    return best.source.compactMap { first in
      guard first.index >= 0, first.worth >= Self.leastWorth else { return nil }
      let candidate = candidates[first.index]
      let other = best.target[Int(candidate.target)]
      guard other.index == first.index, first.isClear, other.isClear else { return nil }
      return WordLink(
        source: candidate.source, target: candidate.target, strength: candidate.strength)
    }
  }

  private struct Best {
    var index = -1
    var worth = -Float.infinity
    var next = -Float.infinity

    mutating func note(_ index: Int, _ worth: Float) {
      if worth > self.worth {
        next = self.worth
        (self.index, self.worth) = (index, worth)
      } else {
        next = max(next, worth)
      }
    }

    var isClear: Bool { worth - next >= WordLinker.margin }
  }

  /// Links the best pairs first, each word once; the result is in the order of the source.
  private func competition(around links: [WordLink]) -> [WordLink] {
    let neighbours = Neighbours(links, count: counts.source)
    var ranked = candidates.compactMap { candidate -> Candidate? in
      var candidate = candidate
      let steps =
        neighbours.steps(from: candidate.source, to: candidate.target)
        ?? abs(
          Float(candidate.source) * Float(counts.target) / Float(counts.source)
            - Float(candidate.target))
      candidate.worth = candidate.strength - candidate.stepPenalty * min(steps, Self.mostSteps)
      return candidate.worth >= Self.leastWorth ? candidate : nil
    }
    ranked.sort { ($1.worth, $0.source, $0.target) < ($0.worth, $1.source, $1.target) }
    var taken: (source: [Bool], target: [Bool]) = (
      Array(repeating: false, count: counts.source), Array(repeating: false, count: counts.target)
    )
    var found: [WordLink] = []
    for candidate in ranked
    where !taken.source[Int(candidate.source)] && !taken.target[Int(candidate.target)] {
      taken.source[Int(candidate.source)] = true
      taken.target[Int(candidate.target)] = true
      found.append(
        WordLink(
          source: candidate.source, target: candidate.target, strength: candidate.strength))
    }
    return found.sorted { $0.source < $1.source }
  }

  /// For each source word the links beside it.
  private struct Neighbours {
    /// The target word of the nearest link at or before each source word, moved along with it; nil
    /// where there is none.
    private var before: [Int32?]
    /// The same for the nearest link at or behind each word.
    private var behind: [Int32?]

    /// Takes links in the order of the source.
    init(_ links: [WordLink], count: Int) {
      before = Array(repeating: nil, count: count)
      behind = before
      for link in links {
        before[Int(link.source)] = link.target
        behind[Int(link.source)] = link.target
      }
      for place in 1..<max(1, count) where before[place] == nil {
        before[place] = before[place - 1].map { $0 + 1 }
      }
      for place in (0..<max(0, count - 1)).reversed() where behind[place] == nil {
        behind[place] = behind[place + 1].map { $0 - 1 }
      }
    }

    /// How many words a target word is away from where the links beside a source word have it; nil
    /// where there are none.
    ///
    /// The links are those of the words next to it, so that none keeps itself in place.
    func steps(from source: Int32, to target: Int32) -> Float? {
      let place = Int(source)
      let left = place > 0 ? before[place - 1].map { abs($0 + 1 - target) } : nil
      let right = place + 1 < behind.count ? behind[place + 1].map { abs($0 - 1 - target) } : nil
      switch (left, right) {
      case (nil, nil): return nil
      case (let steps?, nil), (nil, let steps?): return Float(steps)
      case (let one?, let other?): return Float(min(one, other))
      }
    }
  }

  /// Links of words that are left over to words that a neighbour is linked to.
  private func joined(to links: [WordLink]) -> [WordLink] {
    var partner: (source: [Int32], target: [Int32]) = (
      Array(repeating: -1, count: counts.source), Array(repeating: -1, count: counts.target)
    )
    for link in links {
      partner.source[Int(link.source)] = link.target
      partner.target[Int(link.target)] = link.source
    }
    var best: (source: [Best], target: [Best]) = (
      Array(repeating: Best(), count: counts.source), Array(repeating: Best(), count: counts.target)
    )
    for (index, candidate) in candidates.enumerated()
    where candidate.strength >= Self.leastToJoin {
      let (source, target) = (Int(candidate.source), Int(candidate.target))
      switch (partner.source[source], partner.target[target]) {
      case (-1, let other) where other >= 0 && abs(other - candidate.source) == 1:
        best.source[source].note(index, candidate.strength)
      case (let other, -1) where other >= 0 && abs(other - candidate.target) == 1:
        best.target[target].note(index, candidate.strength)
      default: break
      }
    }
    return (best.source + best.target).compactMap { best in
      guard best.index >= 0 else { return nil }
      let candidate = candidates[best.index]
      return WordLink(
        source: candidate.source, target: candidate.target, strength: candidate.strength)
    }
  }
}
