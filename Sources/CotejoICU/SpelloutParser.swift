internal import CICU

/// Reads numbers written in words.
@safe
package struct SpelloutParser: ~Copyable {
  /// A number, and how much of the text it took.
  package struct Number: Hashable, Sendable {
    /// The value.
    package var value: Double
    /// The bytes that were read, without white space behind the number: less than the text where ICU
    /// stopped early, which is no error.
    package var read: Int
  }

  private let spellout: OpaquePointer
  private let locale: String

  /// Opens the rules of a locale (a BCP 47 tag); languages without rules read digits only.
  package init(locale: String) throws(ICUError) {
    self.locale = locale
    var status: Int32 = 0
    let opened = unsafe cicu_spellout_open(locale, &status)
    unsafe spellout = try ICUError.unwrap(opened, status, "open spell-out rules", locale)
  }

  deinit {
    unsafe cicu_spellout_close(spellout)
  }

  /// No number in words is as long as that many bytes, and ICU's time grows with the text.
  private static let longest = 160

  /// The number that `text` (valid UTF-8, in lower case) begins with, or `nil` if it does not.
  ///
  /// - Complexity: 10 µs to 2 ms, by language and text: ask only where a number may stand.
  package mutating func number(at text: Span<UInt8>) throws(ICUError) -> Number? {
    var count = min(text.count, Self.longest)
    // Not in the middle of a character.
    while count < text.count, count > 0, text[count] & 0xC0 == 0x80 { count -= 1 }
    var status: Int32 = 0
    var read: Int32 = 0
    let value = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe cicu_spellout_parse(spellout, bytes.baseAddress, Int32(count), &read, &status)
    }
    try ICUError.check(status, "parse a spelt-out number", locale)
    while read > 0, text[Int(read) - 1] == UInt8(ascii: " ") { read -= 1 }
    return read > 0 ? Number(value: value, read: Int(read)) : nil
  }
}
