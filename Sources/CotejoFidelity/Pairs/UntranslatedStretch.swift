internal import CotejoLexicon
internal import CotejoText

/// Words of the rendering that are words of the original's language, standing as they do there.
struct UntranslatedStretch {
  /// Where they are among the words of the rendering.
  var words: Range<Int>
  /// How surely they are of the other language, in nats: the sum of what each says.
  var foreignness: Float

  /// What a word says that only the other language has, at least and for each nat, and with a letter
  /// that English lacks.
  private static let foreign: (least: Float, slope: Float, accent: Float) = (3, 0.35, 0.7)
  /// What a word says at the most that is of both languages, and a common word of the other language,
  /// which names and titles hold, too: *de la*.
  private static let most: (shared: Float, common: Float) = (2.5, 2.6)
  /// From here on a word is more of the other language than of its own.
  private static let leastForeign: Float = 1.5
  /// What a word says against it that is of the rendering's own language.
  private static let leastOwn: Float = -4
  /// What a word says that no lexicon has, in small letters, as it stands in the original.
  private static let unknown: Float = 0.5
  /// Where lexicons are at hand a word that none has counts by its looks from here on: names of plants
  /// and diseases look like words of either.
  private static let leastLooks: Float = 3
  /// What a word of up to three letters says at the most by its looks.
  private static let mostOfShort: Float = 1.5
  /// So many words between marks of their own are a term or a title, and more a quotation.
  private static let mostOfTerm = 6
  /// A stretch that says less is none.
  private static let least: Float = 2.5
  /// The share that counts of a word that the original lacks.
  private static let notCopied: Float = 0.3
  /// What is taken off where the stretch stands in quotation marks of its own, or is explained in
  /// brackets behind it.
  private static let setOff: Float = 3

  /// Notes of the words of a pair which stand untranslated, and takes back that they render one
  /// another.
  static func note(in pair: inout CheckedPair) {
    pair.untranslated = stretches(in: pair)
    for stretch in pair.untranslated {
      for index in stretch.words {
        pair.target.words[index].isUntranslated = true
        pair.target.words[index].strength = 0
        pair.target.words[index].support = 0
        let partner = Int(pair.target.words[index].partner)
        guard partner >= 0, pair.isCopy(index, partner) else { continue }
        pair.source.words[partner].isUntranslated = true
        pair.source.words[partner].strength = 0
        pair.source.words[partner].support = 0
      }
    }
  }

  /// The stretches of a pair in which most speaks for the other language, in order.
  static func stretches(in pair: CheckedPair) -> [UntranslatedStretch] {
    guard pair.target.words.contains(where: { $0.foreignness > 0 || pair.looks(of: $0) > 0 })
    else { return [] }
    let votes = votes(of: pair)
    var stretches: [UntranslatedStretch] = []
    var open: (start: Int, end: Int, sum: Float, best: Float)?
    func close() {
      guard let found = open else { return }
      let words = found.start..<found.end
      open = nil
      let isSetOff = pair.target.isSetOff(words)
      if !pair.hasLexicon {
        // By looks alone a term weighs as much as any words do, and particles as much as others.
        if isSetOff, words.count <= mostOfTerm { return }
        if words.allSatisfy({ votes[$0] <= 0 || isParticle($0, pair.target.words) }) { return }
      }
      let best = found.best - (isSetOff ? setOff : 0)
      if best >= least {
        stretches.append(UntranslatedStretch(words: words, foreignness: best))
      }
    }
    for (index, vote) in votes.enumerated() {
      if var now = open {
        now.sum += vote
        if vote > 0, now.sum >= now.best { (now.best, now.end) = (now.sum, index + 1) }
        open = now
        if now.sum <= 0 || now.sum < now.best + leastOwn { close() }
      } else if vote > 0 {
        open = (index, index + 1, vote, vote)
      }
    }
    close()
    return stretches
  }

