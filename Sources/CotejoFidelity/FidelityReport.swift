/// What was found out about one pair.
public struct FidelityReport: Hashable, Sendable {
  /// Whether a rendering says what its original says.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Nothing was found against it.
    case faithful
    /// It says something else.
    case altered
    /// There is too little or too much to go by: a side is without words, or has more than 4,000 (or
    /// 256,000 bytes), or no check could look at anything for want of word lists and a lexicon.
    case cannotTell = "cannot-tell"
  }

  /// What came of one check.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// There was something to check.
    case checked
    /// The pair has nothing that the check looks at.
    case notApplicable = "not-applicable"
    /// The check lacks what it needs: word lists of a language, a lexicon.
    case cannotTell = "cannot-tell"
  }

  /// What a check suspects, and what speaks for it, before calibration.
  public struct Evidence: Hashable, Sendable {
    /// What kind of fault it would be.
    public var type: FindingType
    /// How much it would matter.
    public var severity: Severity
    /// What speaks for it, as many numbers as every suspicion of this type has.
    public var features: [Float]
    /// How much more alike the two sides are to a sentence encoder, as a cosine, once the fault is
    /// undone; `nil` if none was asked.
    public var difference: Float?
  }

  /// What the pair comes to.
  public var verdict: Verdict
  /// How likely the rendering is faithful, from 0 to 1.
  public var score: Double
  /// What is wrong, the gravest first; of the same gravity, in the order of the rendering.
  public var findings: [Finding]
  /// What came of each check, by its name, in the order of the checks.
  public var outcomes: [(check: String, outcome: Outcome)]
  /// What the checks found, likely or not: what a calibration is fitted to.
  public var evidence: [Evidence]

  /// Makes a report.
  public init(
    verdict: Verdict, score: Double, findings: [Finding],
    outcomes: [(check: String, outcome: Outcome)], evidence: [Evidence]
  ) {
    self.verdict = verdict
    self.score = score
    self.findings = findings
    self.outcomes = outcomes
    self.evidence = evidence
  }

  /// Whether two reports say the same.
  public static func == (left: FidelityReport, right: FidelityReport) -> Bool {
    left.verdict == right.verdict && left.score == right.score && left.findings == right.findings
      && left.evidence == right.evidence && left.outcomes.elementsEqual(right.outcomes, by: ==)
  }

  /// Hashes what tells reports apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(score)
    hasher.combine(findings)
  }
}
