public import CotejoAlignment
public import CotejoLexicon
public import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Says whether renderings are faithful to their originals, what is wrong, and where.
///
/// ```swift
/// let checker = try FidelityChecker(source: es, target: en, lexicons: [lexicon])
/// let reports = try checker.reports(of: [RenderedPair("No vendrá.", "He will come.")])
/// for finding in reports[0].findings { print(finding.type.rawValue, finding.message) }
/// ```
///
/// Each check looks at one thing and says how strongly it suspects a fault; the calibration turns
/// that into a probability for each type. The score is the probability that none of them is right,
/// each weighed by its severity, and that there is none that no check sees.
public struct FidelityChecker: Sendable {
  /// The least probability of a finding that editors are served with.
  public static let defaultMinimumProbability = 0.5
  /// What names no place must be surer: nobody can look it up.
  public static let defaultMinimumProbabilityWithoutPlace = 0.8
  /// Less likely suspicions are not told, not even as notes.
  private static let leastNote = 0.2
  /// What a rendering that does not read as its language does takes off the score at the most.
  private static let fluencyWeight = 0.2
  /// Serious faults that no check sees, for each word of the original between so many and so many.
  ///
  /// Long renderings have more of them. One in 200 words is a choice, not measured; what short ones
  /// have is in how they read.
  private static let unseenFaults: (rate: Float, words: ClosedRange<Int>) = (0.005, 14...60)
  /// Suspicions as likely as this are doubtful: an encoder may be asked.
  private static let doubtful = 0.1...0.9
  /// Pairs whose words are looked up together, and the bytes that they may have.
  ///
  /// The more, the fewer words are looked up again; what is known of a word takes about as much room as
  /// a short sentence.
  private static let batch = (pairs: 4096, bytes: 2 << 20)

  private var resources: FidelityResources
  private let checks: [any FidelityCheck]

  /// What is told, and from which probability on.
  public var options: FidelityOptions

  /// Lexicons from the language of the originals to that of the renderings, the best first.
  public var lexicons: [Lexicon] {
    get { resources.lexicons }
    set { resources.lexicons = newValue }
  }

  /// A hash of the languages, of all data files and of the checksum of the model of languages, as 64
  /// hexadecimal digits.
  ///
  /// With the checksums of the lexicons and the options it tells whether two checkers of
  /// one version of the program say the same.
  /// - Complexity: O(*n*) for *n* bytes of data.
  public var fingerprint: String {
    var hash = SHA256()
    let languages = "\(resources.languages.source) \(resources.languages.target)"
    hash.update("\(languages.utf8.count):\(languages)".utf8Span.span)
    for (name, bytes) in resources.files {
      hash.update("\(name) \(bytes.count):".utf8Span.span)
      hash.update(bytes.span)
    }
    return hash.finish().description
  }

  /// Makes a checker for a language pair.
  ///
  /// - Parameters:
  ///   - source: the language of the originals.
  ///   - target: the language of the renderings.
  ///   - lexicons: lexicons from `source` to `target`, the best first.
  ///   - languageData: a folder with language data in place of those that come with the program.
  ///   - options: which findings are told.
  ///   - languageModel: what tells languages apart, if it is opened already; else the model that comes
  ///     with the program is.
  /// - Throws: `languageData`.
  public init(
    source: LanguageTag, target: LanguageTag, lexicons: [Lexicon], languageData: String? = nil,
    options: FidelityOptions = .newsroom, languageModel: LanguageModel? = nil
  ) throws(FidelityError) {
    self.options = options
    resources = try FidelityResources(
      source: source, target: target, lexicons: lexicons, languageData: languageData,
      calibration: try Calibration.shipped("calibration.txt"),
      contrast: try Calibration.shipped("contrast.txt"), languageModel: languageModel)
    checks = [
      ValueCheck(), CoverageCheck(), MeaningCheck(), PolarityCheck(), ModalityCheck(),
      CertaintyCheck(), QuantifierCheck(), ComparisonCheck(), TenseCheck(), OppositeCheck(),
      FalseFriendCheck(), RegionalCheck(), UntranslatedCheck(), NameCheck(), QuotationMarkCheck(),
      SentenceKindCheck(), WordOrderCheck(), GenderCheck(), PersonCheck(), RolesCheck(),
      SpliceCheck(), FluencyCheck(),
    ]
  }

