internal import CotejoLexicon
internal import CotejoText

/// Whether *I*, *we*, *you* and *they* of the rendering are those of the original.
///
/// Spanish tells persons by pronouns and by the endings of verbs, some of which are of several: *su*
/// and *se* may be anybody's. What counts is a person that the rendering names and the original cannot
/// mean, the more so where the original names one that the rendering lacks.
struct PersonCheck: FidelityCheck {
  let name = "person"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// The original names a person that the rendering lacks, and the rendering one that the original
    /// cannot mean.
    static let exchanged: Float = 1.2
    /// The same, and the words stand for one another.
    static let linked: Float = 1.5
    /// Only one of these: free renderings often are.
    static let added: Float = -3.5
    static let lost: Float = -3.5
    /// *You* for anybody, and *we* for *one*, are common.
    static let anybody: Float = -1.2
    /// More words for the person that is lost, each.
    static let more: Float = 0.3
  }

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.batch.tellsPerson else { return .cannotTell }
    let source = PersonCues(pair.source)
    let target = PersonCues(pair.target)
    if source.sure.isEmpty && target.sure.isEmpty { return .notApplicable }
    let added = target.sure.filter { !source.possible.contains($0.person) }
    let lost = source.sure.filter { !target.possible.contains($0.person) }
    guard let first = added.first ?? lost.first else { return .checked }
    var evidence: Float
    if let new = added.first, let old = lost.first {
      evidence = Weight.exchanged + Weight.more * Float(min(added.count, lost.count) - 1)
      if isNear(new.word, old.word, in: pair) { evidence += Weight.linked }
    } else {
      evidence = added.isEmpty ? Weight.lost : Weight.added
    }
    if added.contains(where: { $0.person == .you }) { evidence += Weight.anybody }
    suspicions.append(
      Suspicion(
        type: .person, severity: .critical, evidence: evidence,
        source: lost.first.map { pair.source.words[$0.word].span },
        target: added.first.map { pair.target.words[$0.word].span },
        message: message(added.first?.person, lost.first?.person, first.person)))
    return .checked
  }

  /// Whether a word of the rendering stands where a word of the original is rendered, so that both are
  /// of one clause.
  private func isNear(_ target: Int, _ source: Int, in pair: CheckedPair) -> Bool {
    let place = pair.place(of: source..<source + 1, on: .source)
    return place.lowerBound - 3 <= target && target <= place.upperBound + 2
  }

  private func message(
    _ added: PersonSet?, _ lost: PersonSet?, _ first: PersonSet
  ) -> String {
    func name(_ person: PersonSet) -> String {
      PersonSet.named.first { $0.person == person }?.name ?? ""
    }
    if let added, let lost { return "'\(name(lost))' became '\(name(added))'" }
    return added != nil
      ? "the original does not speak of '\(name(first))'" : "'\(name(first))' is not rendered"
  }
}
