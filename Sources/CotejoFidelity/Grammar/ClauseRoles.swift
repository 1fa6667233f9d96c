internal import CotejoText

/// Who does what a verb says, and to whom, as a shallow grammar reads it off a clause.
///
/// In English the order of words, the case of pronouns, and *by* behind a passive tell it; in Spanish
/// the pronouns before the verb, the *a* before persons, endings, and *por* behind a passive. What the
/// grammar is not sure of stays open.
struct ClauseRoles: Hashable {
  /// Who does it.
  var agent: Participant?
  /// Whom it is done to.
  var patient: Participant?
  /// Whether the verb is a passive.
  var isPassive = false
}

extension CheckedSide {
  /// Words before a verb that belong to it at the most: *no se lo habría*.
  private static let longestGroup = 5
  /// Words behind a passive verb among which its agent is looked for.
  private static let agentReach = 8

  /// The roles around a verb in a language whose grammar has `grammar`; `nil` where it cannot tell.
  func roles(around verb: Int, _ grammar: GrammarTraits) -> ClauseRoles? {
    guard let group = verbGroup(at: verb) else { return nil }
    if group.isPassive {
      return passiveRoles(group, verb)
    }
    return grammar.contains(.clitics)
      ? rolesByCase(group, verb) : rolesByOrder(group, verb)
  }

  /// A verb with what belongs to it before it.
  private struct VerbGroup {
    var start: Int
    var isPassive = false
    /// The pronouns before it.
    var clitics: [Int] = []
    /// The word whose ending tells the person.
    var finite: Int
  }

  private func verbGroup(at verb: Int) -> VerbGroup? {
    var group = VerbGroup(start: verb, finite: verb)
    var auxiliary: Int?
    while group.start > 0, verb - group.start < Self.longestGroup, !hasMark(before: group.start) {
      let index = group.start - 1
      let word = words[index]
      if word.kind.contains(any: [.auxiliary, .passiveAuxiliary, .modal]) || word.isAuxiliary {
        if auxiliary == nil, word.kind.contains(.passiveAuxiliary) { group.isPassive = true }
        auxiliary = index
        group.finite = index
      } else if word.kind.contains(.objectPronoun), !word.kind.contains(.adverb),
        !word.isCapitalized || index == 0, isClitic(index)
      {
        group.clitics.insert(index, at: 0)
      } else if !word.kind.contains(any: [.adverb, .negation]) || word.kind.contains(.time) {
        break
      }
      group.start = index
    }
    // Only a participle is passive, and a bare one may be anything.
    let own = words[verb].classes
    if own.contains(.participle) {
      if auxiliary == nil { return own.contains(.past) ? group : nil }
    } else {
      group.isPassive = false
    }
    return group
  }

  /// Whether an object pronoun is one that stands before its verb: *him* does not.
  private func isClitic(_ index: Int) -> Bool {
    !words[index].person.contains(any: [.masculinePronoun, .femininePronoun])
  }

  private func passiveRoles(_ group: VerbGroup, _ verb: Int) -> ClauseRoles? {
    var roles = ClauseRoles(isPassive: true)
    if let (participant, _) = subject(before: group) { roles.patient = participant }
    var index = verb + 1
    while index < words.count, index - verb <= Self.agentReach, !hasMark(before: index) {
      let word = words[index]
      if word.kind.contains(.agentPreposition) {
        guard let phrase = nounPhrase(from: index + 1) else { return nil }
        roles.agent = .phrase(phrase)
        break
      }
      if isFiniteVerb(index) || word.kind.contains(any: [.coordinator, .subordinator, .relative]) {
        break
      }
      index += 1
    }
    return roles
  }

  /// What stands before a verb group as its subject, and where it begins.
  private func subject(before group: VerbGroup) -> (Participant, start: Int)? {
    guard group.start > 0, !hasMark(before: group.start) else { return nil }
    let before = words[group.start - 1]
    if before.kind.contains(.pronoun), !before.kind.contains(any: [.determiner, .relative]) {
      return before.participant.map { ($0, group.start - 1) }
    }
    guard let phrase = nounPhrase(before: group.start) else { return nil }
    if phrase.lowerBound > 0, !hasMark(before: phrase.lowerBound),
      words[phrase.lowerBound - 1].kind.contains(any: [.preposition, .genitive])
    {
      return nil
    }
    return (.phrase(phrase), phrase.lowerBound)
  }

