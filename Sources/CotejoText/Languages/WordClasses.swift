/// What a language's data say of a word: the classes that finding quotations and their speakers
/// rests on.
///
/// A form may be in several: *report* is a verb and a noun, *la* an article and a pronoun.
package struct WordClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  // The classes are asked for several times a word, from another target: they and their sets must
  // become constants there, where the standard library's initializer would build arrays.

  @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable package init(bit: UInt64) { self.init(rawValue: 1 << bit) }

  /// The set of some classes.
  @inlinable @inline(__always) package init(arrayLiteral classes: Self...) {
    var bits: UInt64 = 0
    for one in classes { bits |= one.rawValue }
    self.init(rawValue: bits)
  }

  /// A form of a verb that takes a quotation or a clause: *said*, *afirma*.
  @inlinable package static var reportingVerb: Self { Self(bit: 0) }
  /// A form of a verb of holding or finding, with a clause: *believes*, *considera*.
  @inlinable package static var claimVerb: Self { Self(bit: 1) }
  /// A form of a verb that only stands beside a quotation: *laughed*, *prosiguió*.
  @inlinable package static var speakingVerb: Self { Self(bit: 2) }
  /// A form of a verb of calling: *calling it …*, *tildó de …*.
  @inlinable package static var namingVerb: Self { Self(bit: 3) }
  /// A form of a verb that binds its subject to do something: *vowed to …*.
  @inlinable package static var promiseVerb: Self { Self(bit: 4) }
  /// The infinitive of one of these verbs, in English also its bare form.
  @inlinable package static var infinitive: Self { Self(bit: 5) }
  /// The English -ing form, the Spanish gerund of one of these verbs.
  @inlinable package static var gerund: Self { Self(bit: 6) }
  /// What is said, or what says it: *statement*, *comunicado*.
  @inlinable package static var reportingNoun: Self { Self(bit: 7) }
  /// A phrase that gives a source: *according to*, *según*.
  @inlinable package static var sourcePhrase: Self { Self(bit: 8) }
  /// A phrase that gives whose view something is, beside a quotation only: *para*.
  @inlinable package static var viewPhrase: Self { Self(bit: 9) }
  /// A word that says that a speaker quotes another: *citing*.
  @inlinable package static var quotingWord: Self { Self(bit: 10) }
  /// A word that begins a reported clause: *that*, *si*.
  @inlinable package static var subordinator: Self { Self(bit: 11) }
  /// A title before a name: *Mr*, *doña*.
  @inlinable package static var title: Self { Self(bit: 12) }
  /// What somebody is: *minister*, *vecina*.
  @inlinable package static var role: Self { Self(bit: 13) }
  /// What a body is called: *ministry*, *partido*.
  @inlinable package static var body: Self { Self(bit: 14) }
  /// A first name.
  @inlinable package static var firstName: Self { Self(bit: 15) }
  /// A pronoun that can be a subject.
  @inlinable package static var pronoun: Self { Self(bit: 16) }
  /// A pronoun of the first person.
  @inlinable package static var firstPerson: Self { Self(bit: 17) }
  /// A pronoun that is no subject: *him*, *le*.
  @inlinable package static var objectPronoun: Self { Self(bit: 18) }
  /// A pronoun that begins a relative clause: *who*, *quien*.
  @inlinable package static var relative: Self { Self(bit: 19) }
  /// An article, demonstrative or number word before a noun.
  @inlinable package static var determiner: Self { Self(bit: 20) }
  /// A possessive before a noun.
  @inlinable package static var possessive: Self { Self(bit: 21) }
  /// A preposition with its article: *del*.
  @inlinable package static var contraction: Self { Self(bit: 22) }
  /// A form of a verb that goes with others: *has*, *fue*.
  @inlinable package static var auxiliary: Self { Self(bit: 23) }
  /// A word that denies.
  @inlinable package static var negation: Self { Self(bit: 24) }
  /// A preposition.
  @inlinable package static var preposition: Self { Self(bit: 25) }
  /// A word that joins words or clauses.
  @inlinable package static var conjunction: Self { Self(bit: 26) }
  /// An adverb.
  @inlinable package static var adverb: Self { Self(bit: 27) }
  /// A day, month or other stretch of time.
  @inlinable package static var time: Self { Self(bit: 28) }
  /// A word in small letters inside names: *de*, *von*.
  @inlinable package static var nameParticle: Self { Self(bit: 29) }
  /// A word behind which words in marks are a title, name or term: *film*, *llamado*.
  @inlinable package static var titleWord: Self { Self(bit: 30) }
  /// Of a female person, or grammatically feminine.
  @inlinable package static var feminine: Self { Self(bit: 31) }
  /// Of a male person, or grammatically masculine.
  @inlinable package static var masculine: Self { Self(bit: 32) }
  /// Of several.
  @inlinable package static var plural: Self { Self(bit: 33) }
  /// Of a thing or body.
  @inlinable package static var neuter: Self { Self(bit: 34) }
  /// A word behind the first of a phrase.
  @inlinable package static var phraseRest: Self { Self(bit: 35) }

  /// Of a shape that few words but verbs have: *visited*, *llegaron*.
  @inlinable package static var verbShape: Self { Self(bit: 36) }
  /// A form of a verb behind which a clause follows even without *that*.
  @inlinable package static var clauseVerb: Self { Self(bit: 37) }
  /// Of a shape that few words but infinitives have: *resistir*.
  @inlinable package static var infinitiveShape: Self { Self(bit: 38) }
  /// The particle of an English infinitive.
  @inlinable package static var infinitiveParticle: Self { Self(bit: 39) }
  /// A participle of one of these verbs, in languages where it is no past tense.
  @inlinable package static var participle: Self { Self(bit: 40) }
  /// A determiner that brings in what was not named before.
  @inlinable package static var indefinite: Self { Self(bit: 41) }
  /// A word of the first person, verbs and possessives among them: *mine*, *creo*.
  @inlinable package static var speakerWord: Self { Self(bit: 42) }
  /// A word of the second person, by which somebody is spoken to: *yours*, *usted*.
  @inlinable package static var addressWord: Self { Self(bit: 43) }
  /// A form of the verb that makes a participle behind it passive: *was*, *fue*.
  @inlinable package static var passiveAuxiliary: Self { Self(bit: 44) }
  /// The preposition before who does what a passive verb says: *by*, *por*.
  @inlinable package static var agentPreposition: Self { Self(bit: 45) }
  /// A word behind which the bare form of a verb is no present tense: *would*.
  @inlinable package static var modal: Self { Self(bit: 46) }
  /// A form of a verb whose object is who is told: *told*, *reminded*.
  @inlinable package static var tellingVerb: Self { Self(bit: 47) }
  /// A word that asks rather than reports: *how*, *por qué*.
  @inlinable package static var interrogative: Self { Self(bit: 48) }
  /// A conjunction that sets a new statement against the one before: *but*.
  @inlinable package static var adversative: Self { Self(bit: 49) }
  /// A word between what is named and what it is called: *as*, *de*.
  @inlinable package static var namingParticle: Self { Self(bit: 50) }
  /// A conjunction that joins equals: *and*, *y*, *e*.
  @inlinable package static var coordinator: Self { Self(bit: 51) }
  /// A word that goes on with a narration behind a comma: *mientras*.
  @inlinable package static var narrationLink: Self { Self(bit: 52) }
  /// A preposition between a verb and its infinitive: *se apresuró a decir*.
  @inlinable package static var infinitiveLink: Self { Self(bit: 53) }
  /// What is left of a word whose beginning an apostrophe stands for: *tis*.
  @inlinable package static var elision: Self { Self(bit: 54) }
  /// A phrase that gives somebody's view who was named before: *in her view*.
  @inlinable package static var anaphoric: Self { Self(bit: 55) }
  /// A preposition before whom an action is done to: the personal *a*, *al*.
  @inlinable package static var objectPreposition: Self { Self(bit: 56) }
  /// A preposition between a noun and whose or of what it is: *of*, *de*.
  @inlinable package static var genitive: Self { Self(bit: 57) }

  /// Classes that say nothing of the part of speech, which the word's ending may still tell.
  static let secondary: Self = [
    .speakerWord, .addressWord, .elision, .namingParticle, .narrationLink, .infinitiveLink,
  ]

  /// Whether it holds one of `classes` at least.
  @inlinable @inline(__always) package func contains(any classes: Self) -> Bool {
    rawValue & classes.rawValue != 0
  }

  /// A form of a verb that can say that somebody speaks.
  @inlinable package static var anyVerb: Self {
    [.reportingVerb, .claimVerb, .speakingVerb, .namingVerb, .promiseVerb]
  }

  /// The classes of the headings of a language's `quotations.txt` that hold words or phrases.
  static let headings: [String: WordClasses] = [
    "reporting-verbs": .reportingVerb, "claim-verbs": .claimVerb,
    "speaking-verbs": .speakingVerb, "naming-verbs": .namingVerb, "promise-verbs": .promiseVerb,
    "reporting-nouns": .reportingNoun, "source-phrases": .sourcePhrase,
    "view-phrases": .viewPhrase, "own-view-phrases": [.viewPhrase, .anaphoric],
    "quoting-words": .quotingWord, "subordinators": .subordinator,
    "titles": .title, "titles-feminine": [.title, .feminine],
    "titles-masculine": [.title, .masculine], "roles": .role, "roles-feminine": [.role, .feminine],
    "roles-masculine": [.role, .masculine], "bodies": .body,
    "pronouns-feminine": [.pronoun, .feminine], "pronouns-masculine": [.pronoun, .masculine],
    "pronouns-neuter": [.pronoun, .neuter], "pronouns-plural": [.pronoun, .plural],
    "pronouns-first": [.pronoun, .firstPerson], "object-pronouns": .objectPronoun,
    "relative-pronouns": .relative, "determiners": .determiner,
    "articles-feminine": [.determiner, .feminine],
    "articles-masculine": [.determiner, .masculine], "possessives": .possessive,
    "indefinites": .indefinite,
    "contractions": .contraction, "auxiliaries": .auxiliary, "negations": .negation,
    "prepositions": .preposition, "conjunctions": .conjunction, "adverbs": .adverb,
    "times": .time, "verb-shapes": .verbShape, "clause-verbs": .clauseVerb,
    "infinitive-shapes": .infinitiveShape, "infinitive-particles": .infinitiveParticle,
    "name-particles": .nameParticle,
    "title-words": .titleWord, "speaker-words": .speakerWord, "address-words": .addressWord,
    "passive-auxiliaries": .passiveAuxiliary, "agent-prepositions": .agentPreposition,
    "modals": .modal, "telling-verbs": .tellingVerb, "interrogatives": .interrogative,
    "adversatives": .adversative, "naming-particles": .namingParticle,
    "coordinators": .coordinator, "narration-links": .narrationLink,
    "infinitive-links": .infinitiveLink, "elisions": .elision,
    "object-prepositions": .objectPreposition, "genitives": .genitive,
    "first-names-feminine": [.firstName, .feminine],
    "first-names-masculine": [.firstName, .masculine],
  ]
}
