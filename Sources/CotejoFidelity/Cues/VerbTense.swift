internal import CotejoLexicon
internal import CotejoText

/// When something is, as a verb with its auxiliaries says.
struct VerbTense: OptionSet, Hashable {
  let rawValue: UInt8

  /// *went*, *fue*, *iba*.
  static let past = VerbTense(rawValue: 1)
  /// *had gone*, *había ido*.
  static let pluperfect = VerbTense(rawValue: 2)
  /// *has gone*, *ha ido*.
  static let perfect = VerbTense(rawValue: 4)
  /// *goes*, *is going*, *va*.
  static let present = VerbTense(rawValue: 8)
  /// *will go*, *irá*, *va a ir*.
  static let future = VerbTense(rawValue: 16)
  /// *would go*, *iría*.
  static let conditional = VerbTense(rawValue: 32)

  static let all: [VerbTense] = [.past, .pluperfect, .perfect, .present, .future, .conditional]
}

extension CheckedSide {
  /// Auxiliaries stand no further before their verb than this: *will not soon have been seen*.
  private static let reach = 4

  /// The tenses that a word with the auxiliaries before it may be in, and where it begins; none for
  /// what is no verb, or a form that does not tell.
  func tense(of word: Int) -> (tenses: VerbTense, start: Int) {
    let own = words[word].classes
    // "Is going to", "va a" before the infinitive.
    for marker in markers
    where marker.words.upperBound == word && marker.words.count > 1
      && marker.classes.contains(.future)
    {
      return (.future, marker.words.lowerBound)
    }
    if own.contains(any: [.participle, .past]), let found = auxiliary(before: word) {
      return found
    }
    if own.contains(.participle) && !own.contains(any: [.present, .past, .copula]) {
      return ([], word)
    }
    if own.contains(.future), !own.contains(.past) { return (.future, word) }
    if let found = infinitive(word) { return found }
    return (Self.simple(own), word)
  }

  /// The tense of a verb in the infinitive behind *will*, *would*, *did*, *va a*.
  private func infinitive(_ word: Int) -> (tenses: VerbTense, start: Int)? {
    guard !words[word].classes.contains(any: [.past, .present, .conditional]) else { return nil }
    return auxiliary(before: word).flatMap { words[$0.start].isAuxiliary ? $0 : nil }
  }

  /// The tense that the first of the auxiliaries before a verb gives it.
  private func auxiliary(before word: Int) -> (tenses: VerbTense, start: Int)? {
    var first: Int?
    var index = word - 1
    while index >= max(0, word - Self.reach), !hasMark(index, index + 1) {
      if words[index].isAuxiliary {
        first = index
      } else if first != nil || !words[index].isCommon {
        break
      }
      index -= 1
    }
    guard let first else { return nil }
    let classes = words[first].classes
    if classes.contains(.future) { return (.future, first) }
    if classes.contains(.conditional) { return (.conditional, first) }
    if classes.contains(.perfectAuxiliary) {
      return (classes.contains(.past) ? .pluperfect : .perfect, first)
    }
    return (Self.simple(classes), first)
  }

  private static func simple(_ classes: MarkerClasses) -> VerbTense {
    var tenses: VerbTense = []
    if classes.contains(.past) { tenses.formUnion(.past) }
    if classes.contains(.present) { tenses.formUnion(.present) }
    if classes.contains(.future) { tenses.formUnion(.future) }
    if classes.contains(.conditional) { tenses.formUnion(.conditional) }
    return tenses
  }

  /// Whether a mark stands between two words.
  private func hasMark(_ left: Int, _ right: Int) -> Bool {
    words[right].token - words[left].token > 1
  }
}

extension CheckedWord {
  /// Whether it is a past by itself and a participle behind an auxiliary: *signed*.
  var isPastOrParticiple: Bool { classes.contains([.past, .participle]) }

  /// Whether it gives a verb behind it its tense.
  var isAuxiliary: Bool {
    classes.contains(any: [.copula, .perfectAuxiliary, .auxiliary])
  }
}
