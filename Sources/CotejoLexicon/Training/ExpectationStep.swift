/// The expectation step for the sentences of a bitext: what each token is explained by, as the weights
/// have it, is added to the counts.
///
/// Sums of floats depend on their order: whatever is done side by side below, each token's sum runs
/// over the given tokens in order, and a cell's counts come in the order of the predicted tokens.
struct ExpectationStep {
  /// One for each cell.
  let weights: UnsafeBufferPointer<Float>
  let counts: UnsafeMutableBufferPointer<Float>
  /// Room for four tokens of the longest sentence.
  let posteriors: UnsafeMutableBufferPointer<Float>

  /// Adds a sentence of `height` predicted tokens and `width` given ones, the empty word first.
  ///
  /// `links` are the cells of its token pairs, `priors` what their places say.
  func add(
    _ links: UnsafeBufferPointer<Int32>, width: Int, height: Int,
    priors: UnsafeBufferPointer<Float>
  ) {
    var token = 0
    // Four at a time: the sum of one would wait for each of its terms.
    while token &+ 4 <= height {
      let first = token &* width
      let (second, third, fourth) = (first &+ width, first &+ 2 &* width, first &+ 3 &* width)
      var totals = SIMD4<Float>.zero
      for position in 0..<width {
        let values =
          SIMD4(
            priors[first &+ position], priors[second &+ position], priors[third &+ position],
            priors[fourth &+ position])
          * SIMD4(
            weight(links[first &+ position]), weight(links[second &+ position]),
            weight(links[third &+ position]), weight(links[fourth &+ position]))
        let place = 4 &* position
        posteriors[place] = values[0]
        posteriors[place &+ 1] = values[1]
        posteriors[place &+ 2] = values[2]
        posteriors[place &+ 3] = values[3]
        totals += values
      }
      for lane in 0..<4 where totals[lane] > 0 {
        let unit = 1 / totals[lane]
        let start = (token &+ lane) &* width
        for position in 0..<width {
          counts[Int(links[start &+ position])] += posteriors[4 &* position &+ lane] * unit
        }
      }
      token &+= 4
    }
    while token < height {
      let start = token &* width
      var total: Float = 0
      for position in 0..<width {
        let value = priors[start &+ position] * weight(links[start &+ position])
        posteriors[position] = value
        total += value
      }
      if total > 0 {
        let unit = 1 / total
        for position in 0..<width {
          counts[Int(links[start &+ position])] += posteriors[position] * unit
        }
      }
      token &+= 1
    }
  }

  @inline(__always)
  private func weight(_ cell: Int32) -> Float { weights[Int(cell)] }

  /// Adds a sentence while all weights are 1 and all places alike: the empty word explains a token
  /// with probability `emptyWord`, the others share the rest.
  func addEqual(
    _ links: UnsafeBufferPointer<Int32>, width: Int, height: Int, emptyWord: Float
  ) {
    let share = (1 - emptyWord) / Float(width - 1)
    var total = emptyWord
    for _ in 1..<max(1, width) { total += share }
    let unit = 1 / total
    let (empty, other) = (emptyWord * unit, share * unit)
    for token in 0..<height {
      let start = token &* width
      counts[Int(links[start])] += empty
      for position in 1..<max(1, width) { counts[Int(links[start &+ position])] += other }
    }
  }
}
