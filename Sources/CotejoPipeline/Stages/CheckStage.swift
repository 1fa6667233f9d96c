internal import CotejoFidelity
internal import CotejoFormats
internal import CotejoLexicon
internal import CotejoText

/// Says whether renderings are faithful to their originals, what is wrong with them, and where.
///
/// Each bead with both sides is checked, and keeps what the check came to: sentences that were
/// aligned, or a quotation and the words that it was traced to. A bead with an empty side is an
/// omission or an addition as a whole, and no rendering to be checked.
struct CheckStage: DocumentStage, LexiconStage {
  static let name = "check"
  static let version = 3
  static let summary = "says whether renderings are faithful, what is wrong with them, and where"
  static let reads = Material.beads
  static let writes = Material.beads
  static let changes = [PairPart.checks, .rejections]

  static let minimumProbability = Parameter<Double>.number(
    "minimumProbability", in: 0...1, default: FidelityChecker.defaultMinimumProbability,
    "the probability from which on a suspicion is more than a note")
  static let altered = Parameter<FilterStage.Policy>.choice(
    "altered", default: .keep, "beads whose rendering says something else")

  static let parameters = [
    minimumProbability.declaration, altered.declaration, lexicon.declaration,
  ]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// The lexicons, the language data, the calibration and the model of languages are what it depends
  /// on.
  func dependencies(_ resources: StageResources) -> [String] {
    lexiconFingerprints(resources)
      + [resources.checker(lexiconChoice).fingerprint]
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    var checker = resources.checker(lexiconChoice)
    checker.options.minimumProbability = values[Self.minimumProbability]
    var beads: [(index: Int, source: JoinedPieces, target: JoinedPieces)] = []
    for index in pair.rejections.indices where pair.rejections[index] == nil {
      let (source, target) = (pair.pieces(of: index, .source), pair.pieces(of: index, .target))
      guard !source.isEmpty, !target.isEmpty else { continue }
      beads.append((index, JoinedPieces(source), JoinedPieces(target)))
    }
    let reports: [FidelityReport]
    do {
      reports = try checker.reports(
        of: beads.map {
          RenderedPair(
            source: $0.source.bytes, target: $0.target.bytes, joints: $0.source.joints)
        })
    } catch {
      throw DocumentFault(error, file: pair.pair.target)
    }
    for (bead, report) in zip(beads, reports) {
      let findings = report.findings.map {
        TranslationUnit.PlacedFinding(
          $0, source: bead.source.segments(of: $0.source),
          target: bead.target.segments(of: $0.target))
      }
      pair.note(
        TranslationUnit.Check(verdict: report.verdict, score: report.score, findings: findings),
        of: bead.index)
      if report.verdict == .altered, values[Self.altered] == .drop {
        pair.reject(bead.index, by: id, "altered", findings.first?.message ?? "")
      }
    }
  }
}