  /// Checks pairs, in their order.
  ///
  /// A pair's report does not depend on the others.
  ///
  /// - Throws: `invalidText` for a text that is not valid UTF-8; `icu`.
  public func reports(of pairs: [RenderedPair]) throws(FidelityError) -> [FidelityReport] {
    var reports: [FidelityReport] = []
    reports.reserveCapacity(pairs.count)
    try forEachPair(of: pairs) { _, pair in
      reports.append(report(on: draft(of: pair), differences: []))
    }
    return reports
  }

  /// How likely it is that a rendering has no fault that the checks cannot see.
  private static func unseen(_ pair: CheckedPair) -> Double {
    let words = unseenFaults.words
    let count = min(words.upperBound, max(words.lowerBound, pair.source.words.count))
    return Double(expf(-unseenFaults.rate * Float(count - words.lowerBound)))
  }

  /// Checks pairs as far as that goes without a sentence encoder, in their order, and says what texts
  /// an encoder should be asked for.
  ///
  /// - Throws: `invalidText` for a text that is not valid UTF-8; `icu`.
  public func drafts(of pairs: [RenderedPair]) throws(FidelityError) -> [FidelityDraft] {
    var drafts: [FidelityDraft] = []
    drafts.reserveCapacity(pairs.count)
    try forEachPair(of: pairs) { texts, pair in
      var draft = draft(of: pair)
      addContrasts(to: &draft, of: texts, pair)
      drafts.append(draft)
    }
    return drafts
  }

  /// Makes the report on a pair of what the checks say and what an encoder's vectors say to that.
  ///
  /// - Parameters:
  ///   - draft: what ``drafts(of:)`` made of the pair.
  ///   - vectors: the vectors of the draft's texts, all by one encoder, and others.
  ///   - first: the place of the first of the draft's texts among them.
  /// - Returns: the report, in which what was asked about is as likely as checks and encoder together
  ///   have it.
  public func report(
    on draft: FidelityDraft, vectors: SentenceVectors, from first: Int
  ) -> FidelityReport {
    report(on: draft, differences: draft.differences(vectors, from: first))
  }

  /// Gives each pair with its words linked, batch by batch.
  private func forEachPair(
    of pairs: [RenderedPair], _ body: (RenderedPair, CheckedPair) -> Void
  ) throws(FidelityError) {
    var start = 0
    while start < pairs.count {
      var end = start
      var bytes = 0
      while end < pairs.count, end - start < Self.batch.pairs, bytes < Self.batch.bytes {
        bytes += pairs[end].source.count + pairs[end].target.count
        end += 1
      }
      var batch = try PairBatch(pairs[start..<end], resources)
      for index in start..<end { body(pairs[index], batch.pair(index - start)) }
      start = end
    }
  }

  /// What the checks say of a pair.
  private func draft(of pair: CheckedPair) -> FidelityDraft {
    var draft = FidelityDraft()
    guard pair.isComparable else {
      let isEmpty = [pair.source, pair.target].map { $0.words.isEmpty && !$0.isTooLong }
      if isEmpty[0] != isEmpty[1] { draft.blindScore = 0 }
      draft.outcomes = checks.map { ($0.name, .cannotTell) }
      return draft
    }
    var suspicions: [Suspicion] = []
    draft.outcomes = checks.map { ($0.name, $0.examine(pair, &suspicions)) }
    draft.suspicions = suspicions
    draft.unseenScore = Self.unseen(pair)
    return draft
  }

