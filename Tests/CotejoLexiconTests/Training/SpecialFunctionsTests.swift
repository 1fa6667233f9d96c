import CotejoTestSupport
import Testing

@testable import CotejoLexicon

struct SpecialFunctionsTests {
  /// ψ(1) = −γ and ψ(1/2) = −γ − 2 ln 2; the others by recurrence and series in double precision.
  @Test(
    arguments: [
      (0.25, -4.227453533), (0.5, -1.963510026), (1, -0.577215665), (2, 0.422784335),
      (10, 2.251752589), (15.9, 2.734543070), (100, 4.600161853),
    ] as [(Float, Float)])
  func `digamma has its known values`(_ x: Float, _ digamma: Float) {
    let expected = exponential(digamma)
    #expect(abs(ExponentialDigamma.shared(x) - expected) < 1e-4 * expected)
    #expect(abs(ExponentialDigamma.value(x) - expected) < 1e-5 * expected)
  }

  @Test func `table and series meet, and rise`() {
    let function = ExponentialDigamma.shared
    var last: Float = 0
    for step in 1..<2500 {
      let x = Float(step) * 0.0071
      let value = function(x)
      #expect(value >= last)
      last = value
      if x > 0.25 {
        #expect(abs(value - ExponentialDigamma.value(x)) < 3e-4 * value)
        // ψ(x + 1) = ψ(x) + 1/x.
        #expect(abs(function(x + 1) - value * exponential(1 / x)) < 1e-3 * function(x + 1))
      }
    }
    #expect(function(0) == 0)
    #expect(function(0.001) == 0)
    #expect(abs(function(1e6) - 1e6) < 1)
  }

  @Test func `four numbers at a time are as one by one, to the last digit`() {
    let function = ExponentialDigamma.shared
    var generator = SeededGenerator(seed: 73)
    for most in [0.01, 1, 15.999, 40] as [Float] {
      for _ in 0..<500 {
        let x = SIMD4<Float>.random(in: 0..<most, using: &generator)
        let values = function(x)
        for lane in 0..<4 { #expect(values[lane] == function(x[lane])) }
      }
    }
    let steps = SIMD4<Float>(0, 1 / 512, 1, 8191.0 / 512)
    for lane in 0..<4 { #expect(function(steps)[lane] == function(steps[lane])) }
  }
}
