/// Dates, days, months, years, decades, centuries.
extension ValueScanner {
  /// Reads a date in digits: *03/05/2024*, *2024-05-03*, *3.5.2024*; or a decade: *años 80*.
  mutating func readDate(at index: Int) -> Int? {
    if let end = readDecade(at: index) { return end }
    guard index + 4 < pieces.count, let first = pieces[index].digits,
      let second = pieces[index + 2].digits, let third = pieces[index + 4].digits,
      !first.hasSeparator, !second.hasSeparator, !third.hasSeparator,
      (index + 1...index + 4).allSatisfy({ pieces[$0].isAttached }),
      pieces[index + 1].mark == pieces[index + 3].mark,
      [0x2F, 0x2D, 0x2E].contains(pieces[index + 1].mark)
    else { return nil }
    let isDay = { (digits: Digits) in digits.count <= 2 && (1...31).contains(digits.main) }
    if first.isYearLike, isDay(second), second.main <= 12, isDay(third) {
      add(index..<index + 1, Value(.year, first.main))
      add(index + 2..<index + 3, Value(.month, second.main))
      add(index + 4..<index + 5, Value(.day, third.main))
      return index + 5
    }
    guard isDay(first), isDay(second), min(first.main, second.main) <= 12,
      third.isYearLike || third.count == 2
    else { return nil }
    let year = third.count == 4 ? third.main : third.main + (third.main < 40 ? 2000 : 1900)
    // Day and month either way round where both may be a month.
    let isDayFirst = first.main > 12 || language.traits.contains(.decimalComma)
    let isAmbiguous = first.main <= 12 && second.main <= 12 && first.main != second.main
    let day = isDayFirst ? first : second
    let month = isDayFirst ? second : first
    let dayPlace = isDayFirst ? index : index + 2
    let monthPlace = isDayFirst ? index + 2 : index
    let parts: [(Int, Value, Value)] = [
      (dayPlace, Value(.day, day.main), Value(.day, month.main)),
      (monthPlace, Value(.month, month.main), Value(.month, day.main)),
    ]
    for (place, value, other) in parts.sorted(by: { $0.0 < $1.0 }) {
      add(place..<place + 1, value, alternatives: isAmbiguous ? [other] : [])
    }
    add(index + 4..<index + 5, Value(.year, year))
    return index + 5
  }

  /// *años ochenta*, *década de 1990*; "1980s", "the '80s".
  private mutating func readDecade(at index: Int) -> Int? {
    if let cue = match(.decadeCue, at: index), let phrase = cardinal(at: cue.end) {
      let number = phrase.amount.main
      let isTens = (10...90).contains(number) || (1000...2190).contains(number)
      guard isTens, number.truncatingRemainder(dividingBy: 10) == 0, phrase.scale == 1,
        !isWord([.percent, .currency, .unit], at: phrase.end)
      else { return nil }
      var alternatives = [Value(.cardinal, number)]
      if number >= 1000 { alternatives.append(Value(.year, number)) }
      add(
        cue.end..<phrase.end, Value(.decade, number), alternatives: alternatives,
        traits: phrase.traits)
      return phrase.end
    }
    guard index + 1 < pieces.count, let digits = pieces[index].digits,
      digits.isYearLike || digits.count == 2 && !digits.hasSeparator,
      digits.main.truncatingRemainder(dividingBy: 10) == 0, pieces[index + 1].isAttached,
      let suffix = match(.decadeSuffix, at: index + 1)
    else { return nil }
    var alternatives = [Value(.cardinal, digits.main)]
    if digits.main >= 1000, digits.main.truncatingRemainder(dividingBy: 100) == 0 {
      alternatives.append(Value(.century, digits.main / 100 + 1))
    }
    add(index..<suffix.end, Value(.decade, digits.main), alternatives: alternatives)
    return suffix.end
  }

  /// *siglo XXI*, *siglos XIX y XX*, *siglo 21*.
  mutating func readCentury(at index: Int) -> Int? {
    guard let cue = match(.centuryCue, at: index), cue.end < pieces.count else { return nil }
    let known = readings.count
    var cursor = cue.end
    while cursor < pieces.count {
      if pieces[cursor].roman > 0, pieces[cursor].roman < 30 {
        add(cursor..<cursor + 1, Value(.century, Double(pieces[cursor].roman)))
        cursor += 1
      } else if let phrase = number(at: cursor), phrase.amount.main >= 1, phrase.amount.main < 30,
        phrase.kind == .cardinal || phrase.kind == .ordinal
      {
        add(cursor..<phrase.end, Value(.century, phrase.amount.main), traits: phrase.traits)
        cursor = phrase.end
      } else {
        break
      }
      guard cursor < pieces.count,
        isWord([.rangeJoiner, .joiner], at: cursor) || pieces[cursor].isDash,
        cursor + 1 < pieces.count, pieces[cursor + 1].roman > 0
      else { break }
      cursor += 1
    }
    return readings.count > known ? cursor : nil
  }

