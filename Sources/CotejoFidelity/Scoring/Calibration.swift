#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// How likely a suspicion is a fault, by its type and how strong it is: a logistic function for each
/// type, fitted to pairs of which it is known.
///
/// Read from `calibration.txt`: a line is a type, a slope and an offset; `#` opens a comment.
struct Calibration: Sendable {
  private var functions: [FindingType: (slope: Float, offset: Float)] = [:]

  /// Reads a file's bytes; `place` is the name that errors give it.
  ///
  /// - Throws: `languageData`, with file and line, for a line of another form.
  init(_ bytes: [UInt8], place: String) throws(FidelityError) {
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      let fields = content.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        .map { String(decoding: $0, as: UTF8.self) }
      if fields.isEmpty { continue }
      guard fields.count == 3, let type = FindingType(rawValue: fields[0]),
        let slope = Float(fields[1]), let offset = Float(fields[2]), slope.isFinite,
        offset.isFinite, slope >= 0
      else {
        throw FidelityError(
          .languageData, place: "\(place):\(number + 1)",
          message: "is not a type of finding, a slope from 0 and an offset")
      }
      guard functions.updateValue((slope, offset), forKey: type) == nil else {
        throw FidelityError(
          .languageData, place: "\(place):\(number + 1)", message: "'\(type.rawValue)' comes twice")
      }
    }
  }

  /// How likely a suspicion of this type and strength is a fault; 0 for a type that the file lacks.
  func probability(_ type: FindingType, _ evidence: Float) -> Double {
    guard let function = functions[type] else { return 0 }
    return Double(1 / (1 + expf(-(function.slope * evidence + function.offset))))
  }
}
