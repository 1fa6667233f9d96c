public import CotejoFidelity

extension FindingType {
  /// What the type says of a rendering, as a sentence.
  public var summary: String {
    switch self {
    case .omission: "Words of the original are not rendered."
    case .markedOmission: "Words of the original are left out, as an ellipsis says."
    case .truncation: "The rendering breaks off before the original does."
    case .splice: "What stands apart in the original is joined as if said in one breath."
    case .addition: "Words of the rendering render nothing."
    case .markedAddition: "Words of the rendering render nothing, as brackets say."
    case .untranslated:
      "Words of the original stand untranslated, or the rendering is in another language."
    case .number: "A number is another."
    case .missingNumber: "A number is lost, or there is one too many."
    case .percentage: "A share of a hundred became points of it, or the other way round."
    case .currency: "An amount is in another currency."
    case .unit: "A measure is in another unit, and its number does not follow."
    case .date: "A day, month, year or time of day is another."
    case .missingDate: "A day, month, year or time of day is lost, or there is one too many."
    case .qualifier: "What qualifies an amount (at least, at most, about) is another or is lost."
    case .polarity: "Something is denied that was not, or the other way round."
    case .modality: "What may be must be, or the other way round."
    case .certainty: "What is said to be is said for certain, or the other way round."
    case .quantifier: "All became some, or the like."
    case .comparison: "More became less, or the like."
    case .tense: "What was will be, or the like."
    case .sentenceKind: "A statement became a question, or the other way round."
    case .opposite: "A word became its opposite."
    case .falseFriend: "A word is rendered by one that looks alike and means something else."
    case .regional: "A word means something else in the region of the original."
    case .name: "A name is another."
    case .missingName: "A name is not there, or there is one too many."
    case .roles: "Who does something and whom it is done to are exchanged, or two names."
    case .gender: "He became she, or the like."
    case .person: "I became we, they became you, or the like."
    case .quotationMarks: "Quotation marks are lost, or enclose other words."
    case .fluency: "The rendering does not read as its language does."
    case .wordOrder: "The words do not follow one another as those of a sentence do."
    case .meaning: "As a whole, the rendering says something else."
    }
  }
}
