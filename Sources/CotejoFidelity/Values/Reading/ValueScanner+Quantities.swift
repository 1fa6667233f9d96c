/// Numbers with what they count: percent, money, measures; and plain ones.
extension ValueScanner {
  /// Reads a number phrase and what stands before and behind it.
  mutating func readQuantity(at index: Int) -> Int? {
    if let sign = match([.currencySign, .currency], at: index),
      sign.end < pieces.count, sign.meaning.role == .currencySign,
      pieces[sign.end].digits != nil || pieces[sign.end].isAttached || isCode(index),
      let phrase = number(at: sign.end, isMoney: true), phrase.kind == .cardinal
    {
      // "US$ 44 billion dollars" names its currency twice.
      let named = currency(behind: phrase)
      let common = sign.meaning.currencies.intersection(named?.meaning.currencies ?? [])
      let currencies = common.isEmpty ? sign.meaning.currencies : common
      let end = common.isEmpty ? phrase.end : named?.end ?? phrase.end
      add(index..<end, phrase, as: .money(currencies))
      return end
    }
    guard let phrase = number(at: index) else { return readUnitAndFraction(at: index) }
    if phrase.kind == .fraction { return addFraction(index, phrase) }
    if phrase.kind == .ordinal { return addOrdinal(index, phrase) }
    if phrase.kind == .cardinal, let end = addCounted(index, phrase) { return end }
    if phrase.kind == .cardinal, isDay(index, phrase) {
      add(index..<phrase.end, phrase, as: .day)
      return phrase.end
    }
    addPlain(index..<phrase.end, phrase)
    return phrase.end
  }

  /// Reads "a year and a half".
  private mutating func readUnitAndFraction(at index: Int) -> Int? {
    guard let article = match(.article, at: index), let unit = match(.unit, at: article.end),
      let measure = unit.meaning.unit, let fraction = match(.afterFraction, at: unit.end)
    else { return nil }
    add(
      index..<fraction.end, Value(.measure(measure), 1 + fraction.meaning.number),
      traits: .spelled)
    return fraction.end
  }

  /// Whether a piece is a code in capitals such as *USD*.
  private func isCode(_ index: Int) -> Bool {
    pieces[index].isCapital && pieces[index].upper - pieces[index].lower >= 3
  }

  /// Adds a phrase with its readings as one kind, with the factor that the kind has.
  mutating func add(
    _ places: Range<Int>, _ phrase: NumberPhrase, as kind: ValueKind, factor: Double = 1,
    alternatives extra: [Value] = []
  ) {
    var alternatives = extra
    if !phrase.amount.other.isNaN {
      alternatives.append(Value(kind, phrase.amount.other * factor))
    }
    if let alternative = phrase.alternative { alternatives.append(alternative) }
    let regional =
      phrase.amount.regional.isNaN
      ? nil : Value(kind, phrase.amount.regional * factor)
    add(
      places, Value(kind, phrase.amount.main * factor), alternatives: alternatives,
      regional: regional, traits: phrase.traits, scale: phrase.scale)
  }

  /// The currency named behind a number: *de pesos mexicanos*, "dollars", *€*.
  private func currency(behind phrase: NumberPhrase) -> Match? {
    var cursor = skipHyphen(phrase.end)
    if let linker = match(.linker, at: cursor), phrase.scale > 1 || phrase.traits.contains(.vague) {
      cursor = linker.end
    }
    return match([.currency, .currencySign], at: cursor)
  }

