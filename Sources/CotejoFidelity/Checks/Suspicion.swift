internal import CotejoText

/// Something that seems wrong with a pair; the calibration says how likely it is.
struct Suspicion {
  /// What kind of fault it would be.
  var type: FindingType
  /// How much it would matter.
  var severity: Severity
  /// What speaks for it, as numbers that the calibration weighs.
  ///
  /// Every suspicion of a type has as many, in the same order.
  var features: [Float]
  /// The bytes concerned in the original and in the rendering.
  var source: TextSpan?
  var target: TextSpan?
  /// One line for a person.
  var message: String
}

extension Suspicion {
  /// Makes a suspicion for which one number speaks: more is worse.
  ///
  /// Above 0 it may count otherwise than below.
  init(
    type: FindingType, severity: Severity, evidence: Float, source: TextSpan?,
    target: TextSpan?, message: String
  ) {
    self.init(
      type: type, severity: severity, features: [evidence, max(0, evidence)], source: source,
      target: target,
      message: message)
  }
}
