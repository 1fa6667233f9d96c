import ArgumentParser

/// A number of bytes, as `2GB` or `500MiB` on the command line.
struct ByteSize: ExpressibleByArgument {
  let bytes: Int

  private static let units: [(name: String, bytes: Int)] = [
    ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30), ("tib", 1 << 40), ("kb", 1000),
    ("mb", 1_000_000), ("gb", 1_000_000_000), ("tb", 1_000_000_000_000), ("b", 1),
  ]

  init(bytes: Int) {
    self.bytes = bytes
  }

  /// Reads a number, which may have a decimal point, and a unit; without a unit it is bytes.
  init?(argument: String) {
    let text = argument.lowercased()
    let unit = Self.units.first { text.hasSuffix($0.name) } ?? ("", 1)
    let number = text.dropLast(unit.name.count)
    // What `Double` reads besides, such as `0x10`, `1e3` and `nan`, is no size.
    guard number.first?.isNumber == true, number.allSatisfy({ "0123456789.".contains($0) }),
      let value = Double(number), value * Double(unit.bytes) < 9e18
    else { return nil }
    bytes = Int(value * Double(unit.bytes))
  }

  /// `1.3 GB`: two digits at least, in powers of a thousand.
  var text: String {
    var unit = "bytes"
    var value = Double(bytes)
    for next in ["kB", "MB", "GB", "TB"] where value >= 999.5 {
      (value, unit) = (value / 1000, next)
    }
    guard unit != "bytes", value < 9.95 else { return "\(Int(value.rounded())) \(unit)" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
