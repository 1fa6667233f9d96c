/// What a paragraph is like, found out when it is first asked.
struct ParagraphFacts {
  private let floor: Int
  private let ceiling: Int
  private var isInformal: Bool?
  /// Where its stops are.
  var stops = NextStop()

  /// Nothing is known yet of the paragraph between two bytes.
  init(floor: Int, ceiling: Int) {
    self.floor = floor
    self.ceiling = ceiling
  }

  /// Whether the paragraph is informal (`InformalText`).
  mutating func isInformal(in text: Span<UInt8>) -> Bool {
    if let isInformal { return isInformal }
    let found = InformalText.isInformal(text, floor: floor, ceiling: ceiling)
    isInformal = found
    return found
  }
}
