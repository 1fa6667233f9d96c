internal import CotejoText

/// Tells for mentions, in the order of the text, whom they stand for.
///
/// It keeps who spoke last: a pronoun stands for the nearest person that it fits.
struct SpeakerResolver {
  /// Somebody who was mentioned as a speaker.
  private struct Recent {
    var name: String
    /// The number in the table of whom the article names in full.
    var entity: Int?
    var gender: WordClasses
    var isBody: Bool
    var isPlural: Bool
    var word: Int
  }

  private let frame: Frame
  private let table: NameTable
  private var recent: [Recent] = []
  /// Whom each sentence of the frame names, for those that were asked about.
  private var named: [Int: [(word: Int, entity: Int)]] = [:]

  private var words: ArticleWords { frame.words }
  private var reader: NounPhraseReader { NounPhraseReader(frame: frame) }

  /// How many words back a pronoun may reach.
  private static let reach = 250

  /// How many of those whom a sentence names are weighed.
  private static let mostNamed = 64

  /// How many speakers are kept at least.
  private static let memory = 64

  /// Opens a resolver for an article.
  init(frame: Frame) {
    self.frame = frame
    table = NameTable(frame: frame)
  }

  /// The name of whom a mention stands for; nil for a pronoun that nobody fits.
  ///
  /// What is no name and stands for none that is known is its own name, without its article.
  mutating func name(of mention: Range<Int>) -> String? {
    let found = entity(of: mention)
    guard let found else { return nil }
    recent.append(found)
    if recent.count > 2 * Self.memory { recent.removeFirst(Self.memory) }
    return found.name
  }

  private mutating func entity(of mention: Range<Int>) -> Recent? {
    let first = words[mention.lowerBound]
    if mention.count == 1, first.isAny([.relative]), !frame.isNameLike(mention.lowerBound) {
      var end = mention.lowerBound
      while end > 0, !words[end - 1].isWord { end -= 1 }
      let floor = frame.sentence(of: mention.lowerBound).lowerBound
      guard let antecedent = reader.phrase(before: end, floor: floor) else { return nil }
      return antecedent.count == 1 && words[antecedent.lowerBound].isAny(.relative)
        ? nil : entity(of: antecedent)
    }
    if mention.count == 1, first.isAny(.pronoun), !frame.isNameLike(mention.lowerBound) {
      return antecedent(of: mention.lowerBound)
    }
    if let entity = named(mention) { return entity }
    if let entity = role(mention) { return entity }
    if isKnownReport(mention), let reporter = reporter(before: mention.lowerBound) {
      return reporter
    }
    let name = phrase(mention)
    return Recent(
      name: name, gender: [],
      isBody: mention.contains { words[$0].isAny([.body, .reportingNoun]) },
      isPlural: mention.contains { words[$0].isAny(.plural) }, word: mention.lowerBound)
  }

  /// Whether a mention is no more than *the report*: of whom the article spoke last.
  private func isKnownReport(_ mention: Range<Int>) -> Bool {
    let first = words[mention.lowerBound]
    guard mention.count == 2, first.isAny(.determiner), !first.isAny([.indefinite, .plural]),
      words[mention.lowerBound + 1].isAny(.reportingNoun),
      !words[mention.lowerBound + 1].isAny(.plural),
      words.form(mention.lowerBound + 1).last != UInt8(ascii: "s")
    else { return false }
    return mention.upperBound == words.count || !words[mention.upperBound].isAny(.preposition)
  }

  /// Whose report *the report* is: of who spoke last in the paragraph, of whom the two sentences before
  /// name, of who spoke last.
  private mutating func reporter(before index: Int) -> Recent? {
    let paragraph = words[index].paragraph
    if let last = recent.last(where: { !$0.isPlural && words[$0.word].paragraph == paragraph }) {
      return last
    }
    let sentence = frame.sentenceNumber(of: index)
    for number in stride(from: sentence - 1, through: max(0, sentence - 2), by: -1) {
      let range = frame.sentences[number]
      guard words[range.lowerBound].paragraph == paragraph else { break }
      if let first = named(in: number).first { return recent(first.entity, at: first.word) }
    }
    return recent.last { !$0.isPlural }
  }

