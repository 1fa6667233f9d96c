internal import CotejoICU
internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What is known of numbers, money, measures and dates in a language.
///
/// From `languages/<tag>/values.txt` and, for all languages, `measures/units.txt` and
/// `measures/currencies.txt`. A language without a file has what CLDR knows (``LocaleVocabulary``),
/// and one that CLDR does not know digits, signs and symbols.
final class ValueLanguage: Sendable {
  /// Its words, phrases, signs and symbols.
  let vocabulary: ValueVocabulary
  /// What its numbers look like.
  let traits: NumeralTraits
  /// The unit of days, by which days are counted from today.
  let day: MeasureUnit?
  /// Whether words of the language are known, from its file or from CLDR.
  let hasWords: Bool
  /// The files that it was read from, by their names.
  let files: [(name: String, bytes: [UInt8])]

  /// Reads a language's data.
  ///
  /// - Parameters:
  ///   - language: `es-MX` takes the file of `es` unless it has a folder of its own.
  ///   - folder: a folder that holds `languages` and `measures`, in place of the program's data.
  /// - Throws: `languageData` for data that are missing or malformed; `unreadable`; `icu`.
  init(_ language: LanguageTag, in folder: String?) throws(TextError) {
    let (unitBytes, unitPlace) = try Self.shared("measures/units.txt", in: folder)
    let (currencyBytes, currencyPlace) = try Self.shared("measures/currencies.txt", in: folder)
    let units = try UnitTable(unitBytes, place: unitPlace)
    let currencies = try CurrencyTable(currencyBytes, place: currencyPlace)
    var vocabulary = ValueVocabulary()
    for (form, unit) in units.symbols {
      vocabulary.insert(Self.inPieces(form), .init(role: .unitSymbol, number: 1, unit: unit))
    }
    for (form, signs) in currencies.signs {
      vocabulary.insert(form, .init(role: .currencySign, number: 1, currencies: signs))
    }
    day = units.units["day"]
    var traits: NumeralTraits = []
    var files = [
      (name: "units.txt", bytes: unitBytes), (name: "currencies.txt", bytes: currencyBytes),
    ]
    let place = try LanguageFolder(of: language, in: folder).map { "\($0.path)/values.txt" }
    let bytes = try place.flatMap { place throws(TextError) in try LanguageFolder.bytes(of: place) }
    if let place, let bytes {
      let headings = Set(ValueRoles.headings.keys).union(["grammar"])
      files.append(("values.txt", bytes))
      let file = try WordListFile(bytes, place: place, sections: headings)
      for entry in file.entries {
        if entry.section == "grammar" {
          guard let trait = NumeralTraits.names[entry.text] else {
            throw TextError(
              .languageData, place: "\(place):\(entry.line)",
              message: "unknown trait '\(entry.text)'")
          }
          traits.formUnion(trait)
        } else if let role = ValueRoles.headings[entry.section] {
          let data = try ValueEntry(entry, place: place)
          let meaning = try Self.meaning(data, role, units, currencies)
          for form in data.forms { vocabulary.insert(form, meaning) }
        }
      }
    }
    var hasWords = bytes != nil
    if bytes == nil, let locale = try LocaleVocabulary(language, units, currencies) {
      for (form, meaning) in locale.entries { vocabulary.insert(form, meaning) }
      traits = locale.traits
      files.append(("cldr", Array(ICUVersion.library.utf8)))
      hasWords = true
    }
    self.hasWords = hasWords
    self.files = files
    if traits.isDisjoint(with: [.decimalComma, .decimalPoint]) {
      traits.formUnion([.decimalComma, .decimalPoint])
    }
    self.traits = traits
    self.vocabulary = vocabulary
  }

  /// A symbol with a blank wherever a text's pieces part: `km / h`, `km 2`.
  private static func inPieces(_ symbol: String) -> String {
    var form = ""
    for scalar in symbol.unicodeScalars {
      if scalar == "/" {
        form += " / "
      } else {
        if "0"..."9" ~= scalar { form += " " }
        form.unicodeScalars.append(scalar)
      }
    }
    return form
  }

  /// The bytes of a file that all languages share, and its path.
  private static func shared(
    _ relative: String, in folder: String?
  ) throws(TextError) -> ([UInt8], String) {
    guard
      let path = ResourceFolder.path(of: relative, target: "CotejoText", override: folder),
      path != folder
    else {
      throw TextError(.languageData, place: folder ?? relative, message: "lacks \(relative)")
    }
    return (try InputFile.bytes(of: path), path)
  }

  /// What an entry's words after the `=` say.
  private static func meaning(
    _ entry: ValueEntry, _ role: ValueRoles, _ units: UnitTable, _ currencies: CurrencyTable
  ) throws(TextError) -> ValueVocabulary.Meaning {
    var meaning = ValueVocabulary.Meaning(role: role)
    switch role {
    case .currency, .cents, .digitCurrency:
      meaning.number = 1
      meaning.currencies = try currencies.currencies(entry.arguments, place: entry.place)
      return meaning
    case .unit:
      guard entry.arguments.count == 1, let unit = units.units[entry.arguments[0]] else {
        throw fault(entry, "is no unit")
      }
      meaning.number = 1
      meaning.unit = unit
      return meaning
    default:
      break
    }
    guard let number = number(entry.arguments[0]) else { throw fault(entry, "is no number") }
    meaning.number = number
    var index = 1
    while index < entry.arguments.count {
      switch entry.arguments[index] {
      case "weak": meaning.isWeak = true
      case "about": meaning.isRound = true
      case "capital": meaning.needsCapital = true
      case "or" where index + 1 < entry.arguments.count:
        index += 1
        guard let regional = Self.number(entry.arguments[index]) else {
          throw fault(entry, "is no number")
        }
        meaning.regional = regional
      default: throw fault(entry, "is no number with 'weak', 'about', 'capital' or 'or N'")
      }
      index += 1
    }
    return meaning
  }

  private static func fault(_ entry: ValueEntry, _ message: String) -> TextError {
    let value = entry.arguments.joined(separator: " ")
    return TextError(.languageData, place: entry.place, message: "'\(value)' \(message)")
  }

  /// A finite number or a fraction such as `1/3`.
  private static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    switch (parts.first ?? nil, parts.count > 1 ? parts[1] : 1) {
    case (let number?, let divisor?) where parts.count <= 2 && divisor > 0 && number.isFinite:
      return number / divisor
    default: return nil
    }
  }
}
