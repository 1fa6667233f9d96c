internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Whether a word is rendered by one that looks like it and means something else: *actualmente* by
/// *actually*.
struct FalseFriendCheck: FidelityCheck {
  let name = "false-friends"

  private static let base: Float = 2
  /// What a rendering by another word of the original takes off, at full strength.
  private static let supportWeight: Float = 2

  /// What the lexicon's probability for the rendering takes off.
  private static let likelihoodWeight: Float = 8

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let friends = pair.batch.resources.falseFriends
    guard !friends.isEmpty else { return .cannotTell }
    var isThere = false
    for (index, word) in pair.source.words.enumerated() where word.form >= 0 {
      guard pair.batch.source.isFalseFriend[Int(word.form)],
        let renderings = friends[pair.form(of: word, on: .source)],
        !pair.isName(index, on: .source)
      else { continue }
      isThere = true
      let place = pair.surroundings(of: index..<index + 1, on: .source)
      var wrong: Int?
      var isRendered = false
      for other in pair.target.words.indices {
        let form = pair.form(of: pair.target.words[other], on: .target)
        if renderings.right.contains(form) { isRendered = true }
        if renderings.wrong.contains(form), place.holds(other..<other + 1) { wrong = other }
      }
      guard let wrong, !isRendered else { continue }
      let target = pair.target.words[wrong]
      let elsewhere = Int(target.partner) == index || target.partner < 0 ? 0 : target.strength
      suspicions.append(
        Suspicion(
          type: .falseFriend, severity: .major,
          evidence: Self.base - Self.supportWeight * elsewhere
            - Self.likelihoodWeight * Self.likelihood(of: target, word, pair), source: word.span,
          target: target.span,
          message: "'\(pair.source.string(word.span))' only looks like "
            + "'\(pair.target.string(target.span))'"))
    }
    return isThere ? .checked : .notApplicable
  }

  /// How likely the lexicon has it that one word renders the other: in some regions and some senses
  /// even false friends do.
  private static func likelihood(
    of target: CheckedWord, _ source: CheckedWord, _ pair: CheckedPair
  ) -> Float {
    let form = pair.form(of: target, on: .target)
    let known = pair.batch.source.known
    for (index, lexicon) in known.lexicons.enumerated() {
      let number = known.numbers[index][Int(source.form)]
      guard number >= 0, let other = lexicon.find(form.span, .target) else { continue }
      var probability: Float = 0
      lexicon.forEachTranslation(of: number, .source) {
        if $0.word == other { probability = $0.probability }
      }
      return probability
    }
    return 0
  }
}
