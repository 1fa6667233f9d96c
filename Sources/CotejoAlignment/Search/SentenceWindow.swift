/// The last one to four sentences before a row or a column: a lane each.
struct SentenceWindow {
  /// The weight of their words.
  var totals = SIMD4<Float>.zero
  /// Their code points.
  var lengths = SIMD4<Float>.zero
  /// One over the weight of the last one alone, with that of a prior.
  var share: Float = 0
  /// The weight that chance would cover of source sentences, for each number of them, and of target
  /// sentences, a lane for each number of them; by one to four sentences of the other side.
  var chances = InlineArray<4, SIMD4<Float>>(repeating: .zero)

  /// The windows of a side, one before each row or column; those of the target (`transposed`) hold
  /// their chances by number of source sentences.
  static func all(
    of side: WordEvidence.Side, lengths: [Int32], prior: Float, transposed: Bool
  ) -> [SentenceWindow] {
    var before = [0]
    for length in lengths { before.append(before[before.count - 1] + Int(length)) }
    return before.indices.map { end in
      var window = SentenceWindow()
      for lane in 0..<min(4, end) {
        let start = end - lane - 1
        window.totals[lane] = Float(side.totals[end] - side.totals[start])
        window.lengths[lane] = Float(before[end] - before[start])
        if lane == 0 { window.share = 1 / (window.totals[0] + prior) }
        let chances = SIMD4<Float>(side.chances[end] - side.chances[start])
        if transposed {
          for other in 0..<4 { window.chances[other][lane] = chances[other] }
        } else {
          window.chances[lane] = chances
        }
      }
      return window
    }
  }
}