  /// The roles by the order of words and the case of pronouns: the subject stands before the verb, the
  /// object behind it.
  private func rolesByOrder(_ group: VerbGroup, _ verb: Int) -> ClauseRoles? {
    guard group.clitics.isEmpty, let (agent, _) = subject(before: group) else { return nil }
    var roles = ClauseRoles(agent: agent)
    var next = verb + 1
    // "said to her"
    if next < words.count, !hasMark(before: next), words[next].kind.contains(.objectPreposition) {
      next += 1
    }
    guard next < words.count, !hasMark(before: next) else { return roles }
    if words[next].kind.contains(.objectPronoun) {
      // "her" before a noun is whose it is.
      let isOwner =
        words[next].kind.contains(.possessive) && nounPhrase(from: next + 1) != nil
        && !hasMark(before: next + 1)
      if isOwner {
        roles.patient = nounPhrase(from: next).map { .phrase($0) }
      } else {
        roles.patient = words[next].participant
      }
    } else if !words[next].kind.contains(.agentPreposition) {
      roles.patient = nounPhrase(from: next).map { .phrase($0) }
    }
    return roles
  }

  /// The roles by the marks of case: pronouns before the verb, a preposition before persons.
  private func rolesByCase(_ group: VerbGroup, _ verb: Int) -> ClauseRoles? {
    if group.clitics.contains(where: { words[$0].person.contains(.reflexive) }) { return nil }
    // An infinitive or gerund may have its pronouns at its end: *aliviarse*.
    if words[verb].classes.contains(.participle), !words[verb].classes.contains(.past),
      !words[group.finite].classes.contains(.perfectAuxiliary)
    {
      return nil
    }
    // Who does it in a relative clause, the clause before tells.
    if group.start > 0, words[group.start - 1].kind.contains(any: [.relative, .subordinator]) {
      return nil
    }
    var roles = ClauseRoles()
    let clitic = group.clitics.first.flatMap { words[$0].participant }
    var (subjectPhrase, objectPhrase): (Participant?, Participant?) = (nil, nil)
    if let (participant, _) = subject(before: group) {
      subjectPhrase = participant
    } else if group.start > 0, !hasMark(before: group.start),
      let phrase = nounPhrase(before: group.start), phrase.lowerBound > 0
    {
      // "A Juan lo vio", and "a las tres vio".
      guard words[phrase.lowerBound - 1].kind.contains(.objectPreposition), clitic != nil else {
        return nil
      }
      objectPhrase = .phrase(phrase)
    }
    var next = verb + 1
    var bare: Participant?
    arguments: while next < words.count, !hasMark(before: next) {
      if words[next].kind.contains(.objectPreposition) {
        guard objectPhrase == nil, let phrase = nounPhrase(from: next + 1) else {
          // "a cenar" behind a pronoun: who is invited stands before the verb.
          if clitic != nil { break arguments }
          return nil
        }
        // "Lo invitó a la cena": only a person is said twice.
        if clitic == nil || namesSomebody(phrase) { objectPhrase = .phrase(phrase) }
        next = phrase.upperBound
      } else if bare == nil, let phrase = nounPhrase(from: next) {
        bare = .phrase(phrase)
        next = phrase.upperBound
      } else {
        break arguments
      }
    }
    roles.patient = objectPhrase ?? clitic
    if let subjectPhrase {
      roles.agent = subjectPhrase
      // "El Senado rechazó la propuesta"; what is given to somebody is no patient.
      if roles.patient == nil { roles.patient = bare }
    } else if let bare {
      // "A Juan lo vio María", "vio María a Juan"; but "dio el libro a Juan".
      guard roles.patient != nil, objectPhrase != nil || clitic != nil else { return nil }
      guard case .phrase(let phrase) = bare, namesSomebody(phrase) else { return nil }
      roles.agent = bare
    } else {
      roles.agent = words[group.finite].verbPerson.map { .person($0) }
    }
    return roles
  }

  /// Whether a phrase names somebody, or begins as one who can act does.
  private func namesSomebody(_ phrase: Range<Int>) -> Bool {
    words[phrase].contains {
      $0.isCapitalized && !$0.isCommon || $0.kind.contains(any: [.role, .body, .title])
        || $0.person.contains(any: [.masculinePerson, .femininePerson])
    }
  }
}
