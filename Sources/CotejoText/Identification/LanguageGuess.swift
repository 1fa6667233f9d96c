/// A language that a text may be in.
public struct LanguageGuess: Hashable, Sendable {
  /// The language, *und* (undetermined) or a script alone, *und-Arab*.
  public let language: LanguageTag
  /// How probable it is, 0 to 1.
  public let confidence: Double

  /// Makes a guess.
  public init(language: LanguageTag, confidence: Double) {
    self.language = language
    self.confidence = confidence
  }
}

/// What was found of the language of a text.
public struct LanguageIdentification: Hashable, Sendable {
  /// The languages that it may be in, the most probable first; none for a text without letters.
  public let candidates: [LanguageGuess]
  /// How many words it was judged by; letters of scripts without words between blanks count each.
  public let words: Int
  /// How many of them do not begin with a capital, as names do.
  public let plainWords: Int

  /// A first candidate with less is no answer.
  ///
  /// A text of one word that several languages have is about as sure.
  public static let leastConfidence = 0.2

  /// The first candidate; *und* with 0 if there is none or it is too unsure to be called an answer.
  public var best: LanguageGuess {
    guard let first = candidates.first, first.confidence >= Self.leastConfidence else {
      return LanguageGuess(language: .undetermined, confidence: 0)
    }
    return first
  }

  /// How probable a language is, 0 to 1; by its language alone, so that `es` answers for `es-MX`.
  public func confidence(in language: LanguageTag) -> Double {
    let name = LanguageChoice.modelName(language)
    return candidates.first { $0.language.language == name }?.confidence ?? 0
  }
}

extension LanguageIdentification {
  /// Fewer words without a capital say too little against what a text is said to be: a title, a list
  /// of names, *Universidad Nacional Autónoma de México*.
  public static let leastPlainWords = 4
  /// So many times as probable as the language that a text is said to be in another one must be: what
  /// is said is nearly always true, and of a thousand sentences one may look like this.
  private static let leastOdds = 1000.0
  private static let leastConfidenceToContradict = 0.8

  /// The language that a text is clearly in though it is said to be in another.
  ///
  /// - Parameters:
  ///   - language: what it is said to be in.
  ///   - model: the model that it was identified with.
  /// - Returns: `nil` if the text may be in `language`, has too few words beside names to tell, or is in no
  ///   language that can be told; also where the model does not know `language`.
  public func contradiction(to language: LanguageTag, model: LanguageModel) -> LanguageGuess? {
    let name = LanguageChoice.modelName(language)
    guard plainWords >= Self.leastPlainWords, model.knows(language), let first = candidates.first,
      first.language.language != name, first.confidence >= Self.leastConfidenceToContradict
    else { return nil }
    return confidence(in: language) * Self.leastOdds <= first.confidence ? first : nil
  }
}

extension LanguageTag {
  /// Text whose language is not determined (ISO 639-2).
  public static let undetermined = LanguageTag(known: "und")

  /// Takes a tag that is known to be well formed.
  package init(known tag: String) {
    guard let tag = try? LanguageTag(tag) else {
      preconditionFailure("'\(tag)' is not a language tag")
    }
    self = tag
  }
}