  /// What each word of the rendering says for being of the other language.
  private static func votes(of pair: CheckedPair) -> [Float] {
    let words = pair.target.words
    let known = pair.batch.target
    let isInBrackets = pair.target.wordsInBrackets(most: mostOfTerm)
    let looks = words.map { pair.looks(of: $0) }
    let hasLooks = looks.contains { $0 > 0 }
    let isTerm = hasLooks ? pair.target.wordsInQuotationMarks(most: mostOfTerm) : nil
    let script = hasLooks ? pair.target.mainScript() : nil
    return words.indices.map { index in
      let word = words[index]
      if word.isNumber || word.form < 0 { return 0 }
      let form = known.forms[Int(word.form)]
      let twin = known.twins[Int(word.form)]
      let isCopied = twin >= 0 && pair.source.words.contains { $0.form == twin }
      let looks = looks[index]
      // A name in another script than its text is none that a reader could read.
      let isLegible = looks <= 0 || script == pair.target.script(of: word)
      if word.isCapitalized, isLegible, !(pair.isOpeningAdverb && index == 0) {
        return isCopied ? 0 : min(0, word.foreignness + looks) / 2
      }
      if word.foreignness + looks > 0, isInBrackets?[index] == true { return 0 }
      if word.foreignness == 0 {
        if looks > 0, isTerm?[index] == true { return 0 }
        let vote = Self.vote(byLooks: looks, form, isCopied: isCopied)
        guard pair.hasLexicon else { return vote }
        return vote >= leastLooks ? vote : isCopied && form.count > 3 ? unknown : 0
      }
      if word.foreignness < 0 { return max(leastOwn, word.foreignness) }
      // Some words are of both languages; those of few letters say little.
      let vote = max(0, word.foreignness - leastForeign)
      if form.count <= 3 || isCopied && pair.isCommonInOriginal(twin) {
        return isBesideName(index, words) ? 0 : min(most.common, vote)
      }
      let share = isCopied ? 1 : notCopied
      if word.isKnown { return min(most.shared, vote) * share }
      let accent = form.contains { $0 >= 0x80 } ? foreign.accent : 0
      return (foreign.least + foreign.slope * word.foreignness + accent) * share
    }
  }

  /// What a word that no lexicon has says by its looks.
  private static func vote(byLooks looks: Float, _ form: [UInt8], isCopied: Bool) -> Float {
    if looks <= 0 { return max(leastOwn, looks) }
    let letters = form.count { $0 & 0xC0 != 0x80 }
    let isShort = letters <= 3 && looks < LanguageContrast.scriptOdds / 2
    let vote = isShort ? min(mostOfShort, looks) : looks
    return isCopied ? vote : vote * notCopied
  }

  /// Bytes that words between names have at the most, where they stand beside one name and between two.
  private static let mostOfParticle = (beside: 3, between: 5)

  /// Whether a word is so short that it may hold a name together, *Piero della Rovere*, or open it.
  private static func isParticle(_ index: Int, _ words: [CheckedWord]) -> Bool {
    func hasName(_ step: Int) -> Bool {
      for next in [index + step, index + 2 * step] {
        guard words.indices.contains(next) else { return false }
        if words[next].isCapitalized { return true }
        if words[next].span.count > mostOfParticle.between { return false }
      }
      return false
    }
    let size = words[index].span.count
    if size > mostOfParticle.between { return false }
    let names = (hasName(-1), hasName(1))
    return names.0 && names.1 || size <= mostOfParticle.beside && (names.0 || names.1)
  }

  /// Whether the next word to either side that is not of the other language's common ones has a
  /// capital: *San Juan de los Lagos*.
  private static func isBesideName(_ index: Int, _ words: [CheckedWord]) -> Bool {
    func hasName(_ step: Int) -> Bool {
      var next = index + step
      while words.indices.contains(next), abs(next - index) <= 2 {
        if words[next].isCapitalized { return true }
        if words[next].foreignness <= 0 { return false }
        next += step
      }
      return false
    }
    return hasName(1) || hasName(-1)
  }
}

extension CheckedPair {
  /// How much more a word of the rendering looks like one of the original's language, in nats.
  ///
  /// Lexicons tell what is a word of the rendering's language better than looks: where they are at hand
  /// only what none has, and stands in the original, is looked at, with a capital if no name in Latin
  /// letters may begin so.
  fileprivate func looks(of word: CheckedWord) -> Float {
    guard hasLexicon else { return word.looksForeign }
    guard word.foreignness == 0, !word.isKnown, !word.isNumber, word.form >= 0 else { return 0 }
    let twin = batch.target.twins[Int(word.form)]
    guard twin >= 0, !word.isCapitalized || target.script(of: word) != .latin,
      source.words.contains(where: { $0.form == twin })
    else { return 0 }
    return batch.resources.known.wordForeignness()(batch.target.forms[Int(word.form)])
  }

  /// Whether a word of the rendering is spelled as one of the original.
  fileprivate func isCopy(_ target: Int, _ source: Int) -> Bool {
    let (form, other) = (self.target.words[target].form, self.source.words[source].form)
    return form < 0 ? other < 0 : batch.target.twins[Int(form)] == other
  }

  /// Whether both sides begin with one word, an adverb, which has its capital from the sentence.
  fileprivate var isOpeningAdverb: Bool {
    !source.words.isEmpty && source.words[0].kind.contains(.adverb) && isCopy(0, 0)
  }

  /// Whether a word of the original's vocabulary stands there and is one of its language's common words.
  fileprivate func isCommonInOriginal(_ form: Int32) -> Bool {
    source.words.contains { $0.form == form && $0.isCommon }
  }
}
