internal import CotejoLexicon
internal import CotejoText

/// Whether a man of the original is a man in the rendering, and a woman a woman.
///
/// A word for a man or woman is compared with the word that it renders. A pronoun is compared with
/// what the original says of the gender of its people (see ``GenderCues``): where it names women only,
/// *he* is wrong. Where it names both nothing is said, and *su* says nothing.
struct GenderCheck: FidelityCheck {
  let name = "gender"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// What one cue for the own gender takes off those for the other.
    static let own: Float = 1.6
    static let none: Float = -1.7
    /// Without any cue for the other gender, and for each one for the own.
    static let silent: Float = -4.5
    static let agreeing: Float = -0.3
    /// A woman is more of a surprise where nothing says of whom is spoken.
    static let feminine: Float = 0.4
    /// A word for a person renders one of the other gender.
    static let clash: Float = -0.2
    /// The original names somebody of that gender, too, or somebody whose gender is not known.
    static let named: Float = -2
    static let unknownName: Float = -0.8
    /// Both genders in the rendering, where the original has cues for neither.
    static let both: Float = 0.6
  }

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let rendered = GenderedWord.words(in: pair.target)
    if rendered.isEmpty { return .notApplicable }
    let cues = GenderCues(pair)
    guard cues.areKnown else { return .cannotTell }
    let hasBoth = Set(rendered.map(\.isFeminine)).count > 1
    var worst: (word: GenderedWord, evidence: Float)?
    for word in rendered {
      let evidence = evidence(word, cues, pair, hasBoth: hasBoth)
      if evidence > worst?.evidence ?? -.infinity { worst = (word, evidence) }
    }
    guard let worst else { return .checked }
    let span = pair.target.words[worst.word.index].span
    let source = cues.strongest(isFeminine: !worst.word.isFeminine, in: pair)
    suspicions.append(
      Suspicion(
        type: .gender, severity: .critical, evidence: worst.evidence, source: source, target: span,
        message:
          "'\(pair.target.string(span))' is of a \(worst.word.isFeminine ? "woman" : "man"), "
          + "the original speaks of a \(worst.word.isFeminine ? "man" : "woman")"))
    return .checked
  }

  /// Whether the original has a name that may be a person's, and no list tells of which gender.
  private func hasUnknownName(_ pair: CheckedPair) -> Bool {
    pair.source.words.dropFirst().contains {
      $0.isCapitalized && !$0.isCommon && !$0.kind.contains(any: [.firstName, .title, .role])
    }
  }

  private func evidence(
    _ word: GenderedWord, _ cues: GenderCues, _ pair: CheckedPair, hasBoth: Bool
  ) -> Float {
    let partner = Int(pair.target.words[word.index].partner)
    if partner >= 0, !word.isPronoun || cues.isPronoun(partner),
      let gender = cues.lean(of: partner), gender != 0
    {
      let opposite = word.isFeminine ? -gender : gender
      if opposite <= 0 { return Weight.silent + Weight.agreeing }
      return Weight.clash + opposite
        + (cues.names(isFeminine: word.isFeminine) ? Weight.named : 0)
    }
    let (feminine, masculine) = (cues.feminine, cues.masculine)
    let (own, other) = word.isFeminine ? (feminine, masculine) : (masculine, feminine)
    let prior = word.isFeminine ? Weight.feminine : -Weight.feminine
    if other == 0 {
      return Weight.silent + Weight.agreeing * own + prior
        + (hasBoth && own == 0 ? Weight.both : 0)
    }
    let isNamed = !word.isPronoun && cues.names(isFeminine: word.isFeminine)
    return Weight.none + other - Weight.own * own + prior + (isNamed ? Weight.named : 0)
      + (hasUnknownName(pair) ? Weight.unknownName : 0)
  }
}

/// A word of the rendering that is of a man or of a woman.
struct GenderedWord {
  var index: Int
  var isFeminine: Bool
  /// Whether it is a pronoun or possessive, which renders no noun.
  var isPronoun: Bool

  /// The words of a side that are of either gender.
  static func words(in side: CheckedSide) -> [GenderedWord] {
    side.words.indices.compactMap { index in
      let classes = side.words[index].person
      let isFeminine = classes.contains(any: [.femininePerson, .femininePronoun])
      guard isFeminine || classes.contains(any: [.masculinePerson, .masculinePronoun]) else {
        return nil
      }
      let isPronoun = classes.contains(any: [.masculinePronoun, .femininePronoun])
      // In a title: *Dolly Dawn and Her Dawn Patrol*.
      if isPronoun, side.words[index].isCapitalized, index > 0,
        side.words[index - 1].token + 1 == side.words[index].token
      {
        return nil
      }
      return GenderedWord(index: index, isFeminine: isFeminine, isPronoun: isPronoun)
    }
  }
}
