internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The language that a rendering as a whole reads as, where that is not its own.
struct OtherLanguage: Hashable {
  /// The language, and how probable it is.
  var guess: LanguageGuess
  /// Whether it is that of the original.
  var isOriginal: Bool
  /// How much more probable it is than the rendering's own, as the natural logarithm of the odds.
  var odds: Float

  /// Related languages must be told apart more surely: the odds, as a natural logarithm (10,000 to 1).
  private static let leastOddsOfRelated: Float = 9.21
  /// Greater odds are told as these.
  private static let mostOdds: Float = 20
  /// Words, beside names and what the original has, by which a third language is told.
  private static let leastWords = LanguageIdentification.leastPlainWords
  /// The scores of 2^12 words are kept: as many as a batch has that are looked at twice.
  private static let rowBits = 12

  /// Looks at a rendering that may be in another language than its own.
  ///
  /// - Parameters:
  ///   - pair: the pair; both sides are comparable.
  ///   - languages: what tells languages apart.
  ///   - identifier: what was opened for an earlier pair, if any was.
  /// - Returns: `nil` where the rendering is, or may be, in its own language, or is too short to tell.
  static func find(
    in pair: CheckedPair, _ languages: KnownLanguages, _ identifier: inout LanguageIdentifier?
  ) -> OtherLanguage? {
    guard languages.canTell, isDoubtful(pair) else { return nil }
    if identifier == nil {
      identifier = LanguageIdentifier(model: languages.model, rowBits: rowBits)
    }
    guard let found = identifier?.identify(pair.target.text.span),
      let guess = found.contradiction(to: languages.target, model: languages.model)
    else { return nil }
    let own = found.confidence(in: languages.target)
    let odds = min(mostOdds, logf(Float(guess.confidence / max(own, .leastNormalMagnitude))))
    if languages.related.areRelated(guess.language, languages.target), odds < leastOddsOfRelated {
      return nil
    }
    let isOriginal = found.confidence(in: languages.source) == guess.confidence
    // Words that the original has too are names, code, or what stands in a third language there.
    guard isOriginal || pair.ownWords >= leastWords else { return nil }
    return OtherLanguage(guess: guess, isOriginal: isOriginal, odds: odds)
  }

  /// Whether so many words are strange to the lexicons that it is worth a look; without a lexicon all
  /// are.
  private static func isDoubtful(_ pair: CheckedPair) -> Bool {
    guard pair.hasLexicon else { return true }
    var (strange, plain) = (0, 0)
    for word in pair.target.words where !word.isNumber && !word.isCapitalized {
      plain += 1
      if !word.isKnown || word.foreignness > 0 { strange += 1 }
    }
    // A third is more than renderings in their own language have.
    return strange * 3 >= plain
  }
}

extension CheckedPair {
  /// How many words of the rendering have no capital and do not stand in the original.
  fileprivate var ownWords: Int {
    target.words.count { word in
      guard !word.isNumber, !word.isCapitalized, word.form >= 0 else { return false }
      let twin = batch.target.twins[Int(word.form)]
      return twin < 0 || !source.words.contains { $0.form == twin }
    }
  }
}
