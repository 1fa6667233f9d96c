/// Addresses and emoticons: what a colon may be part of that ends sentences without a stop.
enum ColonMark {
  /// The end of the web address whose `://` begins at `colon`; `nil` for any other colon.
  ///
  /// Stops, commas and closing marks at the end of the stretch are not part of it.
  /// - Complexity: O(*n*) in the length of the address, which the caller need not read again.
  static func addressEnd(at colon: Int, in text: Span<UInt8>, ceiling: Int) -> Int? {
    guard colon + 3 < ceiling, text[colon + 1] == UInt8(ascii: "/"),
      text[colon + 2] == UInt8(ascii: "/"), 0x21...0x7E ~= text[colon + 3]
    else { return nil }
    var end = colon + 3
    // Addresses are ASCII; what follows otherwise is text again.
    while end < ceiling, 0x21...0x7E ~= text[end] { end += 1 }
    while end > colon + 3, isTrailing(text[end - 1]) { end -= 1 }
    return end
  }

  /// Whether a sentence ends behind an address that ends at `end`: another address follows, or a
  /// capital.
  static func endsSentence(addressEnd end: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let next = text.skippingWhiteSpace(from: end, ceiling: ceiling)
    guard next > end, next < ceiling else { return false }
    if text.sentenceCharacter(at: next, ceiling: ceiling) == .upper { return true }
    let http = "http".utf8
    guard next + http.count < ceiling else { return false }
    return zip(http, next...).allSatisfy { text[$1] == $0 }
  }

  /// The end of the emoticon, `:)`, `:-(` or `;D`, whose eyes are at `offset`; `nil` if there is
  /// none or it does not stand apart.
  static func emoticonEnd(at offset: Int, in text: Span<UInt8>, floor: Int, ceiling: Int) -> Int? {
    guard offset > floor, text[offset - 1] == 0x20 else { return nil }
    var end = offset + 1
    if end < ceiling, text[end] == UInt8(ascii: "-") { end += 1 }
    guard end < ceiling else { return nil }
    switch text[end] {
    case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"):
      return end + 1 == ceiling || text[end + 1] <= 0x20 ? end + 1 : nil
    default:
      return nil
    }
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
