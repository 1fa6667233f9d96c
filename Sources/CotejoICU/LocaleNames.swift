internal import CICU

/// The quotation marks of a locale, from CLDR.
package struct QuotationMarks: Hashable, Sendable {
  /// The marks of a quotation.
  package var open: String
  package var close: String
  /// The marks of a quotation inside a quotation.
  package var alternateOpen: String
  package var alternateClose: String

  /// Looks up a locale (a BCP 47 tag); an unknown one has the marks of CLDR's root.
  package init(locale: String) throws(ICUError) {
    var text = try ICUText()
    func mark(_ delimiter: cicu_delimiter) throws(ICUError) -> String {
      unsafe try text.fill("look up quotation marks", locale) { buffer, status in
        unsafe cicu_quotation_mark(locale, delimiter, buffer, &status)
      }
      return text.string
    }
    open = try mark(.quotation_start)
    close = try mark(.quotation_end)
    alternateOpen = try mark(.alternate_start)
    alternateClose = try mark(.alternate_end)
  }
}

/// What languages and regions are called in a language, from CLDR.
@safe
package struct DisplayNames: ~Copyable {
  private let names: OpaquePointer
  private let locale: String
  private var result: ICUText

  /// Opens the names in a locale (a BCP 47 tag).
  package init(locale: String) throws(ICUError) {
    let result = try ICUText()
    var status: Int32 = 0
    let opened = unsafe cicu_names_open(locale, &status)
    unsafe names = try ICUError.unwrap(opened, status, "open display names", locale)
    self.locale = locale
    self.result = result
  }

  deinit {
    unsafe cicu_names_close(names)
  }

  /// The name of a language by its code: `de` is `alemán` in `es`; `nil` if CLDR has none.
  package mutating func language(_ code: String) throws(ICUError) -> String? {
    let names = unsafe names
    return unsafe try name("look up the name of a language", code) { buffer, status in
      unsafe cicu_names_language(names, code, buffer, &status)
    }
  }

  /// The name of a region by its code: `DE` is `Alemania` in `es`; `nil` if CLDR has none.
  package mutating func region(_ code: String) throws(ICUError) -> String? {
    let names = unsafe names
    return unsafe try name("look up the name of a region", code) { buffer, status in
      unsafe cicu_names_region(names, code, buffer, &status)
    }
  }

  private mutating func name(
    _ call: String, _ code: String, _ body: (OpaquePointer, inout Int32) -> Void
  ) throws(ICUError) -> String? {
    unsafe try result.fill(call, "\(code) in \(locale)", body)
    let name = result.string
    return name.isEmpty ? nil : name
  }

  /// The ISO 639 codes of all languages that ICU knows.
  package static var languageCodes: [String] { unsafe list(cicu_language_codes()) }

  /// The ISO 3166 codes of all regions that ICU knows.
  package static var regionCodes: [String] { unsafe list(cicu_region_codes()) }

  private static func list(_ codes: UnsafePointer<UnsafePointer<CChar>?>?) -> [String] {
    var list: [String] = []
    guard var next = unsafe codes else { return list }
    while let code = unsafe next.pointee {
      list.append(unsafe String(cString: code))
      unsafe next += 1
    }
    return list
  }
}
