/// Number phrases of every kind: fractions, dozens, vague plurals, ordinals, multiples.
extension ValueScanner {
  /// The number phrase that begins at a piece.
  func number(at index: Int, isMoney: Bool = false) -> NumberPhrase? {
    guard index < pieces.count else { return nil }
    let piece = pieces[index]
    if piece.digits == nil, piece.mark < 0x80, piece.reach.isDisjoint(with: .numberStart) {
      return nil
    }
    if let phrase = signFraction(at: index) ?? slashFraction(at: index) { return phrase }
    if piece.digits == nil {
      if let phrase = vague(at: index) ?? halfOfScale(at: index) ?? pairedYear(at: index) {
        return phrase
      }
    }
    if let phrase = fraction(at: index) ?? ordinal(at: index) { return phrase }
    if let phrase = countedGroup(at: index, isMoney: isMoney) { return phrase }
    return lone(at: index)
  }

  /// *½*, *2½*, *2 1/2*.
  private func signFraction(at index: Int) -> NumberPhrase? {
    if let fraction = PieceReader.fraction(pieces[index].mark) {
      return NumberPhrase(end: index + 1, amount: Amount(fraction), kind: .fraction)
    }
    guard let digits = pieces[index].digits, index + 1 < pieces.count else { return nil }
    if let fraction = PieceReader.fraction(pieces[index + 1].mark) {
      return NumberPhrase(end: index + 2, amount: Amount(digits.main + fraction))
    }
    guard !digits.hasSeparator, let fraction = slashFraction(at: index + 1),
      let top = pieces[index + 1].digits, top.count == 1
    else { return nil }
    return NumberPhrase(
      end: fraction.end, amount: Amount(digits.main + fraction.amount.main))
  }

  /// *3/4* as a fraction; dates in digits have been read before.
  private func slashFraction(at index: Int) -> NumberPhrase? {
    guard index + 2 < pieces.count, let top = pieces[index].digits,
      pieces[index + 1].mark == UInt32(UInt8(ascii: "/")), pieces[index + 1].isAttached,
      let bottom = pieces[index + 2].digits, pieces[index + 2].isAttached,
      top.count <= 2, bottom.count <= 3, !top.hasSeparator, !bottom.hasSeparator, bottom.main > 1,
      top.main > 0, top.main < bottom.main
    else { return nil }
    // 24/7, 11/9 and 9/11 are names as often as fractions.
    return NumberPhrase(
      end: index + 3, amount: Amount(top.main / bottom.main), kind: .fraction, traits: .weak)
  }

  /// *miles*, *decenas de miles de millones*, "hundreds of thousands", "a few hundred".
  private func vague(at index: Int) -> NumberPhrase? {
    if let several = match(.several, at: index) {
      var cursor = several.end
      var amount = Amount(1)
      var hasScale = false
      if let hundred = match([.multiplier, .group, .plural], at: cursor), !hundred.meaning.isWeak {
        amount = Amount(hundred.meaning.number, regional: hundred.meaning.regional)
        cursor = hundred.end
        hasScale = true
      }
      while let scale = match(.scale, at: match(.linker, at: cursor).map(\.end) ?? cursor) {
        amount = amount.scaled(by: scale.meaning.number, regional: scale.meaning.regional)
        cursor = scale.end
        hasScale = true
      }
      guard hasScale else { return nil }
      return NumberPhrase(
        end: cursor, amount: amount, traits: [.vague, .spelled], scale: amount.main)
    }
    guard let first = match(.plural, at: index) else { return nil }
    var amount = Amount(first.meaning.number, regional: first.meaning.regional)
    var cursor = first.end
    while true {
      let linked = match(.linker, at: cursor)
      guard let next = match([.plural, .scale], at: linked?.end ?? cursor),
        linked != nil || next.meaning.role == .scale || first.meaning.number == 1000
      else { break }
      amount = amount.scaled(by: next.meaning.number, regional: next.meaning.regional)
      cursor = next.end
    }
    return NumberPhrase(
      end: cursor, amount: amount, traits: [.vague, .spelled], scale: amount.main)
  }

