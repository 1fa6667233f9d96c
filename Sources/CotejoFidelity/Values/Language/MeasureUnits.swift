internal import CotejoText

/// A unit of measure, by its number in the table of units.
public struct MeasureUnit: Hashable, Sendable {
  /// Its place in the table.
  var index: UInt16
  /// The place of its dimension: units of one dimension convert into one another.
  var dimension: UInt8
  /// What a quantity is multiplied by to be in the dimension's base unit.
  var factor: Double
  /// What is added to the product.
  var offset: Double

  /// A quantity in the dimension's base unit.
  func inBaseUnit(_ number: Double) -> Double { number * factor + offset }
}

/// The units that there are and their symbols, from `measures/units.txt`.
struct UnitTable: Sendable {
  /// The dimensions, in the order of their numbers.
  static let dimensions = [
    "length", "area", "volume", "mass", "temperature", "speed", "power", "energy", "duration",
    "data", "frequency", "sound", "count",
  ]

  /// The units by their names.
  let units: [String: MeasureUnit]
  /// Symbols in the spelling of a text's pieces, with their units.
  let symbols: [(form: String, unit: MeasureUnit)]

  /// Reads the table's bytes.
  ///
  /// - Throws: `languageData` for a malformed file.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(bytes, place: place, sections: Set(Self.dimensions))
    var units: [String: MeasureUnit] = [:]
    var symbols: [(form: String, unit: MeasureUnit)] = []
    for entry in file.entries {
      let data = try ValueEntry(entry, place: place)
      let parts = data.arguments.split(separator: ":", maxSplits: 1)
      let terms = parts.first.map { $0.split(separator: "+", omittingEmptySubsequences: true) }
      let numbers = (terms ?? []).map { $0.first.flatMap { Double($0) } ?? .nan }
      guard let factor = numbers.first, factor > 0, numbers.allSatisfy(\.isFinite),
        let dimension = Self.dimensions.firstIndex(of: entry.section)
      else {
        throw TextError(.languageData, place: data.place, message: "lacks its factor")
      }
      let unit = MeasureUnit(
        index: UInt16(units.count), dimension: UInt8(dimension), factor: factor,
        offset: numbers.count > 1 ? numbers[1] : 0)
      for form in data.forms { units[form] = unit }
      if parts.count > 1 { symbols += parts[1].map { ($0, unit) } }
    }
    self.units = units
    self.symbols = symbols
  }
}
