internal import CotejoText

/// A person or body that an article names in full.
struct NamedEntity: Hashable, Sendable {
  /// The fullest name that the article gives, without title: *Claudia Sheinbaum*.
  var name: String
  /// The words of the name in small letters.
  var forms: [[UInt8]]
  /// What the article calls the entity beside its name, in small letters: *president*.
  var roles: Set<[UInt8]> = []
  /// `feminine` or `masculine` where a first name, title or role tells.
  var gender: WordClasses = []
  /// Whether it is a body rather than a person.
  var isBody = false
  /// Whether a first name, title or role shows that it is a person.
  var isPerson = false
  /// The number of the word that its first mention begins with.
  var first: Int
}

/// The persons and bodies of an article by the names, surnames, roles and acronyms that stand for
/// them.
///
/// A later mention by surname meets the full name even if it is misspelt in one or two letters.
struct NameTable {
  /// The words around quotations.
  let frame: Frame
  /// The entities in order of their first mention.
  private(set) var entities: [NamedEntity] = []
  /// The entities by what stands for them.
  private var index = NameIndex()

  private var words: ArticleWords { frame.words }

  /// The most words of a name; longer runs of capitals are headlines.
  private static let longestName = 7

  /// Reads the names of an article outside its quotations.
  /// - Complexity: O(*n*) for *n* words.
  init(frame: Frame) {
    self.frame = frame
    var index = 0
    while index < frame.words.count {
      guard !frame.isSpoken(index), frame.isNameLike(index) else {
        index += 1
        continue
      }
      let run = run(from: index)
      add(run)
      index = run.upperBound
    }
    self.index.sortRoles()
  }

