internal import CotejoText

/// Says who speaks the quotations of an article, and finds what it reports without marks.
///
/// Each quotation is attributed in its own sentence first (`QuotationAttribution`); pieces without a
/// cue take over the speaker of what was said before them. Mentions are then resolved in the order of
/// the text (`SpeakerResolver`).
struct Attributor {
  private let words: ArticleWords
  private let frame: Frame
  private let subjects: SubjectFinder
  private let direct: [Quotation]

  /// How many quotations apart the pieces of an utterance may stand.
  private static let reach = 20

  /// Something said, with what is known of its speaker.
  private struct Said {
    var quotation: Quotation
    /// The words of the quotation.
    var words: Range<Int>
    var attribution: Attribution?
  }

  /// Opens an attributor.
  ///
  /// - Parameters:
  ///   - direct: the direct quotations of the article in order, none overlapping another.
  ///   - words: the article's words.
  init(direct: [Quotation], words: ArticleWords) {
    self.words = words
    self.direct = direct
    frame = Frame(words, direct: direct)
    subjects = SubjectFinder(frame: frame)
  }

  /// The quotations with cues and speakers, and with those of indirect and mixed speech, in order.
  func attributed() -> [Quotation] {
    var said = attributedDirect()
    let clauses = IndirectSpeechFinder(subjects: subjects).clauses(
      taken: Set(
        said.compactMap { $0.quotation.isFragment ? nil : $0.attribution?.cue?.lowerBound }))
    let firstFree = (direct.map(\.utterance).max() ?? -1) + 1
    for (number, clause) in clauses.enumerated() {
      let holdsFragment = clause.words.contains { frame.isSpoken($0) }
      said.append(
        Said(
          quotation: Quotation(
            span: words.span(clause.words), kind: holdsFragment ? .mixed : .indirect,
            utterance: firstFree + Int32(number)),
          words: clause.words, attribution: clause.attribution))
    }
    said.sort {
      let (left, right) = ($0.quotation.span, $1.quotation.span)
      return left.lower != right.lower ? left.lower < right.lower : left.upper > right.upper
    }
    share(&said)
    resolve(&said)
    renumber(&said)
    return said.map(\.quotation)
  }

  /// The direct quotations with what their sentences say of the speaker.
  private func attributedDirect() -> [Said] {
    let finder = QuotationAttribution(subjects: subjects)
    return direct.compactMap { quotation in
      let lower = words.index(from: quotation.span.lower)
      let upper = words.index(from: quotation.span.upper)
      guard lower < upper else { return Said(quotation: quotation, words: lower..<lower) }
      return Said(
        quotation: quotation, words: lower..<upper,
        attribution: finder.attribution(of: lower..<upper, isFragment: quotation.isFragment))
    }
  }

  /// Gives pieces without a cue the speaker of their utterance or of what was said before them.
  private func share(_ said: inout [Said]) {
    var lead = LeadingSentence()
    for index in said.indices where said[index].attribution?.mention == nil {
      guard said[index].quotation.kind == .direct, !said[index].words.isEmpty else { continue }
      let own = said[index].attribution
      var source: Attribution?
      let utterance = said[index].quotation.utterance
      let isSame = { (other: Said) in
        other.quotation.utterance == utterance && other.attribution?.mention != nil
      }
      source =
        said[max(0, index - Self.reach)..<index].last(where: isSame)?.attribution
        ?? said[(index + 1)...].prefix(Self.reach).first(where: isSame)?.attribution
        ?? earlier(than: index, in: said, &lead)
        ?? later(than: index, in: said)
      guard let source else { continue }
      said[index].attribution = Attribution(cue: own?.cue ?? source.cue, mention: source.mention)
      said[index].quotation.isCarriedOver = true
    }
  }

