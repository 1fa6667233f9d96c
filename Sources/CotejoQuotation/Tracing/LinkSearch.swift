internal import CotejoAlignment
internal import CotejoLexicon

/// Links the words of a quotation to source words by the best path through the passages.
///
/// The path takes the quotation word by word. Each word is linked to a source word that it may
/// render, or to none. From link to link the path pays for the way it goes in the source: nothing for
/// the next word, little for words passed over or a step back, more for a jump. Words that nothing
/// renders cost nothing, so the score of a path is what its links are worth less what they cost.
///
/// The model is that of the HMM word alignment (Vogel, Ney and Tillmann, "HMM-based word alignment
/// in statistical translation", COLING 1996), with costs in place of trained probabilities and free
/// gaps in the source.
struct LinkSearch {
  /// A quotation word and the source word that it renders.
  struct Link: Hashable {
    /// The index of the word in the quotation.
    var word: Int
    /// The place of the source word in the transcript.
    var place: Int
    /// What the link is worth, in nats.
    var worth: Float
  }

  /// The best path for a quotation.
  struct Path {
    /// What the path is worth, in nats; 0 without links.
    var score: Float = 0
    /// The links in the order of the quotation.
    var links: [Link] = []
  }

  /// What ways in the source cost, in nats.
  ///
  /// Set by trial on the planted quotations that `TraceEvidence` was fitted on; none is critical.
  enum Cost {
    /// To link to the same source word again.
    static let again: Float = 1
    /// A source word passed over that the quotation has no word for, and each nat of what it tells.
    static let passed: Float = 0.15
    static let passedNat: Float = 0.03
    /// A step back, and each word of its length.
    static let back: Float = 0.8
    static let backWord: Float = 0.2
    /// A jump inside a passage, and from one passage to another.
    static let jump: Float = 6
    static let leap: Float = 11
    /// The same where the quotation begins a sentence or marks that something was left out.
    static let pieceJump: Float = 3
    static let pieceLeap: Float = 7
  }

  /// How far back and forth a way is looked at word by word.
  private static let reach = (back: 16, forth: 24)
  /// Links that are weighed for a quotation at the most.
  ///
  /// Words that have more than their share of them stay without a link; a quotation of 800 words has
  /// room for 10,000 a word.
  private static let mostCandidates = 8_000_000

  private struct Record {
    var link: Link
    var previous: Int32
    var score: Float
  }

  private let source: SourceWords
  private let evidence: RenderingEvidence
  /// For each source word, the first of its entries in `wanted`, -1 for none; filled for one quotation
  /// at a time.
  private var firstWanted: [Int32]
  private var wanted: [(word: Int32, worth: Float, next: Int32)] = []

  init(_ source: SourceWords, _ evidence: RenderingEvidence) {
    self.source = source
    self.evidence = evidence
    firstWanted = [Int32](repeating: -1, count: source.vocabulary.count)
  }

  /// The best path for a quotation.
  ///
  /// - Parameters:
  ///   - quotation: the quotation.
  ///   - scopes: where to look for which of its words; the words in order, each in one scope.
  ///   - excluded: places that the path must not touch.
  /// - Returns: the path; one without links where nothing in the passages renders anything.
  mutating func path(
    for quotation: QuotationWords, in scopes: [PassageSearch.Scope],
    excluding excluded: [Range<Int>] = []
  ) -> Path {
    let line = PassageLine(PassageSearch.merged(scopes.flatMap(\.passages)))
    let candidates = candidates(
      for: quotation, in: scopes, on: line, excluding: PassageSearch.merged(excluded))
    guard !candidates.isEmpty else { return Path() }
    return search(quotation, candidates, line)
  }

  private struct Candidates {
    /// The candidates by quotation word: position on the line of passages, and worth.
    var links: [(position: Int32, worth: Float)] = []
    var ends: [Int] = []
    var isEmpty: Bool { links.isEmpty }

    func range(of word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }
  }

  /// The places in the passages that each word may be linked to.
  private mutating func candidates(
    for quotation: QuotationWords, in scopes: [PassageSearch.Scope], on line: PassageLine,
    excluding excluded: [Range<Int>]
  ) -> Candidates {
    var candidates = Candidates()
    // A word that may be linked nearly everywhere tells nothing about where.
    let most = max(1, Self.mostCandidates / max(1, quotation.count))
    for scope in scopes {
      let touched = want(scope.words, of: quotation)
      var lists = [[(position: Int32, worth: Float)]](repeating: [], count: scope.words.count)
      for passage in scope.passages {
        for part in Self.parts(of: passage, without: excluded) {
          let shift = line.position(of: part.lowerBound) - part.lowerBound
          for place in part {
            var entry = firstWanted[Int(source.sequence.words[place])]
            while entry >= 0 {
              let (word, worth, next) = wanted[Int(entry)]
              let list = Int(word) - scope.words.lowerBound
              if lists[list].count <= most { lists[list].append((Int32(place + shift), worth)) }
              entry = next
            }
          }
        }
      }
      for word in touched { firstWanted[Int(word)] = -1 }
      for list in lists {
        if list.count <= most { candidates.links.append(contentsOf: list) }
        candidates.ends.append(candidates.links.count)
      }
    }
    return candidates
  }

