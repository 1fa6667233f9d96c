internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Whether who does something and whom it is done to are the same on both sides.
///
/// Around verbs that render each other both sides are read by a shallow grammar (``ClauseRoles``):
/// only where it is sure of both is anything said. Two names that stand in each other's place are told
/// by the words round about them (``ExchangedNames``), wherever they stand.
struct RolesCheck: FidelityCheck {
  let name = "roles"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// Both exchanged around a verb: as phrases, and with a pronoun or ending among them.
    static let phrases: Float = 2
    static let pronouns: Float = 1.2
    /// The verb's link, at full strength.
    static let verb: Float = 1
    /// Names that stand in each other's place: what speaks against it, and each vote for it.
    static let names: Float = -2
    static let vote: Float = 3
    static let share: Float = 3
    /// Only one side has a passive, or a noun that turns round who stands first.
    static let turned: Float = -2.5
  }

  /// Verbs that are linked less surely are not compared.
  private static let leastStrength: Float = 0.3

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasLexicon, let source = pair.batch.resources.classedWords.source,
      let target = pair.batch.resources.classedWords.target,
      !source.inventory.isEmpty, !target.inventory.isEmpty
    else { return .cannotTell }
    var isThere = false
    var (agreeing, isTurned) = ([(Range<Int>, Range<Int>)](), false)
    for link in pair.links where link.strength >= Self.leastStrength {
      let (left, right) = (Int(link.source), Int(link.target))
      guard pair.source.mayBeVerb(left), pair.target.mayBeVerb(right),
        !pair.source.words[left].classes.contains(.experiencer),
        !pair.target.words[right].classes.contains(.experiencer),
        let here = pair.source.roles(around: left, source.grammar),
        let there = pair.target.roles(around: right, target.grammar)
      else { continue }
      if here.isPassive != there.isPassive { isTurned = true }
      guard let agent = here.agent, let patient = here.patient, let other = there.agent,
        let object = there.patient
      else { continue }
      isThere = true
      let links = RoleLinks(pair)
      if links.match(agent, other) || links.match(patient, object) {
        if case (.phrase(let one), .phrase(let two)) = (agent, patient) {
          agreeing.append((one, two))
        }
        continue
      }
      guard links.match(agent, object), links.match(patient, other) else { continue }
      let arePhrases = [agent, patient, other, object].allSatisfy(\.isPhrase)
      let span = pair.target.span(of: there.words(with: right))
      suspicions.append(
        Suspicion(
          type: .roles, severity: .critical,
          evidence: (arePhrases ? Weight.phrases : Weight.pronouns) + Weight.verb * link.strength,
          source: pair.source.span(of: here.words(with: left)), target: span,
          message: "who does it and to whom are exchanged: '\(pair.target.string(span))'"))
    }
    let names = ExchangedNames.all(in: pair)
    for found in names {
      // The grammar has seen both where they belong.
      let isRight = agreeing.contains { one, two in
        [found.source.first, found.source.second].allSatisfy {
          one.overlaps($0) || two.overlaps($0)
        }
      }
      if isRight { continue }
      let (first, second) = found.target
      let span = pair.target.span(
        of: min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound))
      suspicions.append(
        Suspicion(
          type: .roles, severity: .critical,
          evidence: Weight.names + Weight.vote * min(1.5, found.votes)
            + Weight.share * (2 * found.share - 1) + (isTurned ? Weight.turned : 0),
          source: pair.source.span(
            of: found.source.first.lowerBound..<found.source.second.upperBound), target: span,
          message:
            "'\(pair.target.string(pair.target.span(of: first)))' and "
            + "'\(pair.target.string(pair.target.span(of: second)))' stand in each other's place"))
    }
    return isThere || !names.isEmpty ? .checked : .notApplicable
  }
}

extension Participant {
  fileprivate var isPhrase: Bool {
    if case .phrase = self { return true }
    return false
  }
}

extension ClauseRoles {
  /// The words of the phrases and their verb.
  fileprivate func words(with verb: Int) -> Range<Int> {
    var (lower, upper) = (verb, verb + 1)
    for case .phrase(let words)? in [agent, patient] {
      (lower, upper) = (min(lower, words.lowerBound), max(upper, words.upperBound))
    }
    return lower..<upper
  }
}

extension CheckedSide {
  /// Whether a word may be the verb of a clause, and not its auxiliary.
  fileprivate func mayBeVerb(_ index: Int) -> Bool {
    let word = words[index]
    return !isName(index) && !word.isAuxiliary && !word.kind.contains(.auxiliary)
      && (word.classes.contains(any: [.past, .present, .future, .participle])
        || word.kind.contains(.verbShape) || isVerbByPerson(index))
  }

  /// Whether an ending of the first person, or the subject before it, makes a word a verb: *pedimos*,
  /// *they ask*.
  private func isVerbByPerson(_ index: Int) -> Bool {
    let word = words[index]
    if word.kind.contains(any: Self.noVerbs) { return false }
    if word.person.contains(any: [.firstSingular, .firstPlural]) { return true }
    return index > 0 && !hasMark(before: index)
      && words[index - 1].kind.contains(.pronoun) && words[index - 1].participant != nil
  }

  private static let noVerbs: WordClasses = [
    .pronoun, .objectPronoun, .possessive, .determiner, .preposition, .adverb, .negation,
    .conjunction, .relative,
  ]

  /// The words of a phrase before what says whose or of what it is.
  fileprivate func head(of phrase: Range<Int>) -> Range<Int> {
    let end = phrase.first { words[$0].kind.contains(.genitive) } ?? phrase.upperBound
    return phrase.lowerBound..<end
  }
}

/// Which participants of the two sides are the same.
private struct RoleLinks {
  private let pair: CheckedPair

  init(_ pair: CheckedPair) { self.pair = pair }

  /// Whether a participant of the original is one of the rendering: persons are equal, and all links
  /// of the heads of a phrase lead into the other.
  func match(_ source: Participant, _ target: Participant) -> Bool {
    switch (source, target) {
    case (.person(let one, let gender), .person(let other, let rendered)):
      return one == other && (gender == rendered || gender == .open || rendered == .open)
    case (.phrase(let words), .phrase(let others)):
      return links(pair.source, words, others) && links(pair.target, others, words)
    default: return false
    }
  }

  private func links(_ side: CheckedSide, _ here: Range<Int>, _ there: Range<Int>) -> Bool {
    let content = side.words[side.head(of: here)].filter { !$0.isCommon }
    let linked = content.filter { $0.partner >= 0 }
    return !linked.isEmpty && linked.count * 2 >= content.count
      && linked.allSatisfy { there.contains(Int($0.partner)) }
  }
}
