#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// *e* to the power of `x`.
func exponential(_ x: Float) -> Float { expf(x) }

/// The natural logarithm.
func naturalLogarithm(_ x: Float) -> Float { logf(x) }

/// *e* to the power of the digamma function, for *x* > 0: what variational Bayes puts in place of a
/// count.
struct ExponentialDigamma {
  /// Values for *x* below `tabulated`, in steps of 1/512, and by how much the next one is greater;
  /// between them the curve is nearly straight.
  private let table: [SIMD2<Float>]
  private static let tabulated: Float = 16

  /// The one there is: to make its table takes as long as a pass over a short document.
  static let shared = ExponentialDigamma()

  private init() {
    let values = (0...Int(Self.tabulated * 512) + 1).map { index in
      let value = index == 0 ? 0 : Self.value(Float(index) / 512)
      // What is all but nothing becomes nothing: denormal numbers are slow.
      return value < 1e-12 ? 0 : value
    }
    table = zip(values, values.dropFirst()).map { SIMD2($0, $1 - $0) }
  }

  /// The value for a number that is not negative.
  func callAsFunction(_ x: Float) -> Float {
    guard x < Self.tabulated else { return Self.value(x) }
    let place = x * 512
    let index = Int(place)
    let step = table[index]
    return step[0] + step[1] * (place - Float(index))
  }

  /// The same of four numbers.
  @inline(__always)
  func callAsFunction(_ x: SIMD4<Float>) -> SIMD4<Float> {
    guard all(x .< Self.tabulated) else {
      return SIMD4(self(x[0]), self(x[1]), self(x[2]), self(x[3]))
    }
    let places = x * 512
    // From 2²³ on a float has no digits behind the point, and its lowest bits are its whole part; a
    // conversion would test each lane.
    let rounded = (places + 8_388_608) - 8_388_608
    let wholes = rounded.replacing(with: rounded - 1, where: rounded .> places)
    let indices = unsafeBitCast(wholes + 8_388_608, to: SIMD4<UInt32>.self) & 0x3FFF
    let (a, b) = (table[Int(indices[0])], table[Int(indices[1])])
    let (c, d) = (table[Int(indices[2])], table[Int(indices[3])])
    return SIMD4(a[0], b[0], c[0], d[0]) + SIMD4(a[1], b[1], c[1], d[1]) * (places - wholes)
  }

  /// The recurrence lifts *x* above 6, where the asymptotic series (Abramowitz and Stegun, 6.3.18)
  /// is right to float precision.
  static func value(_ x: Float) -> Float {
    var x = x
    var below: Float = 0
    while x < 6 {
      below += 1 / x
      x += 1
    }
    let inverse = 1 / x
    let square = inverse * inverse
    let series = square * (1 / 12 - square * (1 / 120 - square / 252))
    return expf(logf(x) - inverse / 2 - series - below)
  }
}