  /// Notes which source words may be linked to which words of a quotation; returns those noted.
  private mutating func want(_ words: Range<Int>, of quotation: QuotationWords) -> [Int32] {
    wanted.removeAll(keepingCapacity: true)
    var touched: [Int32] = []
    for index in words where !quotation.isInserted[index] {
      let word = quotation.sequence.words[index]
      for entry in evidence.matches.range(of: word) {
        let match = evidence.matches.matches[entry]
        if firstWanted[Int(match.word)] < 0 { touched.append(match.word) }
        wanted.append(
          (Int32(index), evidence.worth(of: match, for: word), firstWanted[Int(match.word)]))
        firstWanted[Int(match.word)] = Int32(wanted.count - 1)
      }
    }
    return touched
  }

  /// What remains of a passage without places that are in order and do not overlap.
  private static func parts(
    of passage: Range<Int>, without excluded: [Range<Int>]
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = passage.lowerBound
    let first = excluded.partitioned { $0.upperBound <= passage.lowerBound }
    for gap in excluded[first...].prefix(while: { $0.lowerBound < passage.upperBound }) {
      if gap.lowerBound > start { parts.append(start..<gap.lowerBound) }
      start = max(start, gap.upperBound)
    }
    if start < passage.upperBound { parts.append(start..<passage.upperBound) }
    return parts
  }

  private func search(
    _ quotation: QuotationWords, _ candidates: Candidates, _ line: PassageLine
  ) -> Path {
    let none = -Float.infinity
    var passed: [Float] = [0]
    for place in line.places {
      let weight = evidence.sourceWeights[Int(source.sequence.words[Int(place)])]
      passed.append(passed[passed.count - 1] + Cost.passed + Cost.passedNat * weight)
    }
    // The best score of a path whose last link is at a position, and that link.
    var best = [Float](repeating: none, count: line.places.count)
    var last = [Int32](repeating: -1, count: line.places.count)
    var bestOfPassage = [(score: Float, record: Int32)](
      repeating: (none, -1), count: line.bounds.count)
    var bestOfAll: (score: Float, record: Int32) = (none, -1)
    var records: [Record] = []
    for word in 0..<quotation.count {
      let begins =
        quotation.followsEllipsis[word] || quotation.sequence.gaps[word] >= .sentence
      let jump = begins ? Cost.pieceJump : Cost.jump
      let leap = begins ? Cost.pieceLeap : Cost.leap
      let first = records.count
      for index in candidates.range(of: word) {
        let (position, worth) = candidates.links[index]
        let here = Int(position)
        let passage = Int(line.passages[here])
        var score: Float = 0
        var previous: Int32 = -1
        func offer(_ other: Float, _ record: Int32) {
          if other > score { (score, previous) = (other, record) }
        }
        offer(bestOfPassage[passage].score - jump, bestOfPassage[passage].record)
        offer(bestOfAll.score - leap, bestOfAll.record)
        let lower = max(line.bounds[passage].lowerBound, here - Self.reach.forth)
        let upper = min(line.bounds[passage].upperBound, here + Self.reach.back + 1)
        for other in lower..<upper where best[other] > score {
          let step = here - other
          let skipped = word - records[Int(last[other])].link.word - 1
          let cost: Float =
            if step > 0 {
              (passed[here] - passed[other + 1]) * Float(max(0, step - 1 - skipped))
                / Float(max(1, step - 1))
            } else if step == 0 {
              Cost.again
            } else {
              Cost.back + Cost.backWord * Float(-step)
            }
          offer(best[other] - cost, last[other])
        }
        records.append(
          Record(
            link: Link(word: word, place: Int(line.places[here]), worth: worth),
            previous: previous, score: score + worth))
      }
      // Only now: a word is linked once.
      for (offset, index) in candidates.range(of: word).enumerated() {
        let record = Int32(first + offset)
        let score = records[Int(record)].score
        let here = Int(candidates.links[index].position)
        if score > best[here] { (best[here], last[here]) = (score, record) }
        let passage = Int(line.passages[here])
        if score > bestOfPassage[passage].score { bestOfPassage[passage] = (score, record) }
        if score > bestOfAll.score { bestOfAll = (score, record) }
      }
    }
    var path = Path(score: max(0, bestOfAll.score))
    var record = bestOfAll.record
    while record >= 0 {
      path.links.append(records[Int(record)].link)
      record = records[Int(record)].previous
    }
    path.links.reverse()
    return path
  }
}
