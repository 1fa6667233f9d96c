import ArgumentParser
import Cotejo

/// How much memory the documents that are worked on may take.
struct MemoryOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The memory that documents may take at a time, by estimate: 500M, 2G (default: 1G).",
      valueName: "size"),
    transform: MemoryOption.bytes)
  var memory: Int = PairMemory.standardBudget

  /// A size with the unit K, M or G (powers of 1024, with or without a B behind), or in bytes.
  static func bytes(_ text: String) throws -> Int {
    var digits = Substring(text.uppercased())
    if digits.hasSuffix("B") { digits.removeLast() }
    if digits.hasSuffix("I") { digits.removeLast() }
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
    let unit = digits.last.flatMap { units[$0] }
    if unit != nil { digits.removeLast() }
    let (bytes, overflow) = (Int(digits) ?? 0).multipliedReportingOverflow(by: unit ?? 1)
    guard bytes > 0, !overflow else {
      throw ValidationError("'\(text)' is no size such as 500M or 2G.")
    }
    return bytes
  }
}