  /// The attribution of what was said before in the same paragraph.
  private func earlier(
    than index: Int, in said: [Said], _ lead: inout LeadingSentence
  ) -> Attribution? {
    let words = said[index].words
    let paragraph = self.words[words.lowerBound].paragraph
    let isFragment = said[index].quotation.isFragment
    for other in said[..<index].suffix(Self.reach).reversed() where !other.words.isEmpty {
      guard self.words[other.words.lowerBound].paragraph == paragraph else { break }
      guard other.words.upperBound <= words.lowerBound || other.words.overlaps(words),
        let attribution = other.attribution, attribution.mention != nil
      else { continue }
      if isFragment, said[index].attribution == nil,
        frame.sentenceNumber(of: other.words.lowerBound)
          != frame.sentenceNumber(of: words.lowerBound)
      {
        return nil
      }
      return attribution
    }
    // A fragment without a cue is rather a term than what that speaker said.
    if isFragment, said[index].attribution == nil { return nil }
    return sentenceBefore(words.lowerBound, &lead)
  }

  /// Who speaks in a sentence of the frame, kept for all quotations of the next one.
  private struct LeadingSentence {
    var number = -1
    var attribution: Attribution?
  }

  /// Who speaks in the sentence before, as *As X told the paper, …*, in the same paragraph.
  private func sentenceBefore(_ index: Int, _ lead: inout LeadingSentence) -> Attribution? {
    let number = frame.sentenceNumber(of: index) - 1
    guard number >= 0 else { return nil }
    let sentence = frame.sentences[number]
    guard words[sentence.lowerBound].paragraph == words[index].paragraph else { return nil }
    if lead.number != number {
      lead = LeadingSentence(number: number, attribution: lastAttribution(in: sentence))
    }
    return lead.attribution
  }

  /// The last cue of a sentence that has a subject.
  private func lastAttribution(in sentence: Range<Int>) -> Attribution? {
    for cue in CueFinder(words: words).cues(in: sentence).reversed()
    where !frame.isSpoken(cue.words.lowerBound)
      && !cue.classes.isDisjoint(with: [.reportingVerb, .sourcePhrase])
    {
      guard let mention = subjects.subject(of: cue, isBehindQuotation: false) else { continue }
      return Attribution(cue: cue.words, mention: mention)
    }
    return nil
  }

  /// The attribution behind the next quotation, where nothing stands between the two.
  ///
  /// As in `“A.” “B,” she said.`
  private func later(than index: Int, in said: [Said]) -> Attribution? {
    guard index + 1 < said.count, said[index + 1].quotation.kind == .direct,
      !said[index + 1].words.isEmpty
    else { return nil }
    let between = said[index].words.upperBound..<said[index + 1].words.lowerBound
    guard !between.contains(where: { words[$0].isWord }), between.count < 5,
      words[said[index].words.lowerBound].paragraph
        == words[said[index + 1].words.lowerBound].paragraph
    else { return nil }
    return said[index + 1].attribution
  }

  /// Turns the words of cues and mentions into bytes and names.
  private func resolve(_ said: inout [Said]) {
    var resolver = SpeakerResolver(frame: frame)
    // By the place of the mention: a quotation may come before who speaks it.
    let order = said.indices.sorted {
      let left = said[$0].attribution?.mention?.lowerBound ?? said[$0].words.lowerBound
      let right = said[$1].attribution?.mention?.lowerBound ?? said[$1].words.lowerBound
      return (left, $0) < (right, $1)
    }
    var names: [Range<Int>: String?] = [:]
    for index in order {
      guard let attribution = said[index].attribution else { continue }
      said[index].quotation.cue = attribution.cue.map(words.span)
      guard let mention = attribution.mention else { continue }
      let name: String?
      if let known = names[mention] {
        name = known
      } else {
        name = resolver.name(of: mention)
        names[mention] = .some(name)
      }
      said[index].quotation.speaker = Speaker(mention: words.span(mention), name: name)
    }
  }

  /// Numbers the utterances from 0 in the order of the text.
  private func renumber(_ said: inout [Said]) {
    var numbers: [Int32: Int32] = [:]
    for index in said.indices {
      let old = said[index].quotation.utterance
      let new = numbers[old] ?? Int32(numbers.count)
      numbers[old] = new
      said[index].quotation.utterance = new
    }
  }
}