  /// Whom a sentence of the frame names outside its quotations, in order.
  private mutating func named(in sentence: Int) -> [(word: Int, entity: Int)] {
    if let known = named[sentence] { return known }
    let found = frame.sentences[sentence].compactMap { word -> (word: Int, entity: Int)? in
      guard !frame.isSpoken(word), frame.isNameLike(word),
        let entity = table.index(of: [words.form(word)], before: word, exactly: true)
      else { return nil }
      return (word, entity)
    }
    named[sentence] = found
    return found
  }

  /// An entity that is mentioned at a word.
  private func recent(_ number: Int, at word: Int) -> Recent {
    let entity = table.entities[number]
    return Recent(
      name: entity.name, entity: number, gender: entity.gender, isBody: entity.isBody,
      isPlural: false, word: word)
  }

  /// A mention without its article or possessive.
  private func phrase(_ mention: Range<Int>) -> String {
    var range = mention
    let first = words[range.lowerBound]
    if range.count > 1, first.isAny([.determiner, .possessive]), !first.isAny(.pronoun) {
      range.removeFirst()
    }
    return table.string(range)
  }

  /// The entity of a mention that holds a name.
  private func named(_ mention: Range<Int>) -> Recent? {
    let capitals = mention.filter { frame.isNameLike($0) || isSentenceStartName($0, in: mention) }
    guard let first = capitals.first else { return nil }
    // The run behind the last role, else the first one.
    var start = first
    if let role = mention.last(where: {
      words[$0].isAny([.role, .title]) || words[$0].isAny(.body) && !frame.isNameLike($0)
    }),
      let next = capitals.first(where: { $0 > role + Int(words[role].phraseLength) - 1 }),
      // `president of Mexico` names no person by the country.
      !(role + 1..<max(role + 1, next)).contains(where: {
        reader.isGenitive($0) || words[$0].isAny([.preposition, .contraction])
      })
    {
      start = next
    } else if mention.contains(where: { words[$0].isAny(.role) && $0 >= first }) {
      return nil
    } else if mention.contains(where: { words[$0].isAny(.role) && $0 < first }) {
      // `director of Y, X`: the name behind the comma.
      guard let comma = mention.last(where: { words.isMark($0, .comma) }),
        let next = capitals.first(where: { $0 > comma })
      else { return nil }
      start = next
    }
    var end = start + 1
    while end < mention.upperBound, words[end].isWord, !words[end - 1].isPossessive,
      frame.isNameLike(end)
        || words[end].isAny([.nameParticle, .body]) && end + 1 < mention.upperBound
          && frame.isNameLike(end + 1)
    {
      end += 1
    }
    // `Brandt's ministry` is not Brandt; `PC World's analysis` is by PC World.
    if words[end - 1].isPossessive, end < mention.upperBound,
      !(end..<mention.upperBound).contains(where: { words[$0].isAny(.reportingNoun) })
    {
      return nil
    }
    var name = start..<end
    if name.count > 1, words[name.lowerBound].isAny([.title]) { name.removeFirst() }
    let forms = name.map { words.form($0) }
    if let index = table.index(of: forms, before: start, exactly: false) {
      return recent(index, at: mention.lowerBound)
    }
    // `Scientology officials`: what the name only describes.
    guard
      end == mention.upperBound || words[end].kind == .mark || reader.isGenitive(end)
        || words[end].isAny(.preposition)
    else { return nil }
    return Recent(
      name: table.string(name), gender: [], isBody: words[start].isAny(.body), isPlural: false,
      word: mention.lowerBound)
  }

  private func isSentenceStartName(_ index: Int, in mention: Range<Int>) -> Bool {
    index == mention.lowerBound && words[index].isCapitalized
      && !words[index].isAny([.determiner, .possessive, .pronoun, .role, .body, .title])
  }

