internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// How likely a suspicion is a fault: a logistic function of some features for each type, fitted to
/// pairs of which it is known.
///
/// Read from `calibration.txt`, where the features are those of the suspicion, and from
/// `contrast.txt`, where they are its log-odds by the former and what an encoder says: a line is a
/// type, an offset and a weight for each feature; `#` opens a comment.
struct Calibration: Sendable {
  private struct Function {
    var offset: Float
    var weights: [Float]
  }

  /// The file that it was read from.
  let source: [UInt8]
  /// A few, so that they are found sooner one by one than by a hash of a type's name.
  private var functions: [(type: FindingType, function: Function)] = []

  /// Knows no type.
  init() { source = [] }

  /// Greater numbers are a fault of the file: with them a sum may be beyond what a `Float` holds.
  private static let greatest: Float = 1e6

  /// Reads a file's bytes; `place` is the name that errors give it.
  ///
  /// - Throws: `languageData`, with file and line, for a line of another form.
  init(_ bytes: [UInt8], place: String) throws(FidelityError) {
    source = bytes
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let fields = line.prefix { $0 != UInt8(ascii: "#") }
        .split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        .map { String(decoding: $0, as: UTF8.self) }
      guard let name = fields.first else { continue }
      let numbers = fields.dropFirst().compactMap(Float.init).filter { abs($0) <= Self.greatest }
      func fault(_ message: String) -> FidelityError {
        FidelityError(.languageData, place: "\(place):\(number + 1)", message: message)
      }
      guard let type = FindingType(rawValue: name) else {
        throw fault("'\(name)' is no type of finding")
      }
      guard numbers.count == fields.count - 1, numbers.count > 1 else {
        throw fault("a type has an offset and weights behind it, numbers up to a million")
      }
      let function = Function(offset: numbers[0], weights: Array(numbers.dropFirst()))
      guard !has(type) else { throw fault("'\(name)' comes twice") }
      functions.append((type, function))
    }
  }

  /// A calibration that comes with the program, by the name of its file.
  ///
  /// - Throws: `languageData` if it is missing or malformed.
  static func shipped(_ name: String) throws(FidelityError) -> Calibration {
    guard let path = ResourceFolder.path(of: name, target: "CotejoFidelity") else {
      throw FidelityError(.languageData, place: name, message: "the calibration is not found")
    }
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: path)
    } catch {
      throw FidelityError(.languageData, place: error.place, message: error.message)
    }
    return try Calibration(bytes, place: path)
  }

  /// Whether the file has a type.
  func has(_ type: FindingType) -> Bool { functions.contains { $0.type == type } }

  /// The log-odds that a suspicion of a type with some features is a fault; `nil` for a type that
  /// the file lacks or weighs otherwise.
  func logOdds(of type: FindingType, _ features: [Float]) -> Float? {
    guard let function = functions.first(where: { $0.type == type })?.function,
      function.weights.count == features.count
    else { return nil }
    var sum = function.offset
    for (weight, feature) in zip(function.weights, features) { sum += weight * feature }
    return sum
  }

  /// How likely log-odds are, from 0 to 1; 0 for `nil`.
  static func probability(ofLogOdds logOdds: Float?) -> Double {
    logOdds.map { Double(1 / (1 + expf(-$0))) } ?? 0
  }
}
