/// A number in digits with everything that its separators may mean.
struct Digits: Hashable, Sendable {
  /// Its likeliest value.
  var main: Double
  /// Its value where its separator means the other thing; not a number if there is none.
  var other: Double = .nan
  /// How many digits it has.
  var count: Int
  /// How many digits follow the mark that decimals would follow.
  var decimals = 0
  /// Whether it has a separator of any kind.
  var hasSeparator = false
  /// Whether spaces part its groups.
  var hasSpaces = false
  /// Whether it begins with 0 and another digit.
  var hasLeadingZero = false

  /// Whether it may be a year: four digits without separators, 1000 to 2199.
  var isYearLike: Bool { count == 4 && !hasSeparator && main >= 1000 && main < 2200 }

  /// Reads digits with `.`, `,`, apostrophes or spaces between them.
  ///
  /// Groups are of three digits (or two before the last three, as in India). One point or comma
  /// before three digits may be either mark; it is both unless the language has one mark for
  /// decimals only. 410.900 is no decimal, since nobody writes its last zero.
  ///
  /// - Parameters:
  ///   - range: bytes that begin and end with an ASCII digit and hold digits and separators.
  ///   - traits: which marks the language has before decimals.
  /// - Returns: `nil` if the separators make no number: a date, a version, a list.
  init?(_ text: Span<UInt8>, _ range: Range<Int>, traits: NumeralTraits) {
    var groups: [(digits: Int, value: Double, separator: UInt8)] = []
    var separator: UInt8 = 0
    var digits = 0
    var value = 0.0
    var offset = range.lowerBound
    count = 0
    hasLeadingZero =
      range.count > 1 && text[offset] == UInt8(ascii: "0")
      && UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[offset + 1]
    while offset < range.upperBound {
      let byte = text[offset]
      if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        digits += 1
        count += 1
        value = value * 10 + Double(byte & 0x0F)
      } else if byte < 0x80 || byte == 0xC2 || byte == 0xE2 {
        groups.append((digits, value, separator))
        // Apostrophes and spaces of any form only group.
        let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        separator = isMark ? byte : UInt8(ascii: " ")
        digits = 0
        value = 0
        if byte >= 0x80 { offset += byte == 0xC2 ? 1 : 2 }
      }
      offset += 1
    }
    groups.append((digits, value, separator))
    hasSeparator = groups.count > 1
    guard let last = groups.last, hasSeparator else {
      main = value
      return
    }
    func joined(_ groups: ArraySlice<(digits: Int, value: Double, separator: UInt8)>) -> Double {
      groups.reduce(0) { sum, group in sum * Self.power(group.digits) + group.value }
    }
    let head = groups.dropLast()
    let separators = Set(groups.dropFirst().map(\.separator))
    let areGroups =
      last.digits == 3 && groups[0].digits <= 3
      && (head.dropFirst().allSatisfy { $0.digits == 3 }
        || head.dropFirst().allSatisfy { $0.digits == 2 } && head.count > 1)
    let headIsGrouped =
      head.count == 1
      || groups[0].digits <= 3
        && (head.dropFirst().allSatisfy { $0.digits == 3 }
          || head.dropFirst().allSatisfy { $0.digits == 2 })
    let grouped = joined(groups[...])
    let decimal = joined(head) + last.value / Self.power(last.digits)
    if separators.count == 1, groups.count == 2, last.separator != UInt8(ascii: " ") {
      decimals = last.digits
      guard areGroups, groups[0].value > 0 else {
        main = decimal
        return
      }
      let isComma = last.separator == UInt8(ascii: ",")
      let hasOther = traits.contains(isComma ? .decimalPoint : .decimalComma)
      let mayBeDecimal = traits.contains(isComma ? .decimalComma : .decimalPoint)
      let endsInZero = last.value.truncatingRemainder(dividingBy: 10) == 0
      if !mayBeDecimal || endsInZero {
        main = grouped
        if mayBeDecimal, hasOther == false { other = decimal }
      } else if hasOther {
        main = grouped
        other = decimal
      } else {
        main = decimal
      }
    } else if separators.count == 1 {
      guard areGroups else { return nil }
      main = grouped
    } else if separators.count == 2,
      head.dropFirst().allSatisfy({ $0.separator != last.separator }),
      headIsGrouped, last.separator != UInt8(ascii: " ")
    {
      decimals = last.digits
      main = decimal
    } else {
      return nil
    }
  }

  /// Makes the number of digits that a separating space parted.
  init(joining left: Digits, _ right: Digits) {
    main = left.main * 1000 + right.main
    count = left.count + right.count
    hasSeparator = true
    hasSpaces = true
    decimals = right.decimals
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
