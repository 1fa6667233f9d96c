internal import CotejoText

/// Something that seems wrong with a pair; the calibration says how likely it is.
struct Suspicion {
  /// What kind of fault it would be.
  var type: FindingType
  /// How much it would matter.
  var severity: Severity
  /// How strongly the check suspects it, on a scale of its own: more is worse.
  var evidence: Float
  /// The bytes concerned in the original and in the rendering.
  var source: TextSpan?
  var target: TextSpan?
  /// One line for a person.
  var message: String
}
