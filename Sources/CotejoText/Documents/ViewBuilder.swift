/// Makes a text of another by replacing stretches, and notes each as an edit.
struct ViewBuilder {
  private let source: [UInt8]
  private var bytes: [UInt8] = []
  private var edits: [TextView.Edit] = []
  /// Up to here the source is in `bytes`.
  private var copied = 0

  init(_ source: [UInt8]) { self.source = source }

  /// Puts a byte, or nothing, in place of a stretch that lies behind all earlier ones.
  mutating func replace(_ stretch: Range<Int>, with byte: UInt8?) {
    if edits.isEmpty { bytes.reserveCapacity(source.count) }
    bytes.append(contentsOf: source[copied..<stretch.lowerBound])
    copied = stretch.upperBound
    let lower = Int32(bytes.count)
    if let byte { bytes.append(byte) }
    edits.append(
      TextView.Edit(
        source: TextSpan(Int32(stretch.lowerBound), Int32(stretch.upperBound)),
        view: TextSpan(lower, Int32(bytes.count))))
  }

  /// The new text and its edits; `nil` if nothing was replaced.
  consuming func finish() -> (bytes: [UInt8], edits: [TextView.Edit])? {
    guard !edits.isEmpty else { return nil }
    bytes.append(contentsOf: source[copied...])
    return (bytes, edits)
  }
}
