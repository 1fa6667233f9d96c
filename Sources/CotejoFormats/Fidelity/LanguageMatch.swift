internal import CotejoText

/// Tells how well the language that a file names is the one that is wanted.
struct LanguageMatch {
  let wanted: LanguageTag

  /// How well a tag fits; greater is better.
  enum Quality: Int, Comparable {
    /// The same language, but both tags name different scripts or regions.
    case sameLanguage
    /// One of them says less than the other: `es` and `es-MX`.
    case prefix
    case exact

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// How well a tag such as `es_MX` or `ES` fits; `nil` if it is no tag or of another language.
  func quality(of tag: String) -> Quality? {
    // Locales of gettext may end in a code set or a modifier: `es_MX.UTF-8`, `ca@valencia`.
    let plain = tag.prefix { $0 != "." && $0 != "@" }
    guard let tag = try? LanguageTag(String(plain)), tag.language == wanted.language else {
      return nil
    }
    if tag == wanted { return .exact }
    let (short, long) =
      tag.description.utf8.count < wanted.description.utf8.count
      ? (tag.description, wanted.description) : (wanted.description, tag.description)
    return long.hasPrefix(short + "-") ? .prefix : .sameLanguage
  }
}

extension PairLanguages {
  /// Whether a file in these languages has to be read the other way round.
  ///
  /// A side without a tag fits.
  /// - Returns: `nil` if the file is in other languages.
  func isSwapped(original: String?, rendering: String?) -> Bool? {
    func fits(_ tag: String?, _ match: LanguageMatch) -> Int? {
      guard let tag, !tag.isEmpty else { return 0 }
      return match.quality(of: tag).map { $0.rawValue + 1 }
    }
    func sum(_ first: Int?, _ second: Int?) -> Int? {
      guard let first, let second else { return nil }
      return first + second
    }
    let straight = sum(fits(original, source), fits(rendering, target))
    let swapped = sum(fits(original, target), fits(rendering, source))
    guard straight != nil || swapped != nil else { return nil }
    return (swapped ?? -1) > (straight ?? -1)
  }
}
