/// Cardinals: digits, words, and both in turn with scale words.
extension ValueScanner {
  /// A number below a thousand in words, or one in digits of any size.
  private struct Group {
    var end: Int
    var amount: Amount
    var digits: Digits?
    var isWeak = false
    /// The value of an ordinal that closes it ("twenty-first"), else 0.
    var isOrdinal = false
  }

  /// Reads a cardinal.
  ///
  /// - Parameters:
  ///   - index: the piece.
  ///   - isMoney: a currency sign stands before it: `m` after digits is a million then, no metre.
  /// - Returns: the longest one that begins at the piece; `nil` if none does.
  func cardinal(at index: Int, isMoney: Bool = false) -> NumberPhrase? {
    // Sums by the scale they ended with, largest first: 2 billones | 300 mil millones | 400 mil.
    var parts: [(amount: Amount, scale: Double)] = []
    var pending: Group?
    var cursor = index
    var end = index
    var scale = 1.0
    var traits: ValueReading.Traits = []
    var digits: Digits?
    while cursor < pieces.count {
      let next = cursor > index ? skipHyphen(cursor) : cursor
      if pending == nil, let group = nextGroup(at: next, after: parts.last?.scale, index) {
        pending = group
        digits = group.digits
        if group.digits == nil { traits.insert(.spelled) }
        cursor = group.end
        end = cursor
        if group.isOrdinal { break }
        if let fraction = afterFraction(at: cursor), isScale(at: fraction.end) {
          pending?.amount = group.amount.map { $0 + fraction.meaning.number }
          cursor = fraction.end
        } else if let decimals = spelledDecimals(at: cursor) {
          pending?.amount = group.amount.map { $0 + decimals.value }
          cursor = decimals.end
          end = cursor
        }
        continue
      }
      guard let match = scaleMatch(at: next, pending, isMoney: isMoney) else { break }
      var sum = pending?.amount ?? Amount(0)
      while let part = parts.last, part.scale < match.meaning.number {
        sum = sum + part.amount
        parts.removeLast()
      }
      if let part = parts.last, part.scale <= match.meaning.number { break }
      if sum.main == 0 {
        // A bare scale word is one of it: *mil*, *un millón mil*.
        guard pending == nil else { break }
        sum = Amount(1)
      }
      scale = match.meaning.number
      parts.append(
        (sum.scaled(by: scale, regional: match.meaning.regional), scale))
      traits.insert(.spelled)
      pending = nil
      digits = nil
      cursor = match.end
      end = cursor
    }
    guard end > index else { return nil }
    var total = parts.reduce(Amount(0)) { $0 + $1.amount }
    if let pending {
      total = parts.isEmpty ? pending.amount : total + pending.amount
      scale = 1
      if parts.isEmpty, pending.isWeak { traits.insert(.weak) }
    }
    var phrase = NumberPhrase(
      end: end, amount: total, traits: traits, digits: digits, scale: scale)
    if pending?.isOrdinal == true { phrase.kind = .ordinal }
    return phrase
  }

  /// A group where one may stand: at the start, or below the last scale.
  private func nextGroup(at index: Int, after scale: Double?, _ start: Int) -> Group? {
    guard let scale else { return group(at: index) }
    var index = index
    let hasJoiner = isWord(.joiner, at: index)
    if hasJoiner {
      guard language.traits.contains(.hundredAnd) else { return nil }
      index += 1
    }
    guard let group = group(at: index), group.amount.maximum < min(scale, 1000) else { return nil }
    if let digits = group.digits {
      // 3 mil 500 millones, 2 mil 47; never "2 million 300" or a year after a number.
      guard language.traits.contains(.mixedScales), !hasJoiner, !digits.hasSeparator,
        digits.count == 3 || digits.count < 3 && scale == 1000
      else { return nil }
    } else if hasJoiner {
      if group.amount.main >= 100 || isWord(.multiplier, at: group.end) { return nil }
      // "one thousand and two thousand" are two numbers.
      if let after = match(.scale, at: group.end), after.meaning.number >= scale { return nil }
    }
    return group
  }

  /// The scale word at a piece, or its abbreviation after digits.
  private func scaleMatch(at index: Int, _ pending: Group?, isMoney: Bool) -> Match? {
    if let match = match(.scale, at: index) { return match }
    // "47 millions" is no vague plural.
    if pending != nil, let match = match(.plural, at: index), match.meaning.number >= 1_000_000 {
      return match
    }
    guard pending?.digits != nil, index < pieces.count,
      let match = match(.digitScale, at: index)
    else { return nil }
    let piece = pieces[index]
    // No letter of a name is a scale: "ACE2-B", "orf3b".
    if !isMoney, pieces[index - 1].digits == nil || isInName(index - 1) { return nil }
    if !isMoney, piece.reach.contains(.unitSymbol) { return nil }
    return piece.isAttached || piece.upper - piece.lower > 1 ? match : nil
  }

  private func isScale(at index: Int) -> Bool { isWord(.scale, at: index) }

  /// *y medio*, "and a half" after a number.
  func afterFraction(at index: Int) -> Match? {
    match(.afterFraction, at: skipHyphen(index))
  }

