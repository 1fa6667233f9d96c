#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Finds anchors in the stretches that anchors of the whole texts leave open.
///
/// What is common in a book may be rare in a chapter of it, so words are counted anew in each
/// stretch: the idea of Cohen's patience diff, for words that render each other. Where no word of a
/// stretch is rare, sentences that share several common ones are taken instead; a text of a few
/// hundred words, or one that repeats itself, is anchored so.
struct AnchorSearch {
  /// Two places between anchors, the second behind the first on both sides.
  struct Stretch {
    var rows: Range<Int>
    var columns: Range<Int>

    var area: Int { rows.count * columns.count }
  }

  /// How far a search goes: words of at most so many sentences of the stretch on each side, in every
  /// so manieth sentence.
  private struct Effort {
    var mostOccurrences: Int32
    var stride: Int
  }

  private static let efforts = [
    Effort(mostOccurrences: 16, stride: 1), Effort(mostOccurrences: 1024, stride: 8),
  ]
  /// Shared places that are looked at for one sentence; beyond them its words say little.
  private static let mostShared = 4096
  /// Stretches within stretches within …; beyond it, what is left is crossed as it is.
  private static let deepest = 12
  /// Weaker matches are not looked at.
  static let leastStrength: Float = 0.25

  private let source: WordEvidence.Side
  private let target: WordEvidence.Side
  /// How many sentences of the stretch at hand hold each word.
  private var sourceCounts: [Int32]
  private var targetCounts: [Int32]
  /// Where the places of each target word end in `places`.
  private var ends: [Int32]
  /// The target sentences of the stretch by word.
  private var places: [Int32] = []
  private var shared: [Float]
  private var touched: [Int32] = []

  init(_ evidence: WordEvidence) {
    source = evidence.source
    target = evidence.target
    sourceCounts = [Int32](repeating: 0, count: source.weights.count)
    targetCounts = [Int32](repeating: 0, count: target.weights.count)
    ends = [Int32](repeating: 0, count: target.weights.count)
    shared = [Float](repeating: 0, count: target.occurrences.count)
  }

  /// Appends anchors of a stretch to `points`, in order, until no stretch between them has an area
  /// above `limit` that could be divided.
  mutating func divide(
    _ stretch: Stretch, to limit: Int, into points: inout [Anchors.Point], depth: Int = 0
  ) {
    guard stretch.area > limit, depth < Self.deepest else { return }
    let found = anchors(in: stretch)
    guard !found.isEmpty else { return }
    var (row, column) = (stretch.rows.lowerBound, stretch.columns.lowerBound)
    for point in found {
      divide(
        Stretch(rows: row..<Int(point.source), columns: column..<Int(point.target)), to: limit,
        into: &points, depth: depth + 1)
      points.append(point)
      (row, column) = (Int(point.source) + 1, Int(point.target) + 1)
    }
    divide(
      Stretch(
        rows: row..<stretch.rows.upperBound, columns: column..<stretch.columns.upperBound),
      to: limit, into: &points, depth: depth + 1)
  }

  /// The heaviest chain of anchors in a stretch.
  ///
  /// - Complexity: O(*n* log *n*) for *n* words of the stretch.
  private mutating func anchors(in stretch: Stretch) -> [Anchors.Point] {
    index(stretch)
    defer { forget(stretch) }
    for effort in Self.efforts {
      let candidates = candidates(in: stretch, effort)
      let chain = AnchorChain.heaviest(candidates, columns: stretch.columns)
      if !chain.isEmpty { return chain }
    }
    return []
  }

  /// Counts the words of a stretch and lists the places of those of its target sentences.
  private mutating func index(_ stretch: Stretch) {
    for index in source.occurrences.words(of: stretch.rows) {
      sourceCounts[Int(source.occurrences.words[index])] += 1
    }
    let words = target.occurrences.words(of: stretch.columns)
    for index in words { targetCounts[Int(target.occurrences.words[index])] += 1 }
    // Each word gets its room when it is first met.
    var total: Int32 = 0
    for index in words {
      let word = Int(target.occurrences.words[index])
      guard ends[word] == 0 else { continue }
      ends[word] = total + 1
      total += targetCounts[word]
    }
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(0, count: Int(total)))
    for sentence in stretch.columns {
      for index in target.occurrences.wordRange(of: sentence) {
        let word = Int(target.occurrences.words[index])
        places[Int(ends[word]) - 1] = Int32(sentence)
        ends[word] += 1
      }
    }
  }

  /// Sets the counts of a stretch to zero again.
  private mutating func forget(_ stretch: Stretch) {
    for index in source.occurrences.words(of: stretch.rows) {
      sourceCounts[Int(source.occurrences.words[index])] = 0
    }
    for index in target.occurrences.words(of: stretch.columns) {
      targetCounts[Int(target.occurrences.words[index])] = 0
      ends[Int(target.occurrences.words[index])] = 0
    }
  }

  /// The sentence pairs of a stretch that share more than chance would have them share.
  private mutating func candidates(
    in stretch: Stretch, _ effort: Effort
  ) -> [Anchors.Candidate] {
    var candidates: [Anchors.Candidate] = []
    var heaviest = Anchors.Heaviest()
    let (height, width) = (Float(stretch.rows.count), Float(stretch.columns.count))
    // A word that each side has once is worth the logarithm of the shorter side: just enough.
    let least = 0.999 * logf(min(height, width))
    for row in Swift.stride(
      from: stretch.rows.lowerBound, to: stretch.rows.upperBound, by: effort.stride)
    {
      var looked = 0
      for index in source.occurrences.wordRange(of: row) {
        let word = source.occurrences.words[index]
        let here = sourceCounts[Int(word)]
        guard here <= effort.mostOccurrences else { continue }
        for match in source.matches.range(of: word) {
          let match = source.matches.matches[match]
          let there = targetCounts[Int(match.word)]
          guard there > 0, there <= effort.mostOccurrences, match.strength >= Self.leastStrength,
            looked + Int(there) <= Self.mostShared
          else { continue }
          let weight = match.strength * logf(1 / max(Float(here) / height, Float(there) / width))
          guard weight > 0 else { continue }
          looked += Int(there)
          let end = Int(ends[Int(match.word)]) - 1
          for place in end - Int(there)..<end {
            let other = Int(places[place])
            if shared[other] == 0 { touched.append(Int32(other)) }
            shared[other] += weight
          }
        }
      }
      let expected =
        stretch.columns.lowerBound
        + (row - stretch.rows.lowerBound) * stretch.columns.count / stretch.rows.count
      heaviest.reset(expected: expected, least: least)
      for other in touched {
        heaviest.insert(other, shared[Int(other)])
        shared[Int(other)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      heaviest.append(to: &candidates, source: row)
    }
    return candidates
  }
}

extension WordOccurrences {
  /// The distinct words of each of a run of sentences, as a range of `words`.
  fileprivate func words(of sentences: Range<Int>) -> Range<Int> {
    guard !sentences.isEmpty else { return 0..<0 }
    return wordRange(of: sentences.lowerBound)
      .lowerBound..<wordRange(
        of: sentences.upperBound - 1
      ).upperBound
  }
}
