/// Times of the day.
extension ValueScanner {
  /// Reads a time: *15:30*, *20.30 h*, *las ocho y media*, "half past eight", "8 p.m.", *mediodía*.
  mutating func readClock(at index: Int) -> Int? {
    if let word = match(.clockWord, at: index) {
      add(
        index..<word.end, Value(.clock, word.meaning.number), alternatives: [],
        traits: [.spelled, .weak])
      return word.end
    }
    if let before = match(.clockBefore, at: index), let hour = hour(at: before.end) {
      return addClock(index, hour.end, hour.minutes + before.meaning.number, isCued: true)
    }
    if let cue = match(.clockCue, at: index), let hour = hour(at: cue.end) {
      if let fraction = match(.clockFraction, at: hour.end) {
        return addClock(
          cue.end, fraction.end, hour.minutes + fraction.meaning.number, isCued: true)
      }
      // Without minutes, mark or part of the day the cue alone decides, and the number stays.
      if let end = addClock(cue.end, hour.end, hour.minutes, isCued: hour.hasMinutes) {
        return end
      }
      if let mark = match(.clockMark, at: hour.end) {
        return addClock(cue.end, mark.end, hour.minutes, isCued: true)
      }
      return addHour(cue.end, hour.end, hour.minutes)
    }
    guard pieces[index].digits != nil || !pieces[index].reach.isDisjoint(with: .numberStart),
      let hour = hour(at: index)
    else { return nil }
    return addClock(index, hour.end, hour.minutes, isCued: hour.hasColon)
  }

  /// Adds a number that may be an hour: *a las ocho*, "at 8".
  private mutating func addHour(_ index: Int, _ end: Int, _ minutes: Double) -> Int? {
    // What the number counts comes first: *las dos semanas*.
    guard let phrase = number(at: index), phrase.end == end, phrase.kind == .cardinal,
      !isWord([.unit, .unitSymbol, .percent, .points, .currency, .unitFiller], at: end),
      !isDay(index, phrase), phrase.scale == 1
    else { return nil }
    var alternatives = [Value(.clock, minutes)]
    if minutes <= 720 {
      alternatives.append(Value(.clock, (minutes + 720).truncatingRemainder(dividingBy: 1440)))
    }
    add(index..<end, phrase, as: .cardinal, alternatives: alternatives)
    return end
  }

  /// An hour with or without minutes.
  private func hour(
    at index: Int
  ) -> (end: Int, minutes: Double, hasMinutes: Bool, hasColon: Bool)? {
    guard index < pieces.count else { return nil }
    if let digits = pieces[index].digits {
      guard digits.count - digits.decimals <= 2 else { return nil }
      if digits.decimals == 2 {
        let hours = digits.main.rounded(.down)
        let minutes = ((digits.main - hours) * 100).rounded()
        guard hours < 25, minutes < 60 else { return nil }
        return (index + 1, hours * 60 + minutes, true, false)
      }
      guard !digits.hasSeparator else { return nil }
      // 15:30, 15h30, 15h 30
      if index + 2 < pieces.count, pieces[index + 1].isAttached,
        pieces[index + 1].mark == UInt32(UInt8(ascii: ":")) && pieces[index + 2].isAttached
          || isWord(.clockMark, at: index + 1) && pieces[index + 1].isWord,
        digits.main < 25, let minutes = pieces[index + 2].digits, minutes.count == 2,
        minutes.main < 60, !minutes.hasSeparator
      {
        return (index + 3, digits.main * 60 + minutes.main, true, true)
      }
      guard digits.main <= 24, digits.count <= 2 else { return nil }
      return (index + 1, digits.main * 60, false, false)
    }
    guard let phrase = cardinal(at: index), phrase.scale == 1, phrase.kind == .cardinal,
      (1...24).contains(phrase.amount.main)
    else { return nil }
    return (phrase.end, phrase.amount.main * 60, false, false)
  }

  /// Adds a time with the part of the day behind it, if there is enough to show that it is one.
  private mutating func addClock(
    _ index: Int, _ hourEnd: Int, _ minutes: Double, isCued: Bool
  ) -> Int? {
    var end = hourEnd
    var minutes = minutes
    let isSpelled = pieces[index].digits == nil
    let mark = match(.clockMark, at: end)
    // A mark shows a time only after a cue or minutes: *17 horas* may be a duration.
    if let mark,
      isCued || pieces[index].digits?.decimals == 2 || !isWord([.unit, .unitSymbol], at: end)
    {
      end = mark.end
    }
    let isMarked = end > hourEnd
    if let part = match(.dayPart, at: end) {
      let isTwelve = minutes >= 720 && minutes < 780
      let isNight = part.meaning.number == 12
      if isTwelve {
        // *12 de la noche* is midnight, "12 p.m." noon, *12 de la mañana* noon.
        let isWords = pieces[part.end - 1].upper - pieces[part.end - 1].lower > 2
        if isWords == isNight { minutes -= 720 }
      } else if isNight, minutes < 720 {
        minutes += 720
      }
      add(
        index..<part.end, Value(.clock, minutes), traits: isSpelled ? .spelled : [])
      return part.end
    }
    guard isCued || isMarked, !isWord([.percent, .currency, .points, .month], at: end) else {
      return nil
    }
    var alternatives: [Value] = []
    if minutes < 780, minutes >= 60 {
      alternatives.append(Value(.clock, (minutes + 720).truncatingRemainder(dividingBy: 1440)))
    }
    if minutes.truncatingRemainder(dividingBy: 60) == 0 {
      alternatives.append(Value(.cardinal, minutes / 60))
    }
    if end == hourEnd, isWord([.unit, .unitSymbol], at: end) { return nil }
    add(
      index..<end, Value(.clock, minutes), alternatives: alternatives,
      traits: isSpelled ? .spelled : [])
    return end
  }
}