  /// The capitals from a word on, with particles between.
  private func run(from start: Int) -> Range<Int> {
    var end = start + 1
    while end < words.count, !frame.isSpoken(end), words[end].sentence == words[start].sentence,
      end - start < Self.longestName, !words[end - 1].isPossessive
    {
      if frame.isNameLike(end) {
        end += 1
      } else if words[end].isAny(.nameParticle), end + 1 < words.count, frame.isNameLike(end + 1),
        !words[end + 1].isAny(.title), !frame.isSpoken(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The part of a run that is the name: what follows the last title or role in it.
  func name(in run: Range<Int>) -> Range<Int>? {
    var start = run.lowerBound
    for index in run where words[index].isAny([.title, .role]) {
      let next = index + Int(words[index].phraseLength)
      guard next < run.upperBound else { continue }
      if frame.isNameLike(next) || words[index].phraseLength > 1 { start = next }
    }
    while start < run.upperBound, !frame.isNameLike(start) { start += 1 }
    return start < run.upperBound ? start..<run.upperBound : nil
  }

  /// Adds a run's name, or what it tells of a known one.
  private mutating func add(_ run: Range<Int>) {
    guard let name = name(in: run) else { return }
    var entity = NamedEntity(
      name: string(name), forms: name.map { words.form($0) }, first: name.lowerBound)
    describe(&entity, name: name)
    if let known = index(of: entity.forms, before: nil, exactly: true) {
      for role in entity.roles.subtracting(entities[known].roles) { index.add(role: role, known) }
      entities[known].roles.formUnion(entity.roles)
      if entities[known].gender.isEmpty { entities[known].gender = entity.gender }
      entities[known].isPerson = entities[known].isPerson || entity.isPerson
      if entity.forms.count > entities[known].forms.count, !entity.isBody {
        entities[known].name = entity.name
        index.add(
          entity.forms, NameIndex.Entry(entity: known, word: entity.first),
          known: entities[known].forms)
        entities[known].forms = entity.forms
      }
      return
    }
    entities.append(entity)
    let number = entities.count - 1
    index.add(entity.forms, NameIndex.Entry(entity: number, word: entity.first))
    for role in entity.roles { index.add(role: role, number) }
  }

  /// Takes gender and roles from the words in and around a name.
  private func describe(_ entity: inout NamedEntity, name: Range<Int>) {
    let genders: WordClasses = [.feminine, .masculine]
    entity.isBody = name.contains { words[$0].isAny(.body) }
    let first = words[name.lowerBound]
    if first.isAny(.firstName), name.count > 1 {
      entity.isPerson = !entity.isBody
      entity.gender = first.classes.intersection(genders)
    }
    func take(_ index: Int) {
      let word = words[index]
      guard word.isAny([.role, .title]) else { return }
      let length = Int(word.phraseLength)
      for part in index..<min(index + length, words.count) { entity.roles.insert(words.form(part)) }
      entity.isPerson = !entity.isBody
      let gender = word.classes.intersection(genders)
      if gender == .feminine || gender == .masculine { entity.gender = gender }
    }
    // Titles and roles before it: `Mexican President X`, `la presidenta de México, X`.
    var index = name.lowerBound - 1
    let sentence = frame.sentence(of: name.lowerBound)
    let reader = NounPhraseReader(frame: frame)
    if index > sentence.lowerBound, words.isMark(index, .comma) { index -= 1 }
    if index >= sentence.lowerBound, words[index].isWord,
      let before = reader.phrase(before: index + 1, floor: max(sentence.lowerBound, index - 12))
    {
      before.forEach(take)
    }
    // And behind it: `X, president of Y,`.
    let next = name.upperBound
    if next + 1 < sentence.upperBound, words.isMark(next, .comma),
      let behind = reader.phrase(from: next + 1, limit: min(sentence.upperBound, next + 14))
    {
      behind.forEach(take)
    }
    if entity.gender == genders { entity.gender = [] }
    // `Korean Central News Agency (KCNA)`: the acronym stands for it, too.
    if next + 2 < words.count, words.isMark(next, .openingParenthesis),
      words[next + 1].isCapitalized,
      words.isMark(next + 2, .closingParenthesis), name.count > 1
    {
      entity.forms.append(words.form(next + 1))
      entity.name += " (" + string(next + 1..<next + 2) + ")"
      entity.isBody = true
      entity.isPerson = false
    }
  }

  /// The text of some words without a genitive's ending.
  func string(_ range: Range<Int>) -> String {
    var text = words.string(range)
    if words[range.upperBound - 1].isPossessive {
      text = String(text.unicodeScalars.dropLast(2))
    }
    return text
  }

  /// The entity that a name stands for: one with all of its words, or with its surname.
  ///
  /// Of several the one is taken that was named last before the word `before`; of many persons who
  /// share a name that is no surname, or have surnames spelt alike, only the nearest are looked at.
  func index(of forms: [[UInt8]], before: Int?, exactly: Bool) -> Int? {
    guard let last = forms.last else { return nil }
    var found = Choice(before: before, entities)
    // The name itself, and those that end in it.
    found.take(from: index.ending(in: forms)) { _ in true }
    if forms.count == 1 {
      // A Spanish first surname: `Gabriel García Márquez … García`.
      found.take(from: index.holding(last), nearest: Self.nearest) {
        $0.isPerson && $0.forms.count > 1
      }
    } else if exactly {
      found.take(from: index.ending(in: [last]), nearest: Self.nearest) {
        $0.forms.count == 1 && !$0.isBody
      }
    }
    if exactly { return found.number }
    // A name of one word may itself be the misspelt surname of a full one.
    if let found = found.number,
      entities[found].forms.count > 1 || forms.count > 1 || entities[found].isBody
    {
      return found
    }
    return misspelt(last, near: before) ?? found.number
  }

  /// The entity with a surname that differs from a word in a letter or two: a misspelt one, or a name
  /// spelt in two ways.
  private func misspelt(_ last: [UInt8], near word: Int?) -> Int? {
    guard let initial = last.first else { return nil }
    let alike = index.ending(inWordFrom: initial)
    let place = word.map { word in alike.partitioned { $0.word < word } } ?? alike.count
    let end = min(alike.count, max(place + Self.spelt, 2 * Self.spelt))
    return alike[..<end].suffix(2 * Self.spelt).last { entry in
      let forms = entities[entry.entity].forms
      guard forms.count > 1, let surname = forms.last, last.count >= 5 || surname.count >= 6
      else { return false }
      return EditDistance.isAtMost(min(last.count, surname.count) >= 6 ? 2 : 1, surname, last)
    }?.entity
  }

  /// Chooses the entity that got a name last of those that were there before a word, else the first
  /// one named behind it.
  private struct Choice {
    private let before: Int
    private let entities: [NamedEntity]
    private var near: NameIndex.Entry?
    private var far: NameIndex.Entry?

    init(before: Int?, _ entities: [NamedEntity]) {
      self.before = before ?? .max
      self.entities = entities
    }

    /// Takes those of some entities that `fits` holds for.
    mutating func take(
      from entries: [NameIndex.Entry], nearest: Int = .max, where fits: (NamedEntity) -> Bool
    ) {
      var place = entries.partitioned { $0.word <= before }
      // Entities that were there, but got the name later.
      let late = entries[place...].prefix(NameTable.nearest).prefix {
        entities[$0.entity].first <= before
      }
      place += late.count
      if let last = entries[..<place].suffix(nearest).last(where: { fits(entities[$0.entity]) }),
        near.map({ $0.word < last.word }) ?? true
      {
        near = last
      }
      if let first = entries[place...].prefix(nearest).first(where: { fits(entities[$0.entity]) }),
        far.map({ first.word < $0.word }) ?? true
      {
        far = first
      }
    }

    /// The number of the entity that was chosen.
    var number: Int? { (near ?? far)?.entity }
  }

  /// Whom the article calls by one of `roles`: of those who `fits` holds for the last one named
  /// before a word, else the first one.
  ///
  /// Of many with the same role only the nearest are looked at.
  func index(
    called roles: Set<[UInt8]>, before word: Int, where fits: (NamedEntity) -> Bool
  ) -> Int? {
    var before: Int?
    var behind: Int?
    for role in roles {
      let numbers = index.called(role)
      let place = numbers.partitioned { entities[$0].first < word }
      if let near = numbers[..<place].suffix(Self.nearest).last(where: { fits(entities[$0]) }) {
        before = max(before ?? near, near)
      }
      if let far = numbers[place...].prefix(Self.nearest).first(where: { fits(entities[$0]) }) {
        behind = min(behind ?? far, far)
      }
    }
    return before ?? behind
  }

  /// The last entity that was named before a word and at most `reach` words away.
  func index(before word: Int, reach: Int, where fits: (NamedEntity) -> Bool) -> Int? {
    var index = entities.partitioned { $0.first < word } - 1
    while index >= 0, word - entities[index].first < reach {
      if fits(entities[index]) { return index }
      index -= 1
    }
    return nil
  }

  /// How many entities with one role, or with one name that is no surname, are looked at on either
  /// side of a word.
  fileprivate static let nearest = 64
  /// How many entities with surnames of one initial are looked at on either side of a word.
  private static let spelt = 128
}
