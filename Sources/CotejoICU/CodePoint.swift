internal import CICU

/// Properties of single code points, from ICU's Unicode data.
package enum CodePoint {
  /// The simple case folding of a code point: one code point in, one out.
  @inlinable
  package static func caseFolded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    // ASCII and Latin-1, nearly all that Spanish and English need, without a call.
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0...0xFF where scalar != 0xB5: scalar
    default: foldedByICU(scalar)
    }
  }

  @usableFromInline
  static func foldedByICU(_ scalar: UInt32) -> UInt32 {
    cicu_fold_case(scalar)
  }

  /// What kind of character a code point is, as coarse as word matching needs it.
  package enum Kind: Sendable {
    case letter
    case mark
    case number
    case other
  }

  /// The case of a letter.
  package enum LetterCase: Sendable {
    case upper
    case lower
    /// A letter of a script without case, or a modifier letter.
    case none
  }

  /// The case of a letter, a title case letter as upper; `nil` for anything but a letter.
  package static func letterCase(_ scalar: UInt32) -> LetterCase? {
    switch cicu_general_category(scalar) {
    case 1, 3: .upper
    case 2: .lower
    case 4, 5: LetterCase.none
    default: nil
    }
  }

  /// Sorts a code point by its general category.
  package static func kind(_ scalar: UInt32) -> Kind {
    switch cicu_general_category(scalar) {
    case 1...5: .letter
    case 6...8: .mark
    case 9...11: .number
    default: .other
    }
  }
}
