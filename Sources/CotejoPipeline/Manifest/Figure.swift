/// Numbers as people and files get them: a point, no locale.
package enum Figure {
  /// A number with at most four decimals, none that say nothing.
  package static func text(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return String(number) }
    let scaled = Int((abs(number) * 10_000).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    var decimals = String(scaled % 10_000)
    decimals = String(repeating: "0", count: 4 - decimals.utf8.count) + decimals
    while decimals.utf8.last == UInt8(ascii: "0") { decimals.removeLast() }
    return "\(sign)\(scaled / 10_000)" + (decimals.isEmpty ? "" : ".\(decimals)")
  }
}
