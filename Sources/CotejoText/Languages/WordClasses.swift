/// What a language's data say of a word: the classes that finding quotations and their speakers
/// rests on.
///
/// A form may be in several: *report* is a verb and a noun, *la* an article and a pronoun.
package struct WordClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ bit: UInt64) { rawValue = 1 << bit }

  /// A form of a verb that takes a quotation or a clause: *said*, *afirma*.
  package static let reportingVerb = Self(0)
  /// A form of a verb of holding or finding, with a clause: *believes*, *considera*.
  package static let claimVerb = Self(1)
  /// A form of a verb that only stands beside a quotation: *laughed*, *prosiguió*.
  package static let speakingVerb = Self(2)
  /// A form of a verb of calling: *calling it …*, *tildó de …*.
  package static let namingVerb = Self(3)
  /// A form of a verb that binds its subject to do something: *vowed to …*.
  package static let promiseVerb = Self(4)
  /// The infinitive of one of these verbs, in English also its bare form.
  package static let infinitive = Self(5)
  /// The English -ing form, the Spanish gerund of one of these verbs.
  package static let gerund = Self(6)
  /// What is said, or what says it: *statement*, *comunicado*.
  package static let reportingNoun = Self(7)
  /// A phrase that gives a source: *according to*, *según*.
  package static let sourcePhrase = Self(8)
  /// A phrase that gives whose view something is, beside a quotation only: *para*.
  package static let viewPhrase = Self(9)
  /// A word that says that a speaker quotes another: *citing*.
  package static let quotingWord = Self(10)
  /// A word that begins a reported clause: *that*, *si*.
  package static let subordinator = Self(11)
  /// A title before a name: *Mr*, *doña*.
  package static let title = Self(12)
  /// What somebody is: *minister*, *vecina*.
  package static let role = Self(13)
  /// What a body is called: *ministry*, *partido*.
  package static let body = Self(14)
  /// A first name.
  package static let firstName = Self(15)
  /// A pronoun that can be a subject.
  package static let pronoun = Self(16)
  /// A pronoun of the first person.
  package static let firstPerson = Self(17)
  /// A pronoun that is no subject: *him*, *le*.
  package static let objectPronoun = Self(18)
  /// A pronoun that begins a relative clause: *who*, *quien*.
  package static let relative = Self(19)
  /// An article, demonstrative or number word before a noun.
  package static let determiner = Self(20)
  /// A possessive before a noun.
  package static let possessive = Self(21)
  /// A preposition with its article: *del*.
  package static let contraction = Self(22)
  /// A form of a verb that goes with others: *has*, *fue*.
  package static let auxiliary = Self(23)
  /// A word that denies.
  package static let negation = Self(24)
  /// A preposition.
  package static let preposition = Self(25)
  /// A word that joins words or clauses.
  package static let conjunction = Self(26)
  /// An adverb.
  package static let adverb = Self(27)
  /// A day, month or other stretch of time.
  package static let time = Self(28)
  /// A word in small letters inside names: *de*, *von*.
  package static let nameParticle = Self(29)
  /// A word behind which words in marks are a title, name or term: *film*, *llamado*.
  package static let titleWord = Self(30)
  /// Of a female person, or grammatically feminine.
  package static let feminine = Self(31)
  /// Of a male person, or grammatically masculine.
  package static let masculine = Self(32)
  /// Of several.
  package static let plural = Self(33)
  /// Of a thing or body.
  package static let neuter = Self(34)
  /// A word behind the first of a phrase.
  package static let phraseRest = Self(35)

  /// Of a shape that few words but verbs have: *visited*, *llegaron*.
  package static let verbShape = Self(36)
  /// A form of a verb behind which a clause follows even without *that*.
  package static let clauseVerb = Self(37)
  /// Of a shape that few words but infinitives have: *resistir*.
  package static let infinitiveShape = Self(38)
  /// The particle of an English infinitive.
  package static let infinitiveParticle = Self(39)
  /// A participle of one of these verbs, in languages where it is no past tense.
  package static let participle = Self(40)
  /// A determiner that brings in what was not named before.
  package static let indefinite = Self(41)
  /// A word of the first person, verbs and possessives among them: *mine*, *creo*.
  package static let speakerWord = Self(42)
  /// A word of the second person, by which somebody is spoken to: *yours*, *usted*.
  package static let addressWord = Self(43)
  /// A form of the verb that makes a participle behind it passive: *was*, *fue*.
  package static let passiveAuxiliary = Self(44)
  /// The preposition before who does what a passive verb says: *by*, *por*.
  package static let agentPreposition = Self(45)
  /// A word behind which the bare form of a verb is no present tense: *would*.
  package static let modal = Self(46)
  /// A form of a verb whose object is who is told: *told*, *reminded*.
  package static let tellingVerb = Self(47)
  /// A word that asks rather than reports: *how*, *por qué*.
  package static let interrogative = Self(48)
  /// A conjunction that sets a new statement against the one before: *but*.
  package static let adversative = Self(49)
  /// A word between what is named and what it is called: *as*, *de*.
  package static let namingParticle = Self(50)
  /// A conjunction that joins equals: *and*, *y*, *e*.
  package static let coordinator = Self(51)
  /// A word that goes on with a narration behind a comma: *mientras*.
  package static let narrationLink = Self(52)
  /// A preposition between a verb and its infinitive: *se apresuró a decir*.
  package static let infinitiveLink = Self(53)
  /// What is left of a word whose beginning an apostrophe stands for: *tis*.
  package static let elision = Self(54)
  /// A phrase that gives somebody's view who was named before: *in her view*.
  package static let anaphoric = Self(55)

  /// Classes that say nothing of the part of speech, which the word's ending may still tell.
  static let secondary: Self = [
    .speakerWord, .addressWord, .elision, .namingParticle, .narrationLink, .infinitiveLink,
  ]

  /// Whether it holds one of `classes` at least.
  package func contains(any classes: Self) -> Bool { !isDisjoint(with: classes) }

  /// A form of a verb that can say that somebody speaks.
  package static let anyVerb: Self = [
    .reportingVerb, .claimVerb, .speakingVerb, .namingVerb, .promiseVerb,
  ]

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
    "first-names-feminine": [.firstName, .feminine],
    "first-names-masculine": [.firstName, .masculine],
  ]
}
