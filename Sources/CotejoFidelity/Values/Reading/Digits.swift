internal import CotejoText

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

  /// Digits between separators.
  private struct Group {
    var digits = 0
    var value = 0.0
    /// The mark before them: `.`, `,`, or a blank for apostrophes and spaces of any form.
    var separator: UInt8 = 0
  }

  /// Reads digits with `.`, `,`, apostrophes or spaces between them.
  ///
  /// Groups are of three digits (or two before the last three, as in India). One point or comma
  /// before three digits may be either mark; it is both unless the language has one mark for
  /// decimals only. 410.900 is no decimal, since nobody writes its last zero.
  ///
  /// It is `nil` if the separators make no number: a date, a version, a list.
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - range: bytes that begin and end with an ASCII digit and hold digits and separators.
  ///   - traits: which marks the language has before decimals.
  init?(_ text: Span<UInt8>, _ range: Range<Int>, traits: NumeralTraits) {
    var groups: [Group] = []
    var group = Group()
    count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if Self.isDigit(byte) {
        group.digits += 1
        group.value = group.value * 10 + Double(byte & 0x0F)
        count += 1
        offset += 1
      } else {
        groups.append(group)
        let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        group = Group(separator: isMark ? byte : UInt8(ascii: " "))
        offset += text.scalarWidth(at: offset)
      }
    }
    main = group.value
    hasLeadingZero =
      range.count > 1 && text[range.lowerBound] == UInt8(ascii: "0")
      && Self.isDigit(text[range.lowerBound + 1])
    if groups.isEmpty { return }
    hasSeparator = true
    groups.append(group)
    let separators = Set(groups.dropFirst().map(\.separator))
    if separators.count == 1, groups.count == 2, group.separator != UInt8(ascii: " ") {
      readOneMark(groups[0], group, traits)
      return
    }
    if separators.count == 1 {
      guard Self.areGrouped(groups) else { return nil }
      main = Self.joined(groups)
      return
    }
    let head = Array(groups.dropLast())
    guard separators.count == 2, group.separator != UInt8(ascii: " "),
      head.dropFirst().allSatisfy({ $0.separator != group.separator }), Self.areGrouped(head)
    else { return nil }
    decimals = group.digits
    main = Self.joined(head) + group.value / Self.power(group.digits)
  }

  /// Makes the number of digits that a separating space parted.
  init(joining left: Digits, _ right: Digits) {
    main = left.main * 1000 + right.main
    count = left.count + right.count
    hasSeparator = true
    hasSpaces = true
    decimals = right.decimals
  }

  /// Makes the number of the digits at both sides of a decimal mark, or behind it alone.
  init(decimal left: Digits?, _ right: Digits) {
    main = (left?.main ?? 0) + right.main / Self.power(right.count)
    count = (left?.count ?? 0) + right.count
    decimals = right.count
    hasSeparator = true
  }

  /// Reads digits with one point or comma among them.
  private mutating func readOneMark(_ head: Group, _ tail: Group, _ traits: NumeralTraits) {
    let grouped = head.value * Self.power(tail.digits) + tail.value
    let decimal = head.value + tail.value / Self.power(tail.digits)
    decimals = tail.digits
    main = decimal
    guard tail.digits == 3, head.digits <= 3, head.value > 0 else { return }
    let isComma = tail.separator == UInt8(ascii: ",")
    let mayGroup = traits.contains(isComma ? .decimalPoint : .decimalComma)
    let mayBeDecimal = traits.contains(isComma ? .decimalComma : .decimalPoint)
    let endsInZero = tail.value.truncatingRemainder(dividingBy: 10) == 0
    guard mayGroup || endsInZero else { return }
    main = grouped
    if mayBeDecimal, !endsInZero || !mayGroup { other = decimal }
  }

  /// Whether groups are as thousands are parted: 1,234,567 or, in India, 12,34,567.
  private static func areGrouped(_ groups: [Group]) -> Bool {
    guard groups.count > 1, let first = groups.first, let last = groups.last else { return true }
    let middle = groups.dropFirst().dropLast()
    return first.digits <= 3 && last.digits == 3
      && (middle.allSatisfy { $0.digits == 3 } || middle.allSatisfy { $0.digits == 2 })
  }

  private static func joined(_ groups: [Group]) -> Double {
    groups.reduce(0) { $0 * power($1.digits) + $1.value }
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<min(exponent, 400) { power *= 10 }
    return power
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
