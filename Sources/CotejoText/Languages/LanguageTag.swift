/// A language by its BCP 47 tag, such as `es`, `es-MX` or `zh-Hant`.
///
/// The form is checked, not the registry: any well-formed tag is taken, and `no` is Norwegian.
public struct LanguageTag: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The tag in the case that BCP 47 recommends: `zh-Hant-TW`.
  public let description: String

  /// Reads a tag; `_` is taken for `-`, case does not matter.
  ///
  /// - Throws: `invalidLanguageTag` for anything but a language of two or three letters followed by
  ///   subtags of one to eight letters and digits.
  public init(_ tag: String) throws(TextError) {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false) }
    var subtags: [String] = []
    for (index, part) in parts.enumerated() {
      let letters = part.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
      let digits = part.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
      guard index == 0 ? (letters && (2...3).contains(part.count)) : (digits && (1...8).contains(part.count))
      else {
        throw TextError(
          .invalidLanguageTag, message: "'\(tag)' is not a language tag such as 'es' or 'es-MX'")
      }
      let lower = String(part)?.lowercased() ?? ""
      if index > 0, part.count == 4, letters {
        subtags.append(lower.prefix(1).uppercased() + lower.dropFirst())
      } else if index > 0, part.count == 2, letters {
        subtags.append(lower.uppercased())
      } else {
        subtags.append(lower)
      }
    }
    description = subtags.joined(separator: "-")
  }

  /// The language without script, region and variants: `es` of `es-MX`.
  public var language: String {
    String(description.prefix { $0 != "-" })
  }

  /// Orders tags by their text.
  public static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }
}
