/// What a word says of persons: of what gender somebody is, and of which person a verb or pronoun is.
///
/// The classes stand by their headings in a language's `persons.txt`. A word may be in several.
package struct PersonClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable package init(bit: UInt32) { self.init(rawValue: 1 << bit) }

  /// The set of some classes.
  @inlinable @inline(__always) package init(arrayLiteral classes: Self...) {
    var bits: UInt32 = 0
    for one in classes { bits |= one.rawValue }
    self.init(rawValue: bits)
  }

  /// A man, by what he is called: *hombre*, *actor*.
  @inlinable package static var masculinePerson: Self { Self(bit: 0) }
  /// A woman, by what she is called: *mujer*, *actress*.
  @inlinable package static var femininePerson: Self { Self(bit: 1) }
  /// A pronoun or possessive of a man: *él*, *his*.
  @inlinable package static var masculinePronoun: Self { Self(bit: 2) }
  /// A pronoun or possessive of a woman: *ella*, *her*.
  @inlinable package static var femininePronoun: Self { Self(bit: 3) }
  /// Somebody whose partner is a woman, as a rule: *marido*.
  @inlinable package static var husband: Self { Self(bit: 4) }
  /// Somebody whose partner is a man, as a rule: *esposa*.
  @inlinable package static var wife: Self { Self(bit: 5) }
  /// Before a masculine noun: *el*.
  @inlinable package static var masculineDeterminer: Self { Self(bit: 6) }
  /// Before a feminine noun: *la*.
  @inlinable package static var feminineDeterminer: Self { Self(bit: 7) }
  /// Before a noun in the plural: *los*.
  @inlinable package static var pluralDeterminer: Self { Self(bit: 8) }
  /// Before what takes the gender of its subject: *fue*.
  @inlinable package static var copula: Self { Self(bit: 9) }
  /// A participle or adjective of a man or thing: *nacido*.
  @inlinable package static var masculineParticiple: Self { Self(bit: 10) }
  /// A participle or adjective of a woman or thing: *nacida*.
  @inlinable package static var feminineParticiple: Self { Self(bit: 11) }
  /// Of the speaker alone: *I*, *yo*.
  @inlinable package static var firstSingular: Self { Self(bit: 12) }
  /// Of the speaker and others: *we*, *nos*, *-amos*.
  @inlinable package static var firstPlural: Self { Self(bit: 13) }
  /// Of somebody spoken to: *you*, *tú*.
  @inlinable package static var second: Self { Self(bit: 14) }
  /// Of several others: *they*, *ellos*.
  @inlinable package static var thirdPlural: Self { Self(bit: 15) }
  /// May be of the speaker alone: *-o*, *-aba*.
  @inlinable package static var maybeFirstSingular: Self { Self(bit: 16) }
  /// May be of somebody spoken to: *su*, *-an*.
  @inlinable package static var maybeSecond: Self { Self(bit: 17) }
  /// May be of several others: *se*, *su*, *-an*.
  @inlinable package static var maybeThirdPlural: Self { Self(bit: 18) }
  /// An object that is the subject itself, or none: *se*, *himself*.
  @inlinable package static var reflexive: Self { Self(bit: 19) }

  /// Whether it holds one of `classes` at least.
  @inlinable @inline(__always) package func contains(any classes: Self) -> Bool {
    rawValue & classes.rawValue != 0
  }

  /// Classes that say of what gender words are.
  package static let gendered: Self = [
    .masculinePerson, .femininePerson, .masculinePronoun, .femininePronoun, .husband, .wife,
    .masculineDeterminer, .feminineDeterminer, .pluralDeterminer, .copula, .masculineParticiple,
    .feminineParticiple,
  ]
  /// Classes that say of which person words are.
  package static let personal: Self = [
    .firstSingular, .firstPlural, .second, .thirdPlural, .maybeFirstSingular, .maybeSecond,
    .maybeThirdPlural,
  ]

  /// Every class.
  static var all: Self { Self(rawValue: .max) }

  /// Of the groups `gendered` and `personal` those that hold one of its classes.
  var groups: Self {
    [Self.gendered, .personal].reduce(into: []) { groups, group in
      if contains(any: group) { groups.formUnion(group) }
    }
  }

  /// The classes by the headings of `persons.txt`.
  static let headings: [String: PersonClasses] = [
    "masculine-persons": .masculinePerson, "feminine-persons": .femininePerson,
    "masculine-pronouns": .masculinePronoun, "feminine-pronouns": .femininePronoun,
    "husbands": .husband, "wives": .wife,
    "masculine-determiners": .masculineDeterminer,
    "feminine-determiners": .feminineDeterminer, "plural-determiners": .pluralDeterminer,
    "first-singular": .firstSingular, "first-plural": .firstPlural, "second": .second,
    "third-plural": .thirdPlural, "maybe-first-singular": .maybeFirstSingular,
    "maybe-second": .maybeSecond, "maybe-third-plural": .maybeThirdPlural,
    "copulas": .copula, "masculine-participles": .masculineParticiple,
    "feminine-participles": .feminineParticiple, "reflexives": .reflexive,
  ]
}
