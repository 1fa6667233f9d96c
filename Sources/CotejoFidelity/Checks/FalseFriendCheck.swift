internal import CotejoLexicon
internal import CotejoText

/// Whether a word is rendered by one that looks like it and means something else: *actualmente* by
/// *actually*.
struct FalseFriendCheck: FidelityCheck {
  let name = "false-friends"

  private static let base: Float = 2
  /// What a rendering by another word of the original takes off, at full strength.
  private static let supportWeight: Float = 2

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let friends = pair.batch.resources.falseFriends
    guard !friends.isEmpty else { return .cannotTell }
    var isThere = false
    for (index, word) in pair.source.words.enumerated() where word.form >= 0 {
      guard let renderings = friends[pair.batch.form(word, .source)],
        !pair.isName(index, on: .source)
      else { continue }
      isThere = true
      let place = pair.surroundings(of: index..<index + 1, on: .source)
      var wrong: Int?
      var isRendered = false
      for other in pair.target.words.indices {
        let form = pair.batch.form(pair.target.words[other], .target)
        if renderings.right.contains(form) { isRendered = true }
        if renderings.wrong.contains(form), place.holds(other..<other + 1) { wrong = other }
      }
      guard let wrong, !isRendered else { continue }
      let target = pair.target.words[wrong]
      let elsewhere = Int(target.partner) == index || target.partner < 0 ? 0 : target.strength
      suspicions.append(
        Suspicion(
          type: .falseFriend, severity: .major,
          evidence: Self.base - Self.supportWeight * elsewhere, source: word.span,
          target: target.span,
          message: "'\(pair.source.string(word.span))' only looks like "
            + "'\(pair.target.string(target.span))'"))
    }
    return isThere ? .checked : .notApplicable
  }
}
