/// How probable each place of a given sentence is for each place of the predicted one, before any
/// word is looked at.
///
/// The empty word has `emptyWord`; the others share the rest by *e* to minus `tension` times the
/// distance of the relative places. Tables are kept, as their sizes come again in every pass.
struct PositionPriors {
  private let emptyWord: Float
  /// The prior by distance, from 0 to 1 in `steps`.
  private let nearness: [Float]
  private static let steps = 512
  /// The tables that are kept, and where each begins by width and height; -1 where not yet made.
  private var kept: [Float] = []
  private var starts: [Int32]
  private var scratch: [Float] = []
  /// Tables of more places to a side are not kept, nor any when those that are have so many numbers:
  /// 8 MB.
  private static let longestKept = 128
  private static let mostKept = 2 << 20

  init(emptyWord: Float, tension: Float) {
    self.emptyWord = emptyWord
    nearness = (0...Self.steps).map { exponential(-tension * Float($0) / Float(Self.steps)) }
    starts = Array(repeating: -1, count: (Self.longestKept + 1) * (Self.longestKept + 1))
  }

  /// Calls `body` with the priors of one predicted token after another, each with `width` places:
  /// the empty word first, then the given words.
  mutating func withPriors(
    width: Int, height: Int, _ body: (UnsafeBufferPointer<Float>) -> Void
  ) {
    let isShort = width <= Self.longestKept && height <= Self.longestKept
    let index = isShort ? width * (Self.longestKept + 1) + height : 0
    if isShort, starts[index] < 0, kept.count + width * height <= Self.mostKept {
      starts[index] = Int32(kept.count)
      Self.append(to: &kept, nearness, emptyWord, width: width, height: height)
    }
    guard isShort, starts[index] >= 0 else {
      scratch.removeAll(keepingCapacity: true)
      Self.append(to: &scratch, nearness, emptyWord, width: width, height: height)
      return scratch.withUnsafeBufferPointer(body)
    }
    let start = Int(starts[index])
    kept.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  /// Static, so that no copy of what is kept is made to call it.
  private static func append(
    to table: inout [Float], _ nearness: [Float], _ emptyWord: Float, width: Int, height: Int
  ) {
    let step = Float(steps) / Float(max(1, width - 1))
    var row = table.count
    table.append(contentsOf: repeatElement(emptyWord, count: width * height))
    var table = table.mutableSpan
    for token in 0..<height {
      let here = (Float(token) + 0.5) / Float(height) * Float(steps)
      var sum: Float = 0
      for position in 1..<max(1, width) {
        let prior = nearness[Int(abs((Float(position) - 0.5) * step - here))]
        sum += prior
        table[unchecked: row + position] = prior
      }
      let share = (1 - emptyWord) / sum
      for position in 1..<max(1, width) { table[unchecked: row + position] *= share }
      row += width
    }
  }
}