  /// Adds the texts in which each doubtful suspicion is undone.
  private func addContrasts(
    to draft: inout FidelityDraft, of texts: RenderedPair, _ pair: CheckedPair
  ) {
    for (number, suspicion) in (draft.suspicions ?? []).enumerated()
    where suspicion.severity > .note && resources.contrast.has(suspicion.type) {
      let probability = Calibration.probability(
        ofLogOdds: resources.calibration.logOdds(of: suspicion.type, suspicion.features))
      guard Self.doubtful.contains(probability) else { continue }
      for undone in Counterfactual.undoing(suspicion, in: pair) {
        if draft.texts.isEmpty { draft.texts = [texts.source, texts.target] }
        var contrast = FidelityDraft.Contrast(suspicion: number, source: 0, target: 1)
        if let source = undone.source {
          contrast.source = draft.texts.count
          draft.texts.append(source)
        }
        if let target = undone.target {
          contrast.target = draft.texts.count
          draft.texts.append(target)
        }
        draft.contrasts.append(contrast)
      }
    }
  }

  private func report(on draft: FidelityDraft, differences: [Float?]) -> FidelityReport {
    guard let suspicions = draft.suspicions else {
      return FidelityReport(
        verdict: .cannotTell, score: draft.blindScore, findings: [], outcomes: draft.outcomes,
        evidence: [])
    }
    var findings: [Finding] = []
    // Of suspicions of one type the likeliest counts: they often rest on the same words.
    var faults: [(type: FindingType, weight: Double)] = []
    for (number, suspicion) in suspicions.enumerated() {
      let isNote = suspicion.severity == .note
      var logOdds =
        isNote ? nil : resources.calibration.logOdds(of: suspicion.type, suspicion.features)
      if let known = logOdds, number < differences.count, let difference = differences[number] {
        logOdds = resources.contrast.logOdds(of: suspicion.type, [known, difference])
      }
      let probability = Calibration.probability(ofLogOdds: logOdds)
      let isFluency = suspicion.type == .fluency
      let weight = probability * (isFluency ? Self.fluencyWeight : suspicion.severity.weight)
      if let known = faults.firstIndex(where: { $0.type == suspicion.type }) {
        faults[known].weight = max(faults[known].weight, weight)
      } else {
        faults.append((suspicion.type, weight))
      }
      if isFluency { continue }
      let minimum = options.minimumProbability(
        of: suspicion.type, hasPlace: suspicion.source != nil || suspicion.target != nil)
      let isLikely = probability >= minimum
      guard isNote || isLikely || probability >= Self.leastNote,
        options.tellsNotes || (isLikely && !isNote), !options.untoldTypes.contains(suspicion.type)
      else { continue }
      findings.append(
        Finding(
          type: suspicion.type, severity: isLikely ? suspicion.severity : .note,
          probability: probability, source: suspicion.source, target: suspicion.target,
          message: suspicion.message))
    }
    // In the order of the types: a product of floating-point numbers depends on its order.
    var score = draft.unseenScore
    for type in FindingType.allCases {
      for fault in faults where fault.type == type { score *= 1 - fault.weight }
    }
    findings.sort {
      ($1.severity, $0.target?.lower ?? -1, $0.source?.lower ?? -1)
        < ($0.severity, $1.target?.lower ?? -1, $1.source?.lower ?? -1)
    }
    let isAltered = findings.contains { $0.severity > .note }
    // Without word lists or a lexicon there may have been nothing that could be looked at but which
    // language the words are of, and that alone makes no rendering faithful.
    let isChecked = draft.outcomes.contains { name, outcome in
      outcome == .checked && name != UntranslatedCheck.name
    }
    guard isAltered || isChecked else {
      return FidelityReport(
        verdict: .cannotTell, score: 0.5, findings: findings, outcomes: draft.outcomes,
        evidence: [])
    }
    return FidelityReport(
      verdict: isAltered ? .altered : .faithful, score: score, findings: findings,
      outcomes: draft.outcomes,
      evidence: suspicions.enumerated().map { number, suspicion in
        FidelityReport.Evidence(
          type: suspicion.type, severity: suspicion.severity, features: suspicion.features,
          difference: number < differences.count ? differences[number] : nil)
      })
  }
}

extension Severity {
  /// What a fault takes off the score.
  fileprivate var weight: Double {
    switch self {
    case .note: 0
    case .minor: 0.5
    case .major, .critical: 1
    }
  }
}
