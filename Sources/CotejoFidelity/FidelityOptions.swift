/// What of the findings is told, and from which probability on.
///
/// Scores do not depend on it: they weigh every suspicion.
public struct FidelityOptions: Hashable, Sendable {
  /// From this probability on a suspicion is a finding of its severity; below, at most a note.
  public var minimumProbability: Double
  /// The same for the types of some group, in its place.
  public var minimumProbabilities: [FindingGroup: Double]
  /// The same for what names no place in either text: at least this, whatever the type.
  public var minimumProbabilityWithoutPlace: Double
  /// Whether notes are told: what is worth a look, and what is too unlikely to be a finding.
  public var tellsNotes: Bool
  /// Types that are not told at all, and do not make a rendering altered.
  public var untoldTypes: Set<FindingType>

  /// Chooses what is told.
  public init(
    minimumProbability: Double = FidelityChecker.defaultMinimumProbability,
    minimumProbabilities: [FindingGroup: Double] = [:],
    minimumProbabilityWithoutPlace: Double =
      FidelityChecker.defaultMinimumProbabilityWithoutPlace, tellsNotes: Bool = true,
    untoldTypes: Set<FindingType> = []
  ) {
    self.minimumProbability = minimumProbability
    self.minimumProbabilities = minimumProbabilities
    self.minimumProbabilityWithoutPlace = minimumProbabilityWithoutPlace
    self.tellsNotes = tellsNotes
    self.untoldTypes = untoldTypes
  }

  /// For those who read each finding: all types, and notes too.
  public static let newsroom = Self()

  /// For those who choose among many pairs: no notes, and coverage only where it is rather certain.
  ///
  /// Translators drop and add words that nobody misses. The 0.8 is a choice, not measured.
  public static let corpus = Self(minimumProbabilities: [.coverage: 0.8], tellsNotes: false)

  /// From which probability on a suspicion of a type is a finding.
  public func minimumProbability(of type: FindingType, hasPlace: Bool = true) -> Double {
    max(
      minimumProbabilities[type.group] ?? minimumProbability,
      hasPlace ? 0 : minimumProbabilityWithoutPlace)
  }
}

/// Types of findings that go together.
public enum FindingGroup: String, CaseIterable, Hashable, Sendable {
  /// What is missing and what is there too much.
  case coverage
  /// Numbers, measures, dates.
  case values
  /// Whether something is so, may be so, was so: polarity, modality, tense and the like.
  case assertion
  /// Who: names, persons.
  case participants
  /// Single words, marks, and the whole.
  case wording
}

extension FindingType {
  /// The group that a type belongs to.
  public var group: FindingGroup {
    switch self {
    case .omission, .markedOmission, .truncation, .splice, .addition, .markedAddition: .coverage
    case .number, .missingNumber, .percentage, .currency, .unit, .date, .missingDate: .values
    case .qualifier, .polarity, .modality, .certainty, .quantifier, .comparison, .tense,
      .sentenceKind:
      .assertion
    case .name, .missingName, .roles, .gender, .person: .participants
    case .untranslated, .opposite, .falseFriend, .regional, .quotationMarks, .wordOrder, .fluency,
      .meaning:
      .wording
    }
  }
}
