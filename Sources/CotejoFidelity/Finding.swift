public import CotejoText

/// Something that a rendering says otherwise than its original, and where.
public struct Finding: Hashable, Sendable {
  /// What kind of fault it is.
  public var type: FindingType
  /// How much it matters.
  public var severity: Severity
  /// How likely it is a fault, from 0 to 1, as calibrated.
  public var probability: Double
  /// The bytes in the original that are concerned; `nil` if nothing there is.
  public var source: TextSpan?
  /// The bytes in the rendering that are concerned; `nil` if nothing there is.
  public var target: TextSpan?
  /// One line for a person: what is wrong.
  public var message: String

  /// Makes a finding.
  public init(
    type: FindingType, severity: Severity, probability: Double, source: TextSpan?,
    target: TextSpan?, message: String
  ) {
    self.type = type
    self.severity = severity
    self.probability = probability
    self.source = source
    self.target = target
    self.message = message
  }
}

/// How much a finding matters, as in MQM (Multidimensional Quality Metrics, themqm.org), with `note`
/// for what is worth a look and no fault.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Worth a look: nothing is wrong by itself.
  case note
  /// Does not change what is said.
  case minor
  /// Changes what is said.
  case major
  /// Changes what is said so that harm may come of it: a figure, a *not*, a name.
  case critical

  /// Less severe first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .minor: 1
    case .major: 2
    case .critical: 3
    }
  }
}