  /// Adds a cardinal with the word that it counts, if it counts one that is known.
  private mutating func addCounted(_ index: Int, _ phrase: NumberPhrase) -> Int? {
    let cursor = skipHyphen(phrase.end)
    if let percent = match(.percent, at: cursor) {
      add(index..<percent.end, phrase, as: .percent, factor: percent.meaning.number)
      return percent.end
    }
    if let points = match(.points, at: cursor) {
      add(index..<points.end, phrase, as: .percentagePoints, factor: points.meaning.number)
      return points.end
    }
    if phrase.digits != nil || phrase.scale > 1,
      let money = match(.digitCurrency, at: phrase.end - 1)
    {
      add(index..<money.end, phrase, as: .money(money.meaning.currencies))
      return money.end
    }
    let linked = match(.linker, at: cursor).map(\.end)
    let isLinked = phrase.scale > 1 || phrase.traits.contains(.vague)
    for start in [cursor, isLinked ? linked : nil].compactMap(\.self) {
      if let cents = match(.cents, at: start) {
        add(index..<cents.end, phrase, as: .money(cents.meaning.currencies), factor: 0.01)
        return cents.end
      }
      let unit = match(.unit, at: start)
      if let money = match(.currency, at: start), money.end >= unit?.end ?? 0 {
        // Pounds are money or a weight.
        let other = unit?.meaning.unit.map { Value(.measure($0), phrase.amount.main) }
        add(
          index..<money.end, phrase, as: .money(money.meaning.currencies),
          alternatives: other.map { [$0] } ?? [])
        return money.end
      }
      if let unit { return addMeasure(index, phrase, unit) }
      if phrase.traits.contains(.spelled) == false || phrase.scale > 1,
        let sign = match(.currencySign, at: start), pieces[start].mark != 0 || isCode(start),
        // A sign before another number belongs to that.
        pieces[start].isAttached || sign.end >= pieces.count || pieces[sign.end].digits == nil
      {
        add(index..<sign.end, phrase, as: .money(sign.meaning.currencies))
        return sign.end
      }
    }
    if let digits = phrase.digits, let symbol = match(.unitSymbol, at: phrase.end),
      // *En 2020 ha crecido* is no hectare.
      !digits.isYearLike || pieces[phrase.end].isAttached
    {
      return addMeasure(index, phrase, symbol)
    }
    var filled = cursor
    for _ in 0..<2 {
      guard let filler = match(.unitFiller, at: filled) else { break }
      filled = filler.end
    }
    if filled > cursor, let unit = match(.unit, at: filled) {
      return addMeasure(index, phrase, unit)
    }
    return nil
  }

  /// Adds a measure: *120 kilómetros*, *dos años y medio*, "5 ft".
  private mutating func addMeasure(
    _ index: Int, _ phrase: NumberPhrase, _ match: Match
  ) -> Int? {
    guard let unit = match.meaning.unit else { return nil }
    var phrase = phrase
    var end = match.end
    var alternatives: [Value] = []
    if let fraction = self.match(.afterFraction, at: end), phrase.amount.main >= 1 {
      phrase.amount = phrase.amount.map { $0 + fraction.meaning.number }
      phrase.traits.remove(.weak)
      end = fraction.end
    }
    if match.meaning.role == .unitSymbol {
      // "5m" may be five million.
      if let scale = self.match(.digitScale, at: phrase.end) {
        alternatives.append(Value(.cardinal, phrase.amount.main * scale.meaning.number))
      }
      // The degree sign often stands for the º of ordinals: *el 30° festival*.
      if pieces[phrase.end].mark == 0xB0, end == phrase.end + 1 {
        alternatives.append(Value(.ordinal, phrase.amount.main))
      }
    }
    if let mark = self.match(.clockMark, at: phrase.end), mark.end >= end,
      let minutes = clockMinutes(phrase)
    {
      // *17 h* is a duration or a time of day.
      alternatives.append(Value(.clock, minutes))
    }
    if let days = daysFromToday(index, end, phrase, unit) {
      alternatives.append(Value(.relativeDay, days))
    }
    add(index..<end, phrase, as: .measure(unit), alternatives: alternatives)
    return end
  }

  /// The minutes of the day of an hour alone (*17*) or of the four digits of a timetable (*2030*).
  private func clockMinutes(_ phrase: NumberPhrase) -> Double? {
    let number = phrase.amount.main
    guard number == number.rounded() else { return nil }
    if number <= 24 { return number * 60 }
    let minutes = number.truncatingRemainder(dividingBy: 100)
    guard phrase.digits?.count == 4, number <= 2400, minutes < 60 else { return nil }
    return (number / 100).rounded(.down) * 60 + minutes
  }

