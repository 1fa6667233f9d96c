/// Makes a text of another by replacing stretches, and notes each as an edit.
struct ViewBuilder {
  private let source: [UInt8]
  private var bytes: [UInt8] = []
  private var edits: [TextView.Edit] = []
  /// Up to here the source is in `bytes`.
  private var copied = 0

  init(_ source: [UInt8]) { self.source = source }

  /// Puts a code point, or nothing, in place of a stretch that lies behind all earlier ones.
  mutating func replace(_ stretch: Range<Int>, with scalar: UInt32?) {
    replace(stretch) { bytes in
      if let scalar { bytes.append(scalar: scalar) }
    }
  }

  /// Puts text (valid UTF-8) in place of a stretch that lies behind all earlier ones.
  mutating func replace(_ stretch: Range<Int>, with text: some Collection<UInt8>) {
    replace(stretch) { $0.append(contentsOf: text) }
  }

  private mutating func replace(_ stretch: Range<Int>, _ append: (inout [UInt8]) -> Void) {
    if edits.isEmpty { bytes.reserveCapacity(source.count) }
    bytes.append(contentsOf: source[copied..<stretch.lowerBound])
    copied = stretch.upperBound
    let lower = Int32(bytes.count)
    append(&bytes)
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
