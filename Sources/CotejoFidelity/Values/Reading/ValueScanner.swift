/// Reads the values of one sentence from its pieces, by rules over words of known roles.
struct ValueScanner {
  /// A word or phrase with the role asked for.
  struct Match {
    /// The index of the piece behind it.
    var end: Int
    /// What it means.
    var meaning: ValueVocabulary.Meaning
  }

  /// The language's words.
  let language: ValueLanguage
  /// The sentence.
  let pieces: [Piece]
  /// What has been read, in order.
  private(set) var readings: [ValueReading] = []
  /// The index of the piece behind each reading's last one, and of its first.
  private(set) var places: [Range<Int>] = []
  /// The scale words that readings end with.
  private var scales: [Double] = []
  /// A qualifier and the index of the piece behind it.
  private var qualifier: (value: ValueReading.Qualifier, end: Int)?

  /// Makes a scanner of one sentence.
  init(_ language: ValueLanguage, _ pieces: [Piece]) {
    self.language = language
    self.pieces = pieces
  }

  /// Reads the whole sentence.
  mutating func scan() {
    var index = 0
    while index < pieces.count {
      if pieces[index].reach.isEmpty, pieces[index].digits == nil, pieces[index].roman == 0,
        pieces[index].mark < 0x80
      {
        index += 1
      } else if let found = qualifierMatch(at: index) {
        qualifier = found
        index = found.end
      } else if let end = readValue(at: index), end > index {
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Reads what begins at a piece, the longer forms first.
  private mutating func readValue(at index: Int) -> Int? {
    readClock(at: index) ?? readDate(at: index) ?? readCentury(at: index)
      ?? readQuantity(at: index) ?? readCalendarWord(at: index) ?? readRoman(at: index)
  }

  /// The longest word or phrase that begins at a piece and has one of `roles`.
  func match(_ roles: ValueRoles, at index: Int) -> Match? {
    guard index < pieces.count, !pieces[index].reach.isDisjoint(with: roles) else { return nil }
    var node = language.vocabulary.root(of: pieces[index].word)
    var end = index + 1
    var best: Match?
    while true {
      if let meaning = language.vocabulary.meaning(of: node, roles),
        !meaning.needsCapital || pieces[index].isCapital
      {
        best = Match(end: end, meaning: meaning)
      }
      guard end < pieces.count else { return best }
      node = language.vocabulary.child(of: node, pieces[end].word)
      if node == ValueVocabulary.none { return best }
      end += 1
    }
  }

  /// Whether a word of `roles` stands alone at a piece.
  func isWord(_ roles: ValueRoles, at index: Int) -> Bool {
    match(roles, at: index) != nil
  }

  /// The index behind a hyphen that joins the words at its sides; `index` itself if there is none.
  func skipHyphen(_ index: Int) -> Int {
    guard index + 1 < pieces.count, pieces[index].isDash, pieces[index].isAttached,
      pieces[index + 1].isAttached
    else { return index }
    return index + 1
  }

  /// Adds a reading of some pieces with the qualifiers at its sides.
  mutating func add(
    _ places: Range<Int>, _ value: Value, alternatives: [Value] = [], regional: Value? = nil,
    traits: ValueReading.Traits = [], scale: Double = 1
  ) {
    var traits = traits
    if Self.isSpecific(value, traits) { traits.insert(.specific) }
    if isInName(places.lowerBound) { traits.insert(.name) }
    let bytes = pieces[places.lowerBound].lower..<pieces[places.upperBound - 1].upper
    var reading = ValueReading(
      range: bytes, value: value, alternatives: alternatives, regional: regional,
      qualifier: qualifier(before: places.lowerBound) ?? qualifier(behind: places.upperBound),
      traits: traits)
    switch value.kind {
    case .year, .month, .weekday, .day, .relativeDay, .century, .decade, .ordinal:
      reading.qualifier = nil
    default: break
    }
    inherit(places, reading, scale)
    readings.append(reading)
    self.places.append(places)
    scales.append(scale)
  }

  /// Gives a bare number what the number after it counts: *3 o 4 meses*, "2 to 3 million".
  private mutating func inherit(_ places: Range<Int>, _ reading: ValueReading, _ scale: Double) {
    guard let last = readings.indices.last, Self.inherits(readings[last], reading),
      isRange(self.places[last].upperBound..<places.lowerBound)
    else { return }
    let number = readings[last].value.number
    if scale > 1, scales[last] == 1, number < 1000 {
      readings[last].alternatives.append(readings[last].value)
      readings[last].value.number = number * scale
    }
    switch reading.value.kind {
    case .percent where scale == 1:
      readings[last].alternatives.append(readings[last].value)
      readings[last].value = Value(.percent, number / 100)
    case .measure where reading.alternatives.contains { $0.kind == .clock } && number > 24: break
    case .percentagePoints, .money, .measure, .day:
      readings[last].value.kind = reading.value.kind
      for index in readings[last].alternatives.indices {
        readings[last].alternatives[index].kind = reading.value.kind
      }
    case .century where number < 30: readings[last].value.kind = .century
    default: break
    }
  }

  /// Whether a reading may count what the one behind it counts: *19th and 20th centuries*.
  private static func inherits(_ reading: ValueReading, _ next: ValueReading) -> Bool {
    reading.value.kind == .cardinal
      || reading.value.kind == .ordinal && next.value.kind == .century
  }

  /// Whether some pieces join the ends of a range.
  func isRange(_ gap: Range<Int>) -> Bool {
    if gap.isEmpty { return false }
    if let match = match(.rangeJoiner, at: gap.lowerBound), match.end == gap.upperBound {
      return true
    }
    if gap.count == 2, pieces[gap.lowerBound].mark != 0,
      let match = match(.rangeJoiner, at: gap.lowerBound + 1)
    {
      return match.end == gap.upperBound
    }
    guard gap.count == 1 else { return false }
    let piece = pieces[gap.lowerBound]
    return piece.isDash || piece.mark == UInt32(UInt8(ascii: "/"))
  }

  /// Whether a number is of two digits or more, or spelled and above twenty.
  private static func isSpecific(_ value: Value, _ traits: ValueReading.Traits) -> Bool {
    switch value.kind {
    case .month, .weekday, .relativeDay: false
    case .percent: value.number >= 0.1 || value.number * 100 != (value.number * 100).rounded()
    default:
      value.number >= (traits.contains(.spelled) ? 20 : 10)
        || value.number != value.number.rounded()
    }
  }

  /// Whether a number belongs to a name: *Formula One*, *G7*, *Covid-19*, *F-16*.
  func isInName(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = pieces[index - 1]
    if pieces[index].isWord {
      // "Formula One", "Channel Four": a number has no capital behind a word that has one.
      return pieces[index].isCapital && before.isWord && before.isCapital && index > 1
        && pieces[index].roman == 0 && isWord(.numberStart, at: index)
    }
    guard pieces[index].digits != nil, pieces[index].isAttached else { return false }
    if before.isWord { return match([.currencySign, .clockMark], at: index - 1)?.end != index }
    guard before.isAttached, index > 1 else { return false }
    // 3.0.2 is a version; its parts are no numbers.
    if before.mark == 0x2E { return pieces[index - 2].digits != nil }
    guard before.isDash else { return false }
    return pieces[index - 2].isWord && pieces[index - 2].isCapital
      && !isWord([.month, .weekday, .currencySign], at: index - 2)
  }
}

// MARK: - Qualifiers

extension ValueScanner {
  private static let qualifiers: [(ValueRoles, ValueReading.Qualifier)] = [
    (.atLeast, .atLeast), (.atMost, .atMost), (.moreThan, .moreThan), (.lessThan, .lessThan),
    (.almost, .almost), (.about, .about),
  ]
  private static let allQualifiers: ValueRoles = [
    .atLeast, .atMost, .moreThan, .lessThan, .almost, .about,
  ]

  private func qualifierMatch(at index: Int) -> (value: ValueReading.Qualifier, end: Int)? {
    guard let match = match(Self.allQualifiers, at: index) else { return nil }
    return Self.qualifiers.first { $0.0 == match.meaning.role }.map { ($0.1, match.end) }
  }

  /// The qualifier that ends where a number begins, articles and signs apart.
  private func qualifier(before index: Int) -> ValueReading.Qualifier? {
    guard let qualifier, qualifier.end <= index, index - qualifier.end <= 2 else { return nil }
    for gap in qualifier.end..<index where !isWord([.definite, .currencySign], at: gap) {
      return nil
    }
    return qualifier.value
  }

  /// The qualifier that follows a number: *o más*, "or so".
  private func qualifier(behind index: Int) -> ValueReading.Qualifier? {
    guard let match = match([.aboutAfter, .atLeastAfter, .atMostAfter], at: index) else {
      return nil
    }
    switch match.meaning.role {
    case .aboutAfter: return .about
    case .atLeastAfter: return .atLeast
    default: return .atMost
    }
  }
}
