public import CotejoLexicon
public import CotejoText

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
/// each weighed by its severity.
public struct FidelityChecker: Sendable {
  /// The least probability of a finding that editors are served with.
  public static let defaultMinimumProbability = 0.5
  /// What names no place must be surer: nobody can look it up.
  public static let defaultMinimumProbabilityWithoutPlace = 0.8
  /// Less likely suspicions are not told, not even as notes.
  private static let leastNote = 0.2
  /// Pairs whose words are looked up together, and bytes of them, so that long ones do not fill the
  /// memory; one pair is a batch at least.
  private static let batchSize = (pairs: 512, bytes: 1 << 22)

  private var resources: FidelityResources
  private let checks: [any FidelityCheck]

  /// What is told, and from which probability on.
  public var options: FidelityOptions

  /// Lexicons from the language of the originals to that of the renderings, the best first.
  public var lexicons: [Lexicon] {
    get { resources.lexicons }
    set { resources.lexicons = newValue }
  }

  /// A hash of the languages and of all data files, as 64 hexadecimal digits.
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
  /// - Throws: `languageData`.
  public init(
    source: LanguageTag, target: LanguageTag, lexicons: [Lexicon], languageData: String? = nil,
    options: FidelityOptions = .newsroom
  ) throws(FidelityError) {
    self.options = options
    resources = try FidelityResources(
      source: source, target: target, lexicons: lexicons, languageData: languageData,
      calibration: try Calibration.shipped())
    checks = [
      ValueCheck(), CoverageCheck(), MeaningCheck(), PolarityCheck(), ModalityCheck(),
      CertaintyCheck(), QuantifierCheck(), ComparisonCheck(), TenseCheck(), OppositeCheck(),
      FalseFriendCheck(), RegionalCheck(), UntranslatedCheck(), NameCheck(), QuotationMarkCheck(),
      SentenceKindCheck(), WordOrderCheck(), GenderCheck(), PersonCheck(), RolesCheck(),
      SpliceCheck(),
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
    var start = 0
    while start < pairs.count {
      let end = Self.batchEnd(in: pairs, from: start)
      var batch = try PairBatch(pairs[start..<end], resources)
      for index in 0..<(end - start) { reports.append(report(on: batch.pair(index))) }
      start = end
    }
    return reports
  }

  /// Where the batch that begins with a pair ends.
  private static func batchEnd(in pairs: [RenderedPair], from start: Int) -> Int {
    var end = start
    var bytes = 0
    while end < pairs.count, end - start < batchSize.pairs, end == start || bytes < batchSize.bytes
    {
      bytes += pairs[end].source.count + pairs[end].target.count
      end += 1
    }
    return end
  }

  private func report(on pair: CheckedPair) -> FidelityReport {
    guard pair.isComparable else {
      let isEmpty = [pair.source, pair.target].map { $0.words.isEmpty && !$0.isTooLong }
      let isHalfEmpty = isEmpty[0] != isEmpty[1]
      return FidelityReport(
        verdict: .cannotTell, score: isHalfEmpty ? 0 : 0.5,
        findings: [], outcomes: checks.map { ($0.name, .cannotTell) }, evidence: [])
    }
    var suspicions: [Suspicion] = []
    let outcomes = checks.map { ($0.name, $0.examine(pair, &suspicions)) }
    var findings: [Finding] = []
    // Of suspicions of one type the likeliest counts: they often rest on the same words.
    var faults: [FindingType: Double] = [:]
    for suspicion in suspicions {
      let isNote = suspicion.severity == .note
      let probability = isNote ? 0 : resources.calibration.probability(of: suspicion)
      faults[suspicion.type] = max(
        faults[suspicion.type] ?? 0, probability * suspicion.severity.weight)
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
    let score = FindingType.allCases.reduce(1.0) { $0 * (1 - (faults[$1] ?? 0)) }
    findings.sort {
      ($1.severity, $0.target?.lower ?? -1, $0.source?.lower ?? -1)
        < ($0.severity, $1.target?.lower ?? -1, $1.source?.lower ?? -1)
    }
    let isAltered = findings.contains { $0.severity > .note }
    // Without word lists or a lexicon there may have been nothing that could be looked at.
    guard isAltered || outcomes.contains(where: { $0.1 == .checked }) else {
      return FidelityReport(
        verdict: .cannotTell, score: 0.5, findings: findings, outcomes: outcomes, evidence: [])
    }
    return FidelityReport(
      verdict: isAltered ? .altered : .faithful, score: score, findings: findings,
      outcomes: outcomes,
      evidence: suspicions.map {
        FidelityReport.Evidence(type: $0.type, severity: $0.severity, features: $0.features)
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