  /// Digits in words behind *coma* or "point": *dos coma cero cinco*, "two point five seven".
  private func spelledDecimals(at index: Int) -> (end: Int, value: Double)? {
    guard let word = match(.decimalWord, at: index) else { return nil }
    var end = word.end
    var divisor = 1.0
    var value = 0.0
    while let one = match(.one, at: end) {
      divisor *= 10
      value += one.meaning.number / divisor
      end = one.end
      // A cardinal goes on only behind zeros: *cero coma cero veinticinco*.
      if one.meaning.number != 0, !language.traits.contains(.hundredAnd) { break }
    }
    if end == word.end || value == 0, let group = group(at: end), group.digits == nil {
      let places = group.amount.main >= 100 ? 1000.0 : group.amount.main >= 10 ? 100.0 : 10.0
      return (group.end, value + group.amount.main / (divisor * places))
    }
    return end > word.end ? (end, value) : nil
  }

  /// Digits, or words for a number below a thousand (below ten thousand: "fifteen hundred").
  private func group(at index: Int) -> Group? {
    guard index < pieces.count else { return nil }
    if let digits = pieces[index].digits {
      if digits.main < 100, !digits.hasSeparator, let hundred = match(.multiplier, at: index + 1) {
        return Group(end: hundred.end, amount: Amount(digits.main * hundred.meaning.number))
      }
      return Group(
        end: index + 1, amount: Amount(digits.main, other: digits.other), digits: digits)
    }
    if let hundreds = match(.hundreds, at: index) {
      let value = hundreds.meaning.number
      guard let rest = belowHundred(at: hundreds.end), !isWord(.ofEach, at: hundreds.end) else {
        return Group(end: hundreds.end, amount: Amount(value))
      }
      return Group(end: rest.end, amount: Amount(value + rest.amount.main))
    }
    guard let low = belowHundred(at: index) else {
      // "a hundred" is read with its article; a bare "hundred" counts one.
      guard let bare = match(.multiplier, at: index) else { return nil }
      return afterHundred(bare.meaning.number, at: bare.end)
    }
    // *seis cientos* is a common misspelling.
    if (2...9).contains(low.amount.main), let plural = match(.plural, at: low.end),
      plural.meaning.number == 100, plural.end == low.end + 1
    {
      return Group(end: plural.end, amount: Amount(low.amount.main * 100))
    }
    guard !low.isOrdinal, let hundred = match(.multiplier, at: skipHyphen(low.end)) else {
      return low
    }
    return afterHundred(low.amount.main * hundred.meaning.number, at: hundred.end)
  }

  /// The group that goes on behind "hundred": "and twenty", "twenty-first".
  private func afterHundred(_ value: Double, at index: Int) -> Group {
    let group = Group(end: index, amount: Amount(value))
    let joiner = match(.joiner, at: index)
    guard let rest = belowHundred(at: joiner?.end ?? index), !isWord(.multiplier, at: rest.end)
    else { return group }
    if joiner != nil, let scale = match(.scale, at: rest.end), scale.end > 0,
      isWord(.multiplier, at: rest.end)
    {
      return group
    }
    return Group(
      end: rest.end, amount: Amount(value + rest.amount.main), isOrdinal: rest.isOrdinal)
  }

  /// Words for a number below a hundred.
  private func belowHundred(at index: Int) -> Group? {
    if let compound = match(.compound, at: index) {
      return Group(end: compound.end, amount: Amount(compound.meaning.number))
    }
    if let ten = match(.ten, at: index) {
      var cursor = skipHyphen(ten.end)
      if language.traits.contains(.tenAndOne) {
        guard let joiner = match(.joiner, at: cursor) else {
          return Group(end: ten.end, amount: Amount(ten.meaning.number))
        }
        cursor = joiner.end
      }
      if let one = match(.one, at: cursor), one.meaning.number > 0 {
        return Group(end: one.end, amount: Amount(ten.meaning.number + one.meaning.number))
      }
      if !language.traits.contains(.tenAndOne), let one = match(.ordinal, at: cursor),
        one.meaning.number < 10
      {
        return Group(
          end: one.end, amount: Amount(ten.meaning.number + one.meaning.number), isOrdinal: true)
      }
      return Group(end: ten.end, amount: Amount(ten.meaning.number))
    }
    guard let one = match(.one, at: index) else { return nil }
    return Group(
      end: one.end, amount: Amount(one.meaning.number), isWeak: one.meaning.isWeak)
  }

  /// A year in two pairs, as English reads them: "nineteen ninety-nine", "twenty twenty-four".
  func pairedYear(at index: Int) -> NumberPhrase? {
    guard language.traits.contains(.yearPairs), let head = belowHundred(at: index),
      (11...20).contains(head.amount.main), head.end > index
    else { return nil }
    guard let tail = belowHundred(at: skipHyphen(head.end)), !tail.isOrdinal,
      (10...99).contains(tail.amount.main), !isWord([.multiplier, .scale], at: tail.end)
    else { return nil }
    return NumberPhrase(
      end: tail.end, amount: Amount(head.amount.main * 100 + tail.amount.main), kind: .year,
      traits: .spelled)
  }
}