  /// The day that *hace dos días* or "two days ago" names; `nil` for anything else.
  private func daysFromToday(
    _ index: Int, _ end: Int, _ phrase: NumberPhrase, _ unit: MeasureUnit
  ) -> Double? {
    guard unit == language.day, phrase.amount.main <= 7 else { return nil }
    let isAgo = index > 0 && isWord(.agoBefore, at: index - 1) || isWord(.agoAfter, at: end)
    return isAgo ? -phrase.amount.main : nil
  }

  /// Adds a fraction, or what it is a fraction of: *media hora*, "a quarter of a point".
  private mutating func addFraction(_ index: Int, _ phrase: NumberPhrase) -> Int {
    var cursor = skipHyphen(phrase.end)
    var phrase = phrase
    if let linker = match(.linker, at: cursor) { cursor = linker.end }
    if let article = match(.article, at: skipHyphen(cursor)) { cursor = skipHyphen(article.end) }
    if let percent = match(.percent, at: cursor) {
      phrase.traits.remove(.weak)
      add(index..<percent.end, phrase, as: .percent, factor: percent.meaning.number)
      return percent.end
    }
    if let points = match(.points, at: cursor) {
      phrase.traits.remove(.weak)
      add(index..<points.end, phrase, as: .percentagePoints, factor: points.meaning.number)
      return points.end
    }
    if let unit = match(.unit, at: cursor), let measure = unit.meaning.unit {
      // "half the time" and "half time" are no durations.
      phrase.alternative = Value(.fraction, phrase.amount.main)
      add(index..<unit.end, phrase, as: .measure(measure))
      return unit.end
    }
    add(index..<phrase.end, phrase, as: .fraction)
    return phrase.end
  }

  /// Adds a number that counts nothing known.
  private mutating func addPlain(_ places: Range<Int>, _ phrase: NumberPhrase) {
    var kind = phrase.kind
    var alternatives: [Value] = []
    let number = phrase.amount.main
    if let digits = phrase.digits {
      if digits.isYearLike {
        kind = .year
        alternatives.append(Value(.cardinal, number))
      } else if digits.count == 2, !digits.hasSeparator, let year = shortYear(places.lowerBound) {
        kind = .year
        phraseYear(year, number, &alternatives)
        add(
          places, Value(.year, year), alternatives: alternatives, traits: phrase.traits)
        return
      }
    } else if kind == .cardinal, number >= 1900, number < 2100, phrase.scale == 1 {
      alternatives.append(Value(.year, number))
    }
    if kind == .cardinal, (20...90).contains(number),
      number.truncatingRemainder(dividingBy: 10) == 0, places.lowerBound > 0,
      isWord(.definite, at: places.lowerBound - 1)
    {
      // *los noventa* may be a decade.
      alternatives.append(Value(.decade, number))
    }
    // *6 capturas y media*: what is counted stands between.
    if kind == .cardinal, let fraction = match(.afterFraction, at: places.upperBound + 1),
      pieces[places.upperBound].isWord, pieces[places.upperBound].reach.isEmpty,
      !isWord([.scale, .group, .unit], at: fraction.end)
    {
      alternatives.append(Value(.cardinal, number + fraction.meaning.number))
    }
    var phrase = phrase
    phrase.kind = kind
    add(places, phrase, as: kind, alternatives: alternatives)
  }

  private func phraseYear(_ year: Double, _ number: Double, _ alternatives: inout [Value]) {
    alternatives.append(Value(.cardinal, number))
    alternatives.append(Value(.year, year >= 2000 ? year - 100 : year + 100))
  }

  /// The year that two digits stand for behind an apostrophe (*'08*) or a year (*2006-07*).
  private func shortYear(_ index: Int) -> Double? {
    guard let digits = pieces[index].digits, index > 0, pieces[index].isAttached else { return nil }
    let before = pieces[index - 1]
    if [0x27, 0x2018, 0x2019].contains(before.mark) {
      // 5'10 is a height.
      if before.isAttached, index > 1, pieces[index - 2].digits != nil { return nil }
      return digits.main + (digits.main < 40 ? 2000 : 1900)
    }
    guard index > 1, before.isDash || before.mark == UInt32(UInt8(ascii: "/")),
      before.isAttached, let year = pieces[index - 2].digits, year.isYearLike
    else { return nil }
    return (year.main / 100).rounded(.down) * 100 + digits.main
  }
}
