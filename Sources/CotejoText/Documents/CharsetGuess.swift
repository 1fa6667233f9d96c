internal import CotejoICU

/// Finds the charset of bytes that have no byte order mark.
enum CharsetGuess {
  /// How many bytes ICU's detector looks at.
  private static let sampleSize = 8_000

  /// ICU's name of the most likely charset.
  ///
  /// Bytes that are UTF-8, but for damage here and there, are that; not UTF-16 of mostly Western
  /// text, which can be valid UTF-8, too, full of NULs. Otherwise ICU's best guess counts, or one that
  /// is nearly as sure and rests on the language that the text is said to be in.
  static func charset(
    of bytes: [UInt8], language: LanguageTag
  ) throws(ICUError) -> String {
    if let wide = wideCharset(of: bytes) { return wide }
    if isMostlyUTF8(bytes.span) { return "UTF-8" }
    var detector = try CharsetDetector()
    // Some charsets ICU detects but cannot convert (`IBM424_rtl`).
    let matches = try detector.matches(of: bytes.span.extracting(sample(of: bytes)))
      .filter { DocumentReader.knows(charset: $0.charset) }
    guard let best = matches.first else { return "windows-1252" }
    let margin = 15
    let likely = matches.first {
      $0.language == language.language && $0.confidence + margin >= best.confidence
    }
    // Windows' charsets hold all the characters of their ISO namesakes, and letters and quotes where
    // those hold controls that no text uses; the WHATWG encoding standard reads them so, too.
    switch (likely ?? best).charset {
    case "ISO-8859-1": return "windows-1252"
    case "ISO-8859-9": return "windows-1254"
    case let name: return name
    }
  }

  /// Whether bytes are UTF-8, with at most one malformed sequence to ten characters beyond ASCII:
  /// other charsets read as UTF-8 have hardly a character beyond ASCII that is not malformed.
  private static func isMostlyUTF8(_ bytes: Span<UInt8>) -> Bool {
    var malformed = 0
    var start = 0
    while start < bytes.count {
      do {
        _ = try UTF8Span(validating: bytes.extracting(start...))
        break
      } catch {
        malformed += 1
        start += error.byteOffsets.upperBound
      }
    }
    if malformed == 0 { return true }
    var leads = 0
    for index in 0..<bytes.count where bytes[index] >= 0xC0 { leads += 1 }
    return malformed * 10 <= leads - malformed
  }

  /// UTF-16 without a byte order mark, told by NULs at every other byte.
  private static func wideCharset(of bytes: [UInt8]) -> String? {
    var nuls = (even: 0, odd: 0)
    let count = min(bytes.count, 4096) & ~1
    for index in stride(from: 0, to: count, by: 2) {
      if bytes[index] == 0 { nuls.even += 1 }
      if bytes[index + 1] == 0 { nuls.odd += 1 }
    }
    let pairs = count / 2
    guard pairs > 0, bytes.count.isMultiple(of: 2) else { return nil }
    if nuls.odd * 3 > pairs, nuls.even * 50 < pairs { return "UTF-16LE" }
    if nuls.even * 3 > pairs, nuls.odd * 50 < pairs { return "UTF-16BE" }
    return nil
  }

  /// A stretch for the detector that holds what is not ASCII: it looks at the start only, where a
  /// long text may have nothing that tells charsets apart.
  private static func sample(of bytes: [UInt8]) -> Range<Int> {
    guard bytes.count > sampleSize, let first = bytes.firstIndex(where: { $0 >= 0x80 }),
      first > sampleSize / 2
    else { return 0..<bytes.count }
    // From the start of a line or word, so that no character of several bytes is cut.
    let window = bytes[max(0, first - 1000)..<first]
    let start =
      window.firstIndex(of: 0x0A) ?? window.firstIndex(of: 0x0D) ?? window.firstIndex(of: 0x20)
      ?? first
    return start..<bytes.count
  }
}
