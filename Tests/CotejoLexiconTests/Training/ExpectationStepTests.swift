import CotejoTestSupport
import Testing

@testable import CotejoLexicon

struct ExpectationStepTests {
  /// The counts of a sentence, token by token as the model has them.
  private func expected(
    _ links: [Int32], width: Int, _ weights: [Float], priors: [Float]
  ) -> [Float] {
    var counts = [Float](repeating: 0, count: weights.count)
    for start in stride(from: 0, to: links.count, by: width) {
      let parts = (start..<start + width).map { priors[$0] * weights[Int(links[$0])] }
      let total = parts.reduce(0, +)
      guard total > 0 else { continue }
      for (part, link) in zip(parts, links[start...]) { counts[Int(link)] += part * (1 / total) }
    }
    return counts
  }

  private func counts(
    _ weights: [Float], width: Int, _ body: (ExpectationStep) -> Void
  ) -> [Float] {
    var counts = [Float](repeating: 0, count: weights.count)
    var posteriors = [Float](repeating: 0, count: 4 * width)
    weights.withUnsafeBufferPointer { weights in
      counts.withUnsafeMutableBufferPointer { counts in
        posteriors.withUnsafeMutableBufferPointer { posteriors in
          body(ExpectationStep(weights: weights, counts: counts, posteriors: posteriors))
        }
      }
    }
    return counts
  }

  @Test func `four tokens at a time are as one by one, to the last digit`() {
    var generator = SeededGenerator(seed: 72)
    for height in 0...11 {
      let width = Int.random(in: 1...9, using: &generator)
      // Few cells: tokens share some.
      let weights = (0..<12).map { _ in Float.random(in: 0...1, using: &generator) }
      let links = (0..<width * height).map { _ in Int32.random(in: 0..<12, using: &generator) }
      let priors = links.map { _ in Float.random(in: 0...1, using: &generator) }
      let found = counts(weights, width: width) { step in
        links.withUnsafeBufferPointer { links in
          priors.withUnsafeBufferPointer {
            step.add(links, width: width, height: height, priors: $0)
          }
        }
      }
      #expect(found == expected(links, width: width, weights, priors: priors))
    }
  }

  @Test func `what no given token explains counts for none`() {
    let links: [Int32] = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
    let found = counts([0, 0], width: 2) { step in
      links.withUnsafeBufferPointer { links in
        [Float](repeating: 0.5, count: 10).withUnsafeBufferPointer {
          step.add(links, width: 2, height: 5, priors: $0)
        }
      }
    }
    #expect(found == [0, 0])
  }

  @Test(arguments: [1, 2, 7, 40])
  func `equal weights and places are shared out alike`(_ width: Int) {
    let height = 6
    let links = (0..<width * height).map { Int32($0 % width) }
    var priors = PositionPriors(emptyWord: 0.08, tension: 0)
    let ones = [Float](repeating: 1, count: width)
    var general: [Float] = []
    let equal = links.withUnsafeBufferPointer { links in
      priors.withPriors(width: width, height: height) { priors in
        general = counts(ones, width: width) {
          $0.add(links, width: width, height: height, priors: priors)
        }
      }
      return counts(ones, width: width) {
        $0.addEqual(links, width: width, height: height, emptyWord: 0.08)
      }
    }
    #expect(equal == general)
    #expect(abs(equal.reduce(0, +) - Float(height)) < 1e-4)
  }
}
