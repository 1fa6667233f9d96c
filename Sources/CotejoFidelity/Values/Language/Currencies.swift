internal import CotejoText

/// A set of currencies, by their numbers in the table of currencies.
public struct Currencies: OptionSet, Hashable, Sendable {
  /// One bit a currency.
  public let rawValue: UInt128

  /// Makes a set of currencies of their bits.
  public init(rawValue: UInt128) {
    self.rawValue = rawValue
  }
}

/// The currencies that there are and their signs, from `measures/currencies.txt`.
struct CurrencyTable: Sendable {
  /// The ISO 4217 codes, in the order of their bits.
  let codes: [String]
  /// Signs in the spelling of a text's pieces, with their currencies.
  let signs: [(form: String, currencies: Currencies)]

  /// Reads the table's bytes.
  ///
  /// - Throws: `languageData` for a malformed file.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(bytes, place: place, sections: ["codes", "signs"])
    let codes = file.entries.filter { $0.section == "codes" }.map(\.text)
    guard codes.count <= UInt128.bitWidth else {
      throw TextError(.languageData, place: place, message: "lists more than 128 currencies")
    }
    self.codes = codes
    var signs = codes.map { ($0.lowercased(), Self.currency($0, in: codes)) }
    for entry in file.entries where entry.section == "signs" {
      let data = try ValueEntry(entry, place: place)
      let currencies = try Self.currencies(data.arguments, in: codes, place: data.place)
      signs += data.forms.map { ($0, currencies) }
    }
    self.signs = signs.map { (form: $0.0, currencies: $0.1) }
  }

  /// The set of some codes.
  ///
  /// - Throws: `languageData` for a code that is not in the table.
  func currencies(_ names: [String], place: String) throws(TextError) -> Currencies {
    try Self.currencies(names, in: codes, place: place)
  }

  private static func currencies(
    _ names: [String], in codes: [String], place: String
  ) throws(TextError) -> Currencies {
    var all: Currencies = []
    for name in names {
      let one = currency(name, in: codes)
      if one.isEmpty {
        throw TextError(.languageData, place: place, message: "unknown currency '\(name)'")
      }
      all.formUnion(one)
    }
    return all
  }

  private static func currency(_ name: String, in codes: [String]) -> Currencies {
    codes.firstIndex(of: name).map { Currencies(rawValue: 1 << UInt128($0)) } ?? []
  }
}
