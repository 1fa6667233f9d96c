internal import CotejoLexicon

/// How many of the words of a text a lexicon knows in the language that the text should be in, and
/// how many in the other one.
public struct LanguageFit: Hashable, Sendable {
  /// The words that were looked up: mentions count, numbers do not.
  public var words = 0
  /// The share of them, 0 to 1, that are words of the text's own language.
  public var own = 0.0
  /// The share of them that are words of the other language.
  public var other = 0.0

  /// Texts of fewer words say too little.
  private static let enoughWords = 100
  /// Words that both languages have, and what is left untranslated, tip the scales by less.
  private static let clearly = 0.15
  /// Ordinary text has nine words in ten of its lexicon, lists of names and jargon half.
  private static let leastOwn = 0.3

  /// What is wrong with the language of a text.
  public enum Fault: Hashable, Sendable {
    /// It is rather in the other language: are the sides swapped?
    case otherLanguage
    /// It is in neither.
    case neither
  }

  /// What is wrong with the language, if anything; short texts are taken as right.
  public var fault: Fault? {
    guard words >= Self.enoughWords else { return nil }
    if other > own + Self.clearly { return .otherLanguage }
    return own < Self.leastOwn ? .neither : nil
  }

  /// Looks the words of a side up in both languages.
  init(_ text: IndexedText, own: [Int32], other: [Int32]) {
    let isNumber = (0..<Int32(text.vocabulary.count)).map(text.vocabulary.isNumber)
    var (known, foreign) = (0, 0)
    for word in text.words where !isNumber[Int(word)] {
      words += 1
      if own[Int(word)] >= 0 { known += 1 }
      if other[Int(word)] >= 0 { foreign += 1 }
    }
    self.own = Double(known) / Double(max(1, words))
    self.other = Double(foreign) / Double(max(1, words))
  }
}

extension ComparedTexts {
  /// How well each text fits its language, by the first lexicon; nil without one.
  public var languageFit: (source: LanguageFit, target: LanguageFit)? {
    guard let lexicon = sourceWords.lexicons.first else { return nil }
    return (
      LanguageFit(
        source, own: sourceWords.numbers[0],
        other: lexicon.numbers(of: source.vocabulary, .target)),
      LanguageFit(
        target, own: targetWords.numbers[0],
        other: lexicon.numbers(of: target.vocabulary, .source))
    )
  }
}
