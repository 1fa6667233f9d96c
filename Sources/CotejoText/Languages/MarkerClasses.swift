/// What a word or phrase does to what a sentence says: denies it, weakens it, counts it.
///
/// The classes stand by their headings in a language's `fidelity.txt`. A word may be in several.
package struct MarkerClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable package init(bit: UInt64) { self.init(rawValue: 1 << bit) }

  /// The set of some classes.
  @inlinable @inline(__always) package init(arrayLiteral classes: Self...) {
    var bits: UInt64 = 0
    for one in classes { bits |= one.rawValue }
    self.init(rawValue: bits)
  }

  /// Whether it holds one of `classes` at least.
  @inlinable @inline(__always) package func contains(any classes: Self) -> Bool {
    rawValue & classes.rawValue != 0
  }

  /// The classes by the headings of `fidelity.txt`.
  static let headings: [String: MarkerClasses] = [
    "negations": .negation, "negatives": .negative, "privatives": .privative,
    "lexical-negations": .lexicalNegation, "limits": .limit, "idioms": .idiom,
    "necessity": .necessity, "advice": .advice, "possibility": .possibility,
    "futures": .future, "conditionals": .conditional, "presents": .present, "pasts": .past,
    "perfect-auxiliaries": .perfectAuxiliary, "participles": .participle, "copulas": .copula,
    "auxiliaries": .auxiliary,
    "hedges": .hedge, "reports": .report, "beliefs": .belief, "approximations": .approximation,
    "universals": .universal, "majorities": .majority, "multitudes": .multitude, "some": .some,
    "few": .few, "only": .only, "also": .also, "both": .both, "either": .either,
    "always": .always, "often": .often, "sometimes": .sometimes, "seldom": .seldom,
    "before": .before, "after": .after, "above": .above, "below": .below, "more": .more,
    "less": .less, "rise": .rise, "fall": .fall, "first": .first, "last": .last,
    "at-least": .atLeast, "at-most": .atMost, "better": .better, "worse": .worse,
    "experiencers": .experiencer,
  ]
}

/// Denial.
extension MarkerClasses {
  /// Denies a clause by itself: *not*, *no*.
  @inlinable package static var negation: Self { Self(bit: 0) }
  /// Denies by what it names: *nobody*, *nunca*; beside a negation it is part of it in Spanish.
  @inlinable package static var negative: Self { Self(bit: 1) }
  /// Denies what it governs: *without*, *sin*.
  @inlinable package static var privative: Self { Self(bit: 2) }
  /// Denies as part of what it means: *fail*, *lack*, *imposible*; may stand for a denial.
  @inlinable package static var lexicalNegation: Self { Self(bit: 3) }
  /// Goes with a denial in one language and without it in another: *until*, *hasta*, *only*, *sino*.
  @inlinable package static var limit: Self { Self(bit: 4) }
  /// Holds words of other classes that mean nothing of the kind here: *not only*, *sin embargo*.
  @inlinable package static var idiom: Self { Self(bit: 5) }
}

/// What must, may, should be.
extension MarkerClasses {
  /// *must*, *tener que*.
  @inlinable package static var necessity: Self { Self(bit: 6) }
  /// *should*, *debería*, *convenir*.
  @inlinable package static var advice: Self { Self(bit: 7) }
  /// *can*, *may*, *poder*.
  @inlinable package static var possibility: Self { Self(bit: 8) }
}

/// When.
extension MarkerClasses {
  /// Words and auxiliaries of the future: *will*, *-rá*.
  @inlinable package static var future: Self { Self(bit: 9) }
  /// *would*, *-ría*.
  @inlinable package static var conditional: Self { Self(bit: 10) }
  /// *is*, *son*.
  @inlinable package static var present: Self { Self(bit: 11) }
  /// *was*, *-aron*.
  @inlinable package static var past: Self { Self(bit: 12) }
  /// What makes a perfect with a participle: *has*, *había*.
  @inlinable package static var perfectAuxiliary: Self { Self(bit: 13) }
  /// Forms that need an auxiliary to say when: participles, gerunds, infinitives.
  @inlinable package static var participle: Self { Self(bit: 14) }
  /// Forms of *be*, *ser*, *estar*.
  @inlinable package static var copula: Self { Self(bit: 15) }
  /// Gives a verb behind it its tense, apart from copulas and perfects: *will*, *did*.
  @inlinable package static var auxiliary: Self { Self(bit: 47) }
}

/// How surely.
extension MarkerClasses {
  /// *perhaps*, *al parecer*, *presunto*.
  @inlinable package static var hedge: Self { Self(bit: 16) }
  /// Says whose word it is: *according to*, *según*.
  @inlinable package static var report: Self { Self(bit: 17) }
  /// *believe*, *parecer*: may stand for a hedge.
  @inlinable package static var belief: Self { Self(bit: 18) }
  /// *almost*, *casi*.
  @inlinable package static var approximation: Self { Self(bit: 19) }
}

/// How many, how often.
extension MarkerClasses {
  /// *all*, *every*.
  @inlinable package static var universal: Self { Self(bit: 20) }
  /// *most*.
  @inlinable package static var majority: Self { Self(bit: 21) }
  /// *many*.
  @inlinable package static var multitude: Self { Self(bit: 22) }
  /// *some*, *several*.
  @inlinable package static var some: Self { Self(bit: 23) }
  /// *few*, *little*.
  @inlinable package static var few: Self { Self(bit: 24) }
  /// *only*.
  @inlinable package static var only: Self { Self(bit: 25) }
  /// *also*.
  @inlinable package static var also: Self { Self(bit: 26) }
  /// *both*.
  @inlinable package static var both: Self { Self(bit: 27) }
  /// *either*, *any*.
  @inlinable package static var either: Self { Self(bit: 28) }
  /// *always*.
  @inlinable package static var always: Self { Self(bit: 29) }
  /// *often*.
  @inlinable package static var often: Self { Self(bit: 30) }
  /// *sometimes*.
  @inlinable package static var sometimes: Self { Self(bit: 31) }
  /// *rarely*.
  @inlinable package static var seldom: Self { Self(bit: 32) }
}

/// Which side of something.
extension MarkerClasses {
  /// *before*.
  @inlinable package static var before: Self { Self(bit: 33) }
  /// *after*.
  @inlinable package static var after: Self { Self(bit: 34) }
  /// *above*, *over*.
  @inlinable package static var above: Self { Self(bit: 35) }
  /// *below*, *under*.
  @inlinable package static var below: Self { Self(bit: 36) }
  /// *more*.
  @inlinable package static var more: Self { Self(bit: 37) }
  /// *less*.
  @inlinable package static var less: Self { Self(bit: 38) }
  /// *increase*, *higher*.
  @inlinable package static var rise: Self { Self(bit: 39) }
  /// *decrease*, *lower*.
  @inlinable package static var fall: Self { Self(bit: 40) }
  /// *first*.
  @inlinable package static var first: Self { Self(bit: 41) }
  /// *last*.
  @inlinable package static var last: Self { Self(bit: 42) }
  /// *at least*.
  @inlinable package static var atLeast: Self { Self(bit: 43) }
  /// *at most*.
  @inlinable package static var atMost: Self { Self(bit: 44) }
  /// *better*.
  @inlinable package static var better: Self { Self(bit: 45) }
  /// *worse*.
  @inlinable package static var worse: Self { Self(bit: 46) }
}

/// Who.
extension MarkerClasses {
  /// A verb whose object is who feels or has, and the subject of the verb that renders it: *gustar*.
  @inlinable package static var experiencer: Self { Self(bit: 48) }
}
