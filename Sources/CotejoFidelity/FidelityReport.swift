/// What was found out about one pair.
public struct FidelityReport: Hashable, Sendable {
  /// Whether a rendering says what its original says.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Nothing was found against it.
    case faithful
    /// It says something else.
    case altered
    /// There is too little to go by: a side is empty, or its words are unknown.
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

  /// What the pair comes to.
  public var verdict: Verdict
  /// How likely the rendering is faithful, from 0 to 1.
  public var score: Double
  /// What is wrong, the gravest first; of the same gravity, in the order of the rendering.
  public var findings: [Finding]
  /// What came of each check, by its name, in the order of the checks.
  public var outcomes: [(check: String, outcome: Outcome)]

  /// Makes a report.
  public init(
    verdict: Verdict, score: Double, findings: [Finding],
    outcomes: [(check: String, outcome: Outcome)]
  ) {
    self.verdict = verdict
    self.score = score
    self.findings = findings
    self.outcomes = outcomes
  }

  public static func == (left: FidelityReport, right: FidelityReport) -> Bool {
    left.verdict == right.verdict && left.score == right.score && left.findings == right.findings
      && left.outcomes.elementsEqual(right.outcomes, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(score)
    hasher.combine(findings)
  }
}
