/// A check: looks at one thing in a pair and says what seems wrong.
///
/// One check is one file, with one file of tests.
protocol FidelityCheck: Sendable {
  /// The name that reports give it.
  var name: String { get }

  /// Appends what seems wrong with a pair, and says whether there was anything to look at.
  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome
}