  /// The person whom the article calls by the role in a mention.
  private func role(_ mention: Range<Int>) -> Recent? {
    let roles = mention.filter { words[$0].isAny([.role, .title]) }
    guard !roles.isEmpty, !mention.contains(where: { words[$0].isAny(.plural) }) else { return nil }
    guard !words[mention.lowerBound].isAny(.pronoun),
      words[mention.lowerBound].isAny([.determiner, .possessive]) || roles[0] == mention.lowerBound
    else { return nil }
    let forms = Set(roles.map { words.form($0) })
    let gender = roles.map { words[$0].classes }.reduce(into: WordClasses()) {
      $0.formUnion($1.intersection([.feminine, .masculine]))
    }
    func fits(_ entity: NamedEntity) -> Bool {
      entity.isPerson
        && (gender.isEmpty || entity.gender.isEmpty || !gender.isDisjoint(with: entity.gender))
    }
    let last = recent.last { recent in
      guard let entity = recent.entity.map({ table.entities[$0] }) else { return false }
      return !entity.roles.isDisjoint(with: forms) && fits(entity)
    }
    if let last { return last }
    if let entity = table.index(called: forms, before: mention.lowerBound, where: fits) {
      return recent(entity, at: mention.lowerBound)
    }
    return knownByOtherRole(mention, gender: gender)
  }

  /// Who spoke last, where a role without complement is new.
  ///
  /// So *el concejal* is the councillor who was named as spokesman. In another paragraph only a
  /// gender that article and name tell will do.
  private func knownByOtherRole(_ mention: Range<Int>, gender: WordClasses) -> Recent? {
    let first = words[mention.lowerBound]
    guard mention.count == 2, first.isAny(.determiner), !first.isAny(.indefinite),
      mention.upperBound == words.count
        || !words[mention.upperBound].isAny([.preposition, .contraction])
    else { return nil }
    let told = gender.isEmpty ? first.classes.intersection([.feminine, .masculine]) : gender
    guard let last = recent.last, !last.isBody, !last.isPlural else {
      // Nobody spoke yet: whom the words before name.
      guard !told.isEmpty else { return nil }
      return table.index(before: mention.lowerBound, reach: Self.reach / 3) {
        $0.isPerson && $0.gender == told
      }.map { recent($0, at: mention.lowerBound) }
    }
    let agrees = !told.isEmpty && told == last.gender
    let isNear = words[last.word].paragraph == first.paragraph
    let isPossible = told.isEmpty || last.gender.isEmpty || !told.isDisjoint(with: last.gender)
    guard agrees || isNear && isPossible, mention.lowerBound - last.word < Self.reach else {
      return nil
    }
    // Only a person whom the article names.
    return last.entity.map { table.entities[$0].isPerson } ?? false ? last : nil
  }

  /// Whom a pronoun stands for: who spoke last in its paragraph, the first named in the sentence
  /// before, who spoke last.
  private mutating func antecedent(of pronoun: Int) -> Recent? {
    let word = words[pronoun]
    guard word.isAny(.pronoun), !word.isAny([.firstPerson]) else { return nil }
    if word.isAny(.determiner) {
      return Recent(
        name: words.string(pronoun..<pronoun + 1), gender: [], isBody: false, isPlural: false,
        word: pronoun)
    }
    let wanted = word.classes.intersection([.feminine, .masculine])
    let isThing = word.isAny(.neuter)
    let isPlural = word.isAny(.plural)
    func fits(_ gender: WordClasses, isBody: Bool, plural: Bool) -> Bool {
      if isThing { return isBody || gender.isEmpty }
      if isPlural { return plural || isBody }
      if isBody || plural { return false }
      return wanted.isEmpty || gender.isEmpty || !gender.isDisjoint(with: wanted)
    }
    let paragraph = words[pronoun].paragraph
    if let last = recent.last(where: {
      words[$0.word].paragraph == paragraph && $0.word < pronoun
        && fits($0.gender, isBody: $0.isBody, plural: $0.isPlural)
    }) {
      return last
    }
    let sentence = frame.sentenceNumber(of: pronoun)
    for number in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
      let range = frame.sentences[number]
      guard words[range.lowerBound].paragraph >= paragraph - 1 else { break }
      for (word, entity) in named(in: number).prefix(Self.mostNamed) where word < pronoun {
        let named = table.entities[entity]
        guard fits(named.gender, isBody: named.isBody, plural: false),
          isThing || isPlural || named.isPerson
        else { continue }
        return recent(entity, at: word)
      }
    }
    return recent.last {
      pronoun - $0.word < Self.reach && fits($0.gender, isBody: $0.isBody, plural: $0.isPlural)
    }
  }
}