  /// *medio millón*, "half a million", "a quarter of a million", *media docena*.
  private func halfOfScale(at index: Int) -> NumberPhrase? {
    let start = match(.article, at: index).map(\.end) ?? index
    let share: (end: Int, value: Double)?
    if let half = match([.halfAdjective, .half], at: start) {
      share = (half.end, half.meaning.number)
    } else if let part = match(.denominator, at: start), part.meaning.number > 2 {
      share = (part.end, 1 / part.meaning.number)
    } else {
      share = fraction(at: index).map { ($0.end, $0.amount.main) }
    }
    guard let share else { return nil }
    var cursor = skipHyphen(share.end)
    if let linker = match(.linker, at: cursor) { cursor = linker.end }
    if let article = match(.article, at: skipHyphen(cursor)) {
      cursor = skipHyphen(article.end)
    } else if let one = match(.one, at: cursor), one.meaning.isWeak {
      cursor = one.end
    }
    guard let scale = match([.scale, .group, .multiplier], at: cursor), !scale.meaning.isWeak else {
      return nil
    }
    return NumberPhrase(
      end: scale.end,
      amount: Amount(scale.meaning.number, regional: scale.meaning.regional).map {
        $0 * share.value
      }, traits: .spelled, scale: scale.meaning.number)
  }

  /// *dos tercios*, "a quarter", *la mitad*, *tres cuartas partes*, *dos de cada tres*.
  private func fraction(at index: Int) -> NumberPhrase? {
    if let half = match(.half, at: index), half.meaning.number != 0 {
      return NumberPhrase(
        end: half.end, amount: Amount(half.meaning.number), kind: .fraction,
        traits: half.meaning.isWeak ? [.spelled, .weak] : .spelled)
    }
    if let half = match(.halfAdjective, at: index),
      isWord([.unit, .points], at: skipHyphen(half.end))
    {
      return NumberPhrase(
        end: half.end, amount: Amount(half.meaning.number), kind: .fraction, traits: .spelled)
    }
    let article = match(.article, at: index)
    if let article, let part = match(.denominator, at: skipHyphen(article.end)) {
      // "a second" is none; "a third" may be a place in a row.
      guard part.meaning.number > 1 else { return nil }
      var phrase = NumberPhrase(
        end: part.end, amount: Amount(1 / part.meaning.number), kind: .fraction,
        traits: part.meaning.isWeak ? [.spelled, .weak] : .spelled)
      if match(.ordinal, at: skipHyphen(article.end)) != nil {
        phrase.alternative = Value(.ordinal, part.meaning.number)
      }
      return phrase
    }
    guard let top = cardinal(at: index), top.scale == 1, top.kind == .cardinal else { return nil }
    if top.amount.main < 100, let part = match(.denominator, at: skipHyphen(top.end)),
      part.meaning.number > 2 || top.amount.main <= 1
    {
      // Only "one third" may be two words of a date: "twenty third" is an ordinal, read before.
      return NumberPhrase(
        end: part.end, amount: Amount(top.amount.main / part.meaning.number), kind: .fraction,
        traits: part.meaning.isWeak && top.amount.main == 1 ? [.spelled, .weak] : .spelled)
    }
    guard let each = match(.ofEach, at: top.end), let whole = cardinal(at: each.end),
      whole.amount.main > top.amount.main, whole.kind == .cardinal, whole.amount.main <= 100_000,
      whole.digits?.isYearLike != true, !isWord([.unit, .month, .percent, .points], at: whole.end)
    else { return nil }
    // A bare "in" makes a share only of one, or of few: "two in five", never "200 in 300".
    if each.end == top.end + 1, top.amount.main > 9 { return nil }
    var phrase = NumberPhrase(
      end: whole.end, amount: Amount(top.amount.main / whole.amount.main), kind: .fraction)
    phrase.traits = whole.traits.union(top.traits).subtracting(.weak)
    return phrase
  }

