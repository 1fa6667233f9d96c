internal import CotejoLexicon
internal import CotejoText

/// The grammatical persons of which a side speaks.
struct PersonSet: OptionSet, Hashable {
  let rawValue: UInt8

  /// *I*, *yo*.
  static let i = Self(rawValue: 1 << 0)
  /// *We*, *nosotros*.
  static let we = Self(rawValue: 1 << 1)
  /// *You*, *tú*, *usted*.
  static let you = Self(rawValue: 1 << 2)
  /// *They*, *ellos*.
  static let they = Self(rawValue: 1 << 3)

  /// Each person with what a message calls it.
  static let named: [(person: Self, name: String)] = [
    (.i, "I"), (.we, "we"), (.you, "you"), (.they, "they"),
  ]
}

/// Which persons a side names, and which it may name.
struct PersonCues {
  /// The persons that words of the side name for certain, with the first such word.
  private(set) var sure: [(person: PersonSet, word: Int)] = []
  /// The persons that may be meant by some word: a Spanish plural may be *they* or *you*.
  private(set) var possible: PersonSet = []

  /// Takes the markers of a side.
  init(_ side: CheckedSide) {
    for (index, word) in side.words.enumerated() {
      // *US* is a country.
      if word.isCapitalized, word.span.count > 1, side.isAcronym(word) { continue }
      // A verb behind *se* may have no subject at all: *se vendieron*.
      let isImpersonal = index > 0 && side.words[index - 1].kind.contains(.objectPronoun)
      // An ending that is of one person is of no other: *-amos* is no *-s*.
      let isTold = Self.readings.contains { $0.2 && word.person.contains(any: $0.0) }
      for (classes, person, isSure) in Self.readings
      where word.person.contains(any: classes) && (isSure || !isTold) {
        possible.formUnion(person)
        if isSure, !(isImpersonal && person == .they) { sure.append((person, index)) }
      }
    }
  }

  private static let readings: [(PersonClasses, PersonSet, Bool)] = [
    (.firstSingular, .i, true), (.firstPlural, .we, true), (.second, .you, true),
    (.thirdPlural, .they, true), (.maybeFirstSingular, .i, false),
    (.maybeSecond, .you, false), (.maybeThirdPlural, .they, false),
  ]
}
