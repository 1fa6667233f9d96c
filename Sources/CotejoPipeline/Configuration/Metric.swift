/// A figure of a run that a gate can set bounds for.
public enum Metric: String, CaseIterable, Sendable {
  /// Share of the source sentences that stand in beads with both sides, 0 to 1.
  case coverageOfSource = "align.coverage.source"
  /// Share of the target sentences that stand in beads with both sides, 0 to 1.
  case coverageOfTarget = "align.coverage.target"
  /// Mean score of the beads with both sides, 0 to 1.
  case meanScore = "align.score.mean"
  /// Direct quotations that were found in the renderings.
  case directQuotations = "quotes.direct"
  /// Indirect quotations, and mixed ones, that were found in the renderings.
  case indirectQuotations = "quotes.indirect"
  /// Quotations whose source words were found.
  case tracedQuotations = "trace.found"
  /// Quotations that were not spoken in the transcripts' language, or by nobody who speaks there.
  case quotationsFromElsewhere = "trace.elsewhere"
  /// Share of the traced quotations, those from elsewhere aside, whose source words were found, 0 to
  /// 1.
  case tracedShare = "trace.share"
  /// Pairs whose rendering was checked, also those that later stages reject.
  case checkedPairs = "check.pairs"
  /// Checked pairs whose rendering says something else.
  case alteredPairs = "check.altered"
  /// Checked pairs that have too little to go by.
  case undecidedPairs = "check.cannotTell"
  /// Mean probability, 0 to 1, that a rendering is faithful, over the pairs that could be told.
  case meanFidelity = "check.score"
  /// Critical findings in checked pairs.
  case criticalFindings = "check.critical"
  /// Major findings in checked pairs.
  case majorFindings = "check.major"
  /// Minor findings in checked pairs.
  case minorFindings = "check.minor"
  /// Share of the beads that the filters kept, 0 to 1.
  case filterKept = "filter.kept"
  /// Share of the beads that deduplication kept, 0 to 1.
  case deduplicateKept = "deduplicate.kept"
  /// Beads that reached the exports.
  case exportedUnits = "export.units"
  /// Document pairs that were found.
  case documents = "documents.total"
  /// Document pairs that went to quarantine.
  case failedDocuments = "documents.failed"
  /// Transcripts that could not be read.
  case failedTranscripts = "transcripts.failed"
  /// Documents without a partner.
  case unpairedDocuments = "documents.unpaired"

  /// The stage that the figure comes from; `nil` where every run has it.
  var stage: String? {
    switch self {
    case .coverageOfSource, .coverageOfTarget, .meanScore: "align"
    case .directQuotations, .indirectQuotations: "quotes"
    case .tracedQuotations, .quotationsFromElsewhere, .tracedShare: "trace"
    case .checkedPairs, .alteredPairs, .undecidedPairs, .meanFidelity, .criticalFindings,
      .majorFindings, .minorFindings:
      "check"
    case .filterKept: "filter"
    case .deduplicateKept: "deduplicate"
    case .exportedUnits: "export"
    case .documents, .failedDocuments, .failedTranscripts, .unpairedDocuments: nil
    }
  }

  /// All metrics with their meanings, for people.
  public static var listing: [String] { allCases.map { "\($0.rawValue): \($0.summary)" } }

  /// One line for people: what is counted, or the mean or share of what.
  public var summary: String {
    switch self {
    case .coverageOfSource: "share of the source sentences that stand in beads with both sides"
    case .coverageOfTarget: "share of the target sentences that stand in beads with both sides"
    case .meanScore: "mean score of the beads with both sides"
    case .directQuotations: "direct quotations found in the renderings"
    case .indirectQuotations: "indirect and mixed quotations found in the renderings"
    case .tracedQuotations: "quotations whose source words were found"
    case .quotationsFromElsewhere: "quotations not spoken in the transcripts' language"
    case .tracedShare: "share of the traced quotations, those from elsewhere aside, that were found"
    case .checkedPairs: "pairs whose rendering was checked"
    case .alteredPairs: "checked pairs whose rendering says something else"
    case .undecidedPairs: "checked pairs that have too little to go by"
    case .meanFidelity: "mean probability that a rendering is faithful, where it could be told"
    case .criticalFindings: "critical findings in checked pairs"
    case .majorFindings: "major findings in checked pairs"
    case .minorFindings: "minor findings in checked pairs"
    case .filterKept: "share of the beads that the filters kept"
    case .deduplicateKept: "share of the beads that deduplication kept"
    case .exportedUnits: "beads that reached the exports"
    case .documents: "pairs of documents that were found"
    case .failedDocuments: "pairs of documents that went to quarantine"
    case .failedTranscripts: "transcripts that could not be read"
    case .unpairedDocuments: "documents without a partner"
    }
  }
}

/// Bounds for a metric; a run whose figure lies outside fails.
public struct Gate: Sendable {
  /// The figure.
  public var metric: Metric
  /// The least that is fine.
  public var minimum: Double?
  /// The most that is fine.
  public var maximum: Double?
}