  /// Adds an ordinal as what it counts: a day, a century, a place in a row.
  mutating func addOrdinal(_ index: Int, _ phrase: NumberPhrase) -> Int {
    let number = phrase.amount.main
    if let word = match(.centuryWord, at: skipHyphen(phrase.end)) {
      var phrase = phrase
      phrase.traits.remove(.weak)
      add(index..<word.end, phrase, as: .century)
      return word.end
    }
    if isDay(index, phrase) {
      var phrase = phrase
      phrase.traits.remove(.weak)
      add(index..<phrase.end, phrase, as: .day)
      return phrase.end
    }
    // *segundo* and "second" are a unit of time, too.
    if let unit = match(.unit, at: index), unit.end == phrase.end, number == 2,
      let measure = unit.meaning.unit
    {
      add(
        index..<phrase.end, phrase, as: .ordinal, alternatives: [Value(.measure(measure), 1)])
      return phrase.end
    }
    // "between the third and the fifth month" is "between 3 and 5 months" elsewhere.
    let unit = match(.unit, at: phrase.end)?.meaning.unit
    add(
      index..<phrase.end, phrase, as: .ordinal,
      alternatives: unit.map { [Value(.measure($0), number)] } ?? [])
    return phrase.end
  }

  /// Whether a number is the day of the month beside it: *3 de mayo*, "May 3", "the 3rd of May".
  func isDay(_ index: Int, _ phrase: NumberPhrase) -> Bool {
    let number = phrase.amount.main
    guard phrase.scale == 1, (1...31).contains(number), number == number.rounded(),
      phrase.digits?.hasSeparator != true
    else { return false }
    if monthBehind(phrase.end) != nil { return true }
    guard let last = readings.last, let place = places.last, last.value.kind == .month else {
      return false
    }
    // "May 3", "May the 3rd", "Dec. 3".
    return place.upperBound == index
      || place.upperBound + 1 == index
        && (isWord(.definite, at: place.upperBound)
          || pieces[place.upperBound].mark == 0x2E
            && pieces[place.upperBound].isAttached)
  }

  /// The month that follows at a piece, with its *de* or "of".
  private func monthBehind(_ index: Int) -> Match? {
    match(.month, at: match(.linker, at: index).map(\.end) ?? index)
  }

  /// Reads a month, a day of the week, a day counted from today.
  mutating func readCalendarWord(at index: Int) -> Int? {
    if let month = match(.month, at: index) {
      var traits: ValueReading.Traits = .spelled
      let last = readings.last
      let follows = last?.value.kind == .day && (places.last?.upperBound ?? 0) + 1 >= index
      let precedes = pieces.indices.contains(month.end) && pieces[month.end].digits != nil
      // *Julio* and *Abril* are given names where months have small letters; "May" is a verb at
      // the start of a sentence and a family name behind another name.
      let before = index > 0 ? pieces[index - 1] : nil
      let isLinked = index > 0 && isWord([.linker, .clockCue, .weekday], at: index - 1)
      let isFirst = before?.isWord != true
      let isBehindName = before?.isCapital == true && index > 1 && !isLinked
      let mayBeName =
        month.meaning.needsCapital
        ? month.meaning.isWeak && isFirst || isBehindName : pieces[index].isCapital
      if mayBeName, !follows, !precedes, !isLinked { traits.insert(.weak) }
      add(index..<month.end, Value(.month, month.meaning.number), traits: traits)
      return month.end
    }
    if let day = match(.weekday, at: index) {
      let isName = !day.meaning.needsCapital && pieces[index].isCapital && index > 0
      add(
        index..<day.end, Value(.weekday, day.meaning.number),
        traits: isName ? [.spelled, .weak] : .spelled)
      return day.end
    }
    guard let day = match(.relativeDay, at: index) else { return nil }
    add(index..<day.end, Value(.relativeDay, day.meaning.number), traits: .spelled)
    return day.end
  }

  /// Reads the Roman numeral of a king, a pope or a chapter.
  mutating func readRoman(at index: Int) -> Int? {
    let piece = pieces[index]
    guard piece.roman > 0, piece.roman < 40, !piece.isAttached else { return nil }
    if isWord(.centuryWord, at: skipHyphen(index + 1)) {
      add(index..<index + 1, Value(.century, Double(piece.roman)))
      return index + 1
    }
    guard index > 0 else { return nil }
    let before = pieces[index - 1]
    let isCued = before.reach.contains(.romanCue)
    guard before.isWord, isCued || before.isCapital && piece.upper - piece.lower > 1 else {
      return nil
    }
    add(index..<index + 1, Value(.ordinal, Double(piece.roman)), traits: [.weak, .name])
    return index + 1
  }
}
