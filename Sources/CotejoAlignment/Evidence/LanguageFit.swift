internal import CotejoLexicon

/// How many of the words of a text a lexicon knows in the language that the text should be in, and
/// how many in the other one.
public struct LanguageFit: Hashable, Sendable {
  /// The words that were looked up: mentions count, numbers do not.
  public var words = 0
  /// The share of them, 0 to 1, that are words of the text's own language.
  public var own = 0.0
  /// The share of them that are words of the other language; not asked, and 0, where nearly all are
  /// words of its own.
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

  /// Takes the numbers of a text's words in its own language, and how to get those in the other.
  init(_ text: IndexedText, own: [Int32], other: () -> [Int32]) {
    let isNumber = (0..<Int32(text.vocabulary.count)).map(text.vocabulary.isNumber)
    func share(_ numbers: [Int32]) -> Double {
      let known = text.words.reduce(0) {
        $0 + (numbers[Int($1)] >= 0 && !isNumber[Int($1)] ? 1 : 0)
      }
      return Double(known) / Double(max(1, words))
    }
    words = text.words.reduce(0) { $0 + (isNumber[Int($1)] ? 0 : 1) }
    self.own = share(own)
    // To look all words up again takes its time.
    if self.own < 1 - Self.clearly { self.other = share(other()) }
  }
}

extension ComparedTexts {
  /// How well each text fits its language, by the first lexicon; nil without one.
  public var languageFit: (source: LanguageFit, target: LanguageFit)? {
    guard let lexicon = sourceWords.lexicons.first else { return nil }
    return (
      LanguageFit(
        source, own: sourceWords.numbers[0],
        other: { lexicon.numbers(of: source.vocabulary, .target) }),
      LanguageFit(
        target, own: targetWords.numbers[0],
        other: { lexicon.numbers(of: target.vocabulary, .source) })
    )
  }
}
