/// What kind of fault a finding is: a path whose head is a type of MQM (themqm.org).
public enum FindingType: String, CaseIterable, Hashable, Sendable {
  /// Words of the original are not rendered.
  case omission = "accuracy/omission"
  /// Words of the original are left out, and the rendering says so by an ellipsis.
  case markedOmission = "accuracy/omission/marked"
  /// The rendering breaks off before the original does.
  case truncation = "accuracy/omission/truncation"
  /// What stands apart in the original is joined as if said in one breath.
  case splice = "accuracy/omission/splice"
  /// Words of the rendering render nothing.
  case addition = "accuracy/addition"
  /// Words of the rendering render nothing, and brackets say so.
  case markedAddition = "accuracy/addition/marked"
  /// Words of the original stand untranslated, or the rendering as a whole is in another language than
  /// its own.
  case untranslated = "accuracy/untranslated"
  /// A number is another.
  case number = "accuracy/mistranslation/number"
  /// A number is not there, or there is one too many.
  case missingNumber = "accuracy/mistranslation/number/missing"
  /// A share of a hundred became points of it, or the other way round.
  case percentage = "accuracy/mistranslation/percentage"
  /// An amount is in another currency.
  case currency = "accuracy/mistranslation/currency"
  /// A measure is in another unit, and its number does not follow.
  case unit = "accuracy/mistranslation/unit"
  /// A day, month, year or time of day is another.
  case date = "accuracy/mistranslation/date"
  /// A day, month, year or time of day is not there, or there is one too many.
  case missingDate = "accuracy/mistranslation/date/missing"
  /// *At least* became *at most*, or *about* was lost.
  case qualifier = "accuracy/mistranslation/qualifier"
  /// Something is denied that was not, or the other way round.
  case polarity = "accuracy/mistranslation/polarity"
  /// What may be must be, or the other way round.
  case modality = "accuracy/mistranslation/modality"
  /// What is said to be is said for certain, or the other way round.
  case certainty = "accuracy/mistranslation/certainty"
  /// *All* became *some*, or the like.
  case quantifier = "accuracy/mistranslation/quantifier"
  /// *More* became *less*, or the like.
  case comparison = "accuracy/mistranslation/comparison"
  /// What was will be, or the like.
  case tense = "accuracy/mistranslation/tense"
  /// A statement became a question, or the other way round.
  case sentenceKind = "accuracy/mistranslation/sentence-kind"
  /// A word became its opposite.
  case opposite = "accuracy/mistranslation/opposite"
  /// A word is rendered by one that looks alike and means something else.
  case falseFriend = "accuracy/mistranslation/false-friend"
  /// A word means something else in the region of the original.
  case regional = "accuracy/mistranslation/regional"
  /// A name is another.
  case name = "accuracy/mistranslation/name"
  /// A name is not there, or there is one too many.
  case missingName = "accuracy/mistranslation/name/missing"
  /// Who does something and whom it is done to are exchanged, or two names.
  case roles = "accuracy/mistranslation/roles"
  /// *He* became *she*, or the like.
  case gender = "accuracy/mistranslation/gender"
  /// *I* became *we*, *they* became *you*, or the like.
  case person = "accuracy/mistranslation/person"
  /// Quotation marks are lost, or enclose other words.
  case quotationMarks = "accuracy/mistranslation/quotation-marks"
  /// The words do not follow one another as those of a sentence do.
  case wordOrder = "linguistic-conventions/word-order"
  /// The rendering does not read as its language does: it moves the score, and no finding is told.
  case fluency = "linguistic-conventions"
  /// As a whole, the rendering says something else.
  case meaning = "accuracy/mistranslation"
}
