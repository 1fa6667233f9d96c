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

  /// The best path for a quotation through passages, which must be in order.
  ///
  /// - Parameters:
  ///   - quotation: the quotation.
  ///   - passages: where to look.
  ///   - excluded: places that the path must not touch.
  /// - Returns: the path; one without links where nothing in the passages renders anything.
  mutating func path(
    for quotation: QuotationWords, through passages: [Range<Int>],
    excluding excluded: [Range<Int>] = []
  ) -> Path {
    let candidates = candidates(for: quotation, in: passages, excluding: excluded)
    guard !candidates.isEmpty else { return Path() }
    return search(quotation, candidates, passages)
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
    for quotation: QuotationWords, in passages: [Range<Int>], excluding excluded: [Range<Int>]
  ) -> Candidates {
    wanted.removeAll(keepingCapacity: true)
    var touched: [Int32] = []
    for index in 0..<quotation.count where !quotation.isInserted[index] {
      let word = quotation.sequence.words[index]
      for entry in evidence.matches.range(of: word) {
        let match = evidence.matches.matches[entry]
        if firstWanted[Int(match.word)] < 0 { touched.append(match.word) }
        wanted.append(
          (Int32(index), evidence.worth(of: match, for: word), firstWanted[Int(match.word)]))
        firstWanted[Int(match.word)] = Int32(wanted.count - 1)
      }
    }
    var lists = [[(position: Int32, worth: Float)]](repeating: [], count: quotation.count)
    var position: Int32 = 0
    for passage in passages {
      for place in passage {
        if excluded.contains(where: { $0.contains(place) }) {
          position += 1
          continue
        }
        var entry = firstWanted[Int(source.sequence.words[place])]
        while entry >= 0 {
          let (word, worth, next) = wanted[Int(entry)]
          lists[Int(word)].append((position, worth))
          entry = next
        }
        position += 1
      }
    }
    for word in touched { firstWanted[Int(word)] = -1 }
    var candidates = Candidates()
    for list in lists {
      candidates.links.append(contentsOf: list)
      candidates.ends.append(candidates.links.count)
    }
    return candidates
  }

  private func search(
    _ quotation: QuotationWords, _ candidates: Candidates, _ passages: [Range<Int>]
  ) -> Path {
    // The passages one after another on a line of positions.
    var passageOf: [Int32] = []
    var placeOf: [Int32] = []
    var bounds: [Range<Int>] = []
    for (number, passage) in passages.enumerated() {
      bounds.append(placeOf.count..<(placeOf.count + passage.count))
      for place in passage {
        passageOf.append(Int32(number))
        placeOf.append(Int32(place))
      }
    }
    let none = -Float.infinity
    var passed: [Float] = [0]
    for place in placeOf {
      let weight = evidence.sourceWeights[Int(source.sequence.words[Int(place)])]
      passed.append(passed[passed.count - 1] + Cost.passed + Cost.passedNat * weight)
    }
    // The best score of a path whose last link is at a position, and that link.
    var best = [Float](repeating: none, count: placeOf.count)
    var last = [Int32](repeating: -1, count: placeOf.count)
    var bestOfPassage = [(score: Float, record: Int32)](
      repeating: (none, -1), count: passages.count)
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
        let passage = Int(passageOf[here])
        var score: Float = 0
        var previous: Int32 = -1
        func offer(_ other: Float, _ record: Int32) {
          if other > score { (score, previous) = (other, record) }
        }
        offer(bestOfPassage[passage].score - jump, bestOfPassage[passage].record)
        offer(bestOfAll.score - leap, bestOfAll.record)
        let lower = max(bounds[passage].lowerBound, here - Self.reach.forth)
        let upper = min(bounds[passage].upperBound, here + Self.reach.back + 1)
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
            link: Link(word: word, place: Int(placeOf[here]), worth: worth),
            previous: previous, score: score + worth))
      }
      // Only now: a word is linked once.
      for (offset, index) in candidates.range(of: word).enumerated() {
        let record = Int32(first + offset)
        let score = records[Int(record)].score
        let here = Int(candidates.links[index].position)
        if score > best[here] { (best[here], last[here]) = (score, record) }
        let passage = Int(passageOf[here])
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
