/// The letters of the scripts that the language model knows, Latin, Greek and Cyrillic, in small
/// letters.
///
/// Built from the standard library's Unicode data, as `Tools/identification/features.py` builds its
/// own from Python's.
struct LetterFolding: Sendable {
  /// Code points from here on are no letters of these scripts.
  static let limit: UInt32 = 0x2000
  /// What an apostrophe is folded to.
  static let apostrophe: UInt16 = 0x27

  /// The folding of all programs; building it takes less than a millisecond.
  static let shared = LetterFolding()

  /// For each code point its small letter, or 0 for what is neither letter nor mark.
  private let folded: [UInt16]

  private init() {
    folded = (0..<Self.limit).map { scalar in
      // The middle dot of Catalan stands inside words: *col·legi*.
      if scalar == 0xB7 { return 0xB7 }
      guard Self.isKnownScript(scalar), let letter = Unicode.Scalar(scalar),
        Self.isLetterOrMark(letter.properties.generalCategory)
      else { return 0 }
      // One for one: what has two small letters (İ) keeps the first.
      let small = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
      return UInt16(truncatingIfNeeded: small.value)
    }
  }

  /// The small letter of a code point; 0 if it is no letter of these scripts.
  @inline(__always)
  func folded(_ scalar: UInt32) -> UInt16 {
    scalar < Self.limit ? folded[Int(scalar)] : 0
  }

  /// Whether a code point is an apostrophe, typed or typeset.
  @inline(__always)
  static func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 }

  /// Whether a code point stands in a block of Latin, Greek, Cyrillic or their marks.
  private static func isKnownScript(_ scalar: UInt32) -> Bool {
    scalar < 0x530 || scalar >= 0x1E00
  }

  private static func isLetterOrMark(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
