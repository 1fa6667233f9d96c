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
  /// Odds from which on words that stand in the original are of its language, if there are these two
  /// alone (20 to 1; of related ones 55 to 1).
  private static let leastOddsOfCopies: (related: Float, others: Float) = (4, 3)
  /// Greater odds are told as these.
  private static let mostOdds: Float = 20
  /// Words, beside names and what the original has, by which a third language is told.
  private static let leastWords = LanguageIdentification.leastPlainWords
  /// Words beside names of which a copy of the original has at least so many, and how many of them, of
  /// ten, stand there.
  private static let leastCopies = (words: 3, ofTen: 9)
  /// So many words of the rendering's own language beside a stretch that stands untranslated make the
  /// latter the finding.
  private static let leastOwn = 2
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
    guard isDoubtful(pair), languages.canTell else { return nil }
    var tool =
      identifier.take() ?? LanguageIdentifier(model: languages.model, rowBits: rowBits)
    defer { identifier = tool }
    return findAny(pair, languages, &tool) ?? findCopy(pair, languages, &tool)
  }

  /// Looks for a language that contradicts the rendering's, whatever it is.
  private static func findAny(
    _ pair: CheckedPair, _ languages: KnownLanguages, _ identifier: inout LanguageIdentifier
  ) -> OtherLanguage? {
    let found = identifier.identify(pair.target.text.span)
    guard let guess = found.contradiction(to: languages.target, model: languages.model) else {
      return nil
    }
    let odds = odds(of: guess.confidence, against: found.confidence(in: languages.target))
    if languages.related.areRelated(guess.language, languages.target), odds < leastOddsOfRelated {
      return nil
    }
    let isOriginal = found.confidence(in: languages.source) == guess.confidence
    if isOriginal, pair.ownWordsBesideStretches >= leastOwn { return nil }
    // Words that the original has too are names, code, or what stands in a third language there.
    guard isOriginal || pair.plainWords.own >= leastWords else { return nil }
    return OtherLanguage(guess: guess, isOriginal: isOriginal, odds: odds)
  }

  /// Looks whether words that nearly all stand in the original are rather of its language than of the
  /// rendering's: what stands there as it is needs fewer words to be told.
  private static func findCopy(
    _ pair: CheckedPair, _ languages: KnownLanguages, _ identifier: inout LanguageIdentifier
  ) -> OtherLanguage? {
    let words = pair.plainWords
    guard words.all >= leastCopies.words,
      10 * (words.all - words.own) >= leastCopies.ofTen * words.all
    else { return nil }
    let found = identifier.identify(
      pair.target.text.span, among: [languages.source, languages.target])
    let (copied, own) = (
      found.confidence(in: languages.source), found.confidence(in: languages.target)
    )
    // A language that the model does not know has no share.
    guard let guess = found.candidates.first, guess.confidence == copied, own > 0 else {
      return nil
    }
    let odds = odds(of: copied, against: own)
    let least =
      languages.related.areRelated(languages.source, languages.target)
      ? leastOddsOfCopies.related : leastOddsOfCopies.others
    return odds >= least ? OtherLanguage(guess: guess, isOriginal: true, odds: odds) : nil
  }

  private static func odds(of confidence: Double, against other: Double) -> Float {
    min(mostOdds, logf(Float(confidence / max(other, .leastNormalMagnitude))))
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
    return plain > 0 && strange * 3 >= plain
  }
}

extension CheckedPair {
  /// How many words are of the rendering's own language beside stretches that stand untranslated; 0
  /// where there is no such stretch.
  fileprivate var ownWordsBesideStretches: Int {
    guard !untranslated.isEmpty else { return 0 }
    return target.words.indices.count { index in
      let word = target.words[index]
      return !word.isUntranslated && !word.isCapitalized
        && word.foreignness + word.looksForeign < 0
    }
  }

  /// How many words of the rendering have no capital, and how many of them do not stand in the
  /// original.
  fileprivate var plainWords: (all: Int, own: Int) {
    var count = (all: 0, own: 0)
    for word in target.words where !word.isNumber && !word.isCapitalized && word.form >= 0 {
      count.all += 1
      let twin = batch.target.twins[Int(word.form)]
      if twin < 0 || !source.words.contains(where: { $0.form == twin }) { count.own += 1 }
    }
    return count
  }
}
