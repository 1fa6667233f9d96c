internal import CICU

/// Writes numbers in words.
@safe
package struct SpelloutWriter: ~Copyable {
  private let spellout: OpaquePointer
  private let locale: String
  private var text: ICUText

  /// Opens the rules of a locale (a BCP 47 tag).
  package init(locale: String) throws(ICUError) {
    let text = try ICUText()
    var status: Int32 = 0
    let opened = unsafe cicu_spellout_open(locale, &status)
    unsafe spellout = try ICUError.unwrap(opened, status, "open spell-out rules", locale)
    self.locale = locale
    self.text = text
  }

  deinit {
    unsafe cicu_spellout_close(spellout)
  }

  /// A number in words, in each form that the language counts with: *zwei*; *deux*; *dous*, *dúas*.
  ///
  /// Soft hyphens, with which CLDR parts long words, are taken out.
  /// - Returns: nothing for a language without rules.
  package mutating func forms(of number: Int) throws(ICUError) -> [String] {
    let (spellout, locale) = unsafe (spellout, locale)
    unsafe try text.fill("write a number in words", locale) { buffer, status in
      unsafe cicu_spellout_write(spellout, locale, Int64(number), buffer, &status)
    }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: text.string.unicodeScalars.filter { $0 != "\u{AD}" })
    return LocaleValues.distinct(String(plain))
  }
}