  /// *vigésimo primero*, "twenty-first", *1.º*, "21st".
  private func ordinal(at index: Int) -> NumberPhrase? {
    if let digits = pieces[index].digits, !digits.hasSeparator, index + 1 < pieces.count,
      pieces[index + 1].isAttached, let suffix = match(.ordinalSuffix, at: index + 1)
    {
      return NumberPhrase(end: suffix.end, amount: Amount(digits.main), kind: .ordinal)
    }
    if let first = match(.ordinal, at: index) {
      let value = first.meaning.number
      if value >= 10, value.truncatingRemainder(dividingBy: 10) == 0,
        let next = match(.ordinal, at: skipHyphen(first.end)), next.meaning.number < 10
      {
        return NumberPhrase(
          end: next.end, amount: Amount(value + next.meaning.number), kind: .ordinal,
          traits: .spelled)
      }
      return NumberPhrase(
        end: first.end, amount: Amount(value), kind: .ordinal,
        traits: first.meaning.isWeak ? [.spelled, .weak] : .spelled)
    }
    guard let cardinal = cardinal(at: index), cardinal.kind == .ordinal else { return nil }
    return cardinal
  }

  /// A cardinal, with a dozen or a fraction behind it: *dos docenas*, *un millón y medio*.
  private func countedGroup(at index: Int, isMoney: Bool) -> NumberPhrase? {
    var start = index
    if let article = match(.article, at: index),
      match([.multiplier, .scale, .group], at: article.end) != nil
    {
      start = article.end
    }
    if let group = match(.group, at: start), cardinal(at: start) == nil {
      return groupPhrase(Amount(1), group)
    }
    guard var phrase = cardinal(at: start, isMoney: isMoney) else { return nil }
    if phrase.scale == 1, phrase.amount.main > 1,
      let plural = match(.plural, at: skipHyphen(phrase.end)), plural.meaning.number <= 1000
    {
      // *dos docenas* are counted, no longer vague.
      return groupPhrase(phrase.amount, plural)
    }
    if phrase.scale == 1, let group = match(.group, at: skipHyphen(phrase.end)),
      !group.meaning.isWeak || phrase.amount.main == 1
    {
      var counted = groupPhrase(phrase.amount, group)
      if phrase.amount.main > 1 { counted.traits.subtract(.weak) }
      return counted
    }
    if let fraction = afterFraction(at: phrase.end) {
      let scale = phrase.scale
      phrase.amount = phrase.amount.map { $0 + fraction.meaning.number * scale }
      phrase.end = fraction.end
      phrase.traits.insert(.spelled)
      phrase.traits.remove(.weak)
      phrase.digits = nil
    }
    return phrase
  }

  private func groupPhrase(_ amount: Amount, _ group: Match) -> NumberPhrase {
    var phrase = NumberPhrase(
      end: group.end, amount: amount.map { $0 * group.meaning.number }, traits: .spelled,
      scale: group.meaning.number)
    if group.meaning.isWeak { phrase.traits.insert(.weak) }
    if group.meaning.isRound { phrase.traits.insert(.round) }
    if let scale = match(.scale, at: group.end), group.meaning.number < scale.meaning.number {
      phrase.end = scale.end
      phrase.amount = phrase.amount.scaled(
        by: scale.meaning.number, regional: scale.meaning.regional)
    }
    return phrase
  }

  /// Words that hold a number by themselves: *doble*, "both", "the nineties".
  private func lone(at index: Int) -> NumberPhrase? {
    guard let match = match([.multiple, .count, .decade], at: index) else { return nil }
    let kind: ValueKind =
      switch match.meaning.role {
      case .multiple: .multiple
      case .decade: .decade
      default: .cardinal
      }
    return NumberPhrase(
      end: match.end, amount: Amount(match.meaning.number), kind: kind,
      traits: match.meaning.isWeak ? [.spelled, .weak] : .spelled)
  }
}
