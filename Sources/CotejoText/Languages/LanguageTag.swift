/// A language by its BCP 47 tag, such as `es`, `es-MX` or `zh-Hant`.
///
/// The form is checked (RFC 5646, section 2.1), not the registry: any well-formed tag is taken, and
/// `no` is Norwegian. Left out are forms that name no language of use here, though well-formed: a
/// first subtag of four to eight letters (none is registered; `spanish` is a mistake) and the
/// irregular tags of old (`i-klingon`).
public struct LanguageTag: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The tag in the case that RFC 5646, section 2.1.1, recommends: `zh-Hant-TW`.
  public let description: String

  /// Reads a tag; `_` is taken for `-`, case does not matter.
  ///
  /// - Throws: `invalidLanguageTag` for anything but a language of two or three letters, followed in
  ///   this order by subtags for extended language, script, region, variants, extensions and private
  ///   use; or private use alone (`x-…`).
  public init(_ tag: String) throws(TextError) {
    let subtags = tag.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }.map { $0.map(Self.lowercased) }
    guard Self.isWellFormed(subtags) else {
      throw TextError(
        .invalidLanguageTag, message: "'\(tag)' is not a language tag such as 'es' or 'es-MX'")
    }
    var text: [UInt8] = []
    var afterSingleton = false
    for (index, subtag) in subtags.enumerated() {
      var subtag = subtag
      if index > 0 {
        text.append(UInt8(ascii: "-"))
        if !afterSingleton, subtag.allSatisfy(Self.isLetter) {
          if subtag.count == 2 { subtag = subtag.map { $0 & 0xDF } }
          if subtag.count == 4 { subtag[0] &= 0xDF }
        }
      }
      text += subtag
      afterSingleton = afterSingleton || subtag.count == 1
    }
    description = String(decoding: text, as: UTF8.self)
  }

  /// The language without script, region and variants: `es` of `es-MX`.
  ///
  /// A tag for private use alone is its own language.
  public var language: String {
    description.hasPrefix("x-") ? description : String(description.prefix { $0 != "-" })
  }

  /// Orders tags by their text.
  public static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }

  /// Follows the grammar of RFC 5646 over subtags in lower case.
  private static func isWellFormed(_ subtags: [[UInt8]]) -> Bool {
    let sized = subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) }
    guard sized, let language = subtags.first else { return false }
    var rest = subtags[...]
    func take(_ fits: ([UInt8]) -> Bool) -> [UInt8]? {
      guard let next = rest.first, fits(next) else { return nil }
      rest.removeFirst()
      return next
    }
    if language != [UInt8(ascii: "x")] {
      guard (2...3).contains(language.count), language.allSatisfy(isLetter) else { return false }
      rest.removeFirst()
      for _ in 0..<3 { _ = take { $0.count == 3 && $0.allSatisfy(isLetter) } }
      _ = take { $0.count == 4 && $0.allSatisfy(isLetter) }
      _ = take {
        $0.count == 2 && $0.allSatisfy(isLetter) || $0.count == 3 && $0.allSatisfy(isDigit)
      }
      var seen: Set<[UInt8]> = []
      while let variant = take({ $0.count >= 5 || $0.count == 4 && isDigit($0[0]) }) {
        guard seen.insert(variant).inserted else { return false }
      }
      while let singleton = take({ $0.count == 1 && $0 != [UInt8(ascii: "x")] }) {
        guard seen.insert(singleton).inserted, take({ $0.count >= 2 }) != nil else { return false }
        while take({ $0.count >= 2 }) != nil {}
      }
    }
    if rest.first == [UInt8(ascii: "x")] { return rest.count > 1 }
    return rest.isEmpty
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
