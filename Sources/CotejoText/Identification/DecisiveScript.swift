/// A script other than those of the language model: it tells the language, or that none can be told.
///
/// Ranges are those of the blocks of the Unicode Standard (Blocks.txt); signs and digits inside a
/// block count with its letters.
enum DecisiveScript: Int, CaseIterable, Sendable {
  case armenian, hebrew, arabic, devanagari, bengali, tamil, telugu, thai, georgian, ethiopic, khmer
  case kana, hangul, han, other

  /// What a text in the script is: a language where nearly all text in the script is in that one,
  /// else *und* with the script (ISO 15924).
  ///
  /// A text with kana in it is Japanese, Han characters and all.
  var tag: String {
    switch self {
    case .armenian: "hy"
    case .hebrew: "he"
    case .arabic: "und-Arab"
    case .devanagari: "und-Deva"
    case .bengali: "bn"
    case .tamil: "ta"
    case .telugu: "te"
    case .thai: "th"
    case .georgian: "ka"
    case .ethiopic: "und-Ethi"
    case .khmer: "km"
    case .kana: "ja"
    case .hangul: "ko"
    case .han: "zh"
    case .other: "und"
    }
  }

  /// How sure the language is by the script alone, 0 to 1: a judgement, not a measurement.
  var confidence: Double {
    switch self {
    case .arabic, .devanagari, .ethiopic, .other: 0
    case .han: 0.9
    default: 0.98
    }
  }

  /// The script of a code point that is a letter in none of the model's scripts; nil for one that
  /// is no letter.
  static func of(_ scalar: UInt32) -> Self? {
    switch scalar {
    case ..<0x530: nil
    case 0x0530...0x058F: .armenian
    case 0x0591...0x05F4: .hebrew
    case 0x0610...0x065F, 0x066E...0x06D3, 0x06D5...0x06DC, 0x06EE...0x06EF, 0x06FA...0x08FF:
      .arabic
    case 0x0900...0x0963, 0x0970...0x097F: .devanagari
    case 0x0980...0x09E3: .bengali
    case 0x0B80...0x0BE5: .tamil
    case 0x0C00...0x0C65: .telugu
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E: .thai
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: .georgian
    case 0x1200...0x135F: .ethiopic
    case 0x1780...0x17D3: .khmer
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: .kana
    case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: .hangul
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0x0700...0x1DFF, 0x2C00...0x2DDF, 0xA000...0xABFF, 0x10000...0x1BFFF:
      Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? .other : nil
    default: nil
    }
  }
}
