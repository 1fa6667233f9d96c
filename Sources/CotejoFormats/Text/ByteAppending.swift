/// What the writers append to their buffers: numbers and text as UTF-8, without a locale.
extension [UInt8] {
  /// Appends text as it is.
  mutating func append(_ text: String) {
    let text = text.utf8Span
    text.span.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends a literal as it is.
  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a whole number in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Appends a number of 0 to 1 with two decimals and as many more, up to `decimals`, as are not 0,
  /// and a point: `0.00`, `0.93`, `0.8731`.
  ///
  /// What lies outside is taken to the nearer end; the caller has refused what is no number.
  mutating func append(score: Double, decimals: Int = 4) {
    let one = (0..<decimals).reduce(1) { value, _ in value * 10 }
    let units = Int((Swift.min(Swift.max(score, 0), 1) * Double(one)).rounded())
    append(decimal: units / one)
    append(UInt8(ascii: "."))
    var rest = units % one
    var digits = decimals
    while digits > 2, rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    var unit = (1..<digits).reduce(1) { value, _ in value * 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit % 10))
      unit /= 10
    }
  }
}
