internal import CotejoLexicon
internal import CotejoText

/// What the original says of the gender of the people in it.
///
/// Pronouns, words for men and women, titles and first names say it surely; the article of a noun that
/// is of either gender (*la periodista*) nearly so; participles behind a form of *to be* may be of a
/// thing. Masculine plurals are of both genders.
struct GenderCues {
  /// What a cue says, in log-odds.
  private enum Weight {
    static let pronoun: Float = 4
    static let person: Float = 3.5
    static let role: Float = 2.2
    /// An article before a noun of either gender, and with a name behind it.
    static let determiner: (alone: Float, named: Float) = (1.6, 2.8)
    /// A noun that also names a field: *la política*.
    static let field: Float = 1
    /// A pronoun before a verb, that may be of a thing.
    static let object: (feminine: Float, masculine: Float) = (1.8, 0.7)
    /// The share of a relative: the others speak of somebody else.
    static let relative: Float = 0.4
    /// The share of a noun, where a pronoun is judged: it may be of somebody else.
    static let noun: Float = 0.75
    static let name: Float = 2.6
    /// A participle behind a form of *to be*; at the beginning its subject is a person as a rule.
    static let participle: (elsewhere: Float, first: Float) = (1.1, 1.8)
    static let partner: Float = 1.5
    /// The share of a plural: it may be of others, and masculine ones are of both genders.
    static let plural: (feminine: Float, masculine: Float) = (0.7, 0.1)
  }

  /// Cues do not add up to more.
  private static let most: Float = 5

  /// For each word of the original what it says: above 0 of a woman, below 0 of a man.
  private var leans: [Float]
  /// What each word for a person says, plurals as singulars.
  private var persons: [Float]
  private var pronouns: [Bool]
  /// All that speaks for a woman, and for a man.
  private(set) var feminine: Float = 0
  private(set) var masculine: Float = 0
  /// Whether the language's data tell genders.
  let areKnown: Bool

  init(_ pair: CheckedPair) {
    let words = pair.source.words
    leans = Array(repeating: 0, count: words.count)
    persons = leans
    pronouns = Array(repeating: false, count: words.count)
    areKnown = pair.batch.tellsGender
    guard areKnown else { return }
    var owners: Float = 0
    for index in words.indices {
      pronouns[index] = words[index].person.contains(any: [.masculinePronoun, .femininePronoun])
      persons[index] = Self.lean(index, words, pair)
      leans[index] = persons[index]
      if pair.form(of: words[index], on: .source).last == UInt8(ascii: "s") {
        leans[index] *= leans[index] > 0 ? Weight.plural.feminine : Weight.plural.masculine
      }
      if !pronouns[index] { leans[index] *= Weight.noun }
      if index > 0, words[index - 1].kind.contains(.possessive) {
        leans[index] *= Weight.relative
        if words[index].person.contains(.husband) { owners += Weight.partner }
        if words[index].person.contains(.wife) { owners -= Weight.partner }
      }
    }
    feminine = min(Self.most, leans.reduce(0) { $0 + max(0, $1) } + max(0, owners))
    masculine = min(Self.most, leans.reduce(0) { $0 + max(0, -$1) } + max(0, -owners))
  }

  /// What a word of the original says of its own gender; 0 for nothing, `nil` for no such word.
  func lean(of word: Int) -> Float? { persons.indices.contains(word) ? persons[word] : nil }

  /// Whether some word of the original names a person of a gender, one of several too.
  func names(isFeminine: Bool) -> Bool {
    persons.contains { isFeminine ? $0 >= Weight.participle.first : $0 <= -Weight.role }
  }

  /// Whether a word of the original is a pronoun.
  func isPronoun(_ word: Int) -> Bool { pronouns[word] }

  /// The word that speaks most for a gender.
  func strongest(isFeminine: Bool, in pair: CheckedPair) -> TextSpan? {
    let best = leans.indices.max {
      (isFeminine ? leans[$0] : -leans[$0]) < (isFeminine ? leans[$1] : -leans[$1])
    }
    guard let best, isFeminine ? leans[best] > 0 : leans[best] < 0 else { return nil }
    return pair.source.words[best].span
  }

  private static func lean(_ index: Int, _ words: [CheckedWord], _ pair: CheckedPair) -> Float {
    let word = words[index]
    func signed(_ isFeminine: Bool, _ weight: Float) -> Float { isFeminine ? weight : -weight }
    let isNamed =
      index + 1 < words.count && words[index + 1].isCapitalized
      && words[index + 1].token == word.token + 1
    let determiner = isNamed ? Weight.determiner.named : Weight.determiner.alone
    let classes = word.person
    if classes.contains(any: [.femininePronoun, .masculinePronoun]) {
      return signed(classes.contains(.femininePronoun), Weight.pronoun)
    }
    let before = index > 0 ? words[index - 1].person : []
    if classes.contains(any: [.femininePerson, .masculinePerson]) {
      // An office may be held by a woman though its name is that of a man: *la presidente*.
      if before.contains(.feminineDeterminer), classes.contains(.masculinePerson) {
        return determiner
      }
      return signed(classes.contains(.femininePerson), Weight.person)
    }
    if word.isCapitalized, word.kind.contains(.firstName),
      word.kind.contains(.feminine) != word.kind.contains(.masculine)
    {
      return word.kind.contains(.feminine) ? Weight.name : -Weight.name
    }
    if word.kind.contains(any: [.role, .title]) {
      if word.kind.contains(.feminine) { return Weight.field }
      if before.contains(.feminineDeterminer) { return determiner }
      if before.contains(.masculineDeterminer) { return -determiner }
      return word.kind.contains(.masculine) ? signed(false, Weight.role) : 0
    }
    if classes.contains(any: [.feminineDeterminer, .masculineDeterminer]),
      word.kind.contains(.objectPronoun), index + 1 < words.count,
      words[index + 1].kind.contains(any: [.verbShape, .auxiliary])
    {
      return classes.contains(.feminineDeterminer)
        ? Weight.object.feminine : -Weight.object.masculine
    }
    return participleLean(index, words, signed)
  }

  /// What a participle says that a form of *to be* stands before, with an adverb between at most.
  private static func participleLean(
    _ index: Int, _ words: [CheckedWord], _ signed: (Bool, Float) -> Float
  ) -> Float {
    let classes = words[index].person
    let isFeminine = classes.contains(.feminineParticiple)
    guard isFeminine || classes.contains(.masculineParticiple) else { return 0 }
    let behind = words[max(0, index - 3)..<index]
    guard behind.contains(where: { $0.person.contains(.copula) }) else { return 0 }
    // *Ha llegado* takes no gender.
    if words[index - 1].kind.contains(.auxiliary), !isFeminine,
      !words[index - 1].person.contains(.copula)
    {
      return 0
    }
    return signed(
      isFeminine, index < 4 ? Weight.participle.first : Weight.participle.elsewhere)
  }
}
