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
    lazy var places = Self.places(in: pair)
    for (index, word) in pair.source.words.enumerated() where word.form >= 0 {
      guard pair.batch.source.isFalseFriend[Int(word.form)],
        let renderings = friends[pair.form(of: word, on: .source)],
        !pair.isName(index, on: .source)
      else { continue }
      isThere = true
      let place = pair.surroundings(of: index..<index + 1, on: .source)
      func found(_ form: [UInt8]) -> [Int] {
        pair.batch.target.vocabulary.find(form.span).flatMap { places[$0] } ?? []
      }
      let wrong = renderings.wrong.flatMap(found).filter { place.holds($0..<$0 + 1) }.max()
      guard let wrong, renderings.right.allSatisfy({ found($0).isEmpty }) else { continue }
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

  /// Where each word of the rendering stands.
  private static func places(in pair: CheckedPair) -> [Int32: [Int]] {
    var places: [Int32: [Int]] = [:]
    for (index, word) in pair.target.words.enumerated() where word.form >= 0 {
      places[word.form, default: []].append(index)
    }
    return places
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
