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
  /// Values for *x* below `tabulated`, in steps of 1/512; between them the curve is nearly straight.
  private let table: [Float]
  private static let tabulated: Float = 16

  /// The one there is: to make its table takes as long as a pass over a short document.
  static let shared = ExponentialDigamma()

  private init() {
    table = (0...Int(Self.tabulated * 512) + 1).map { index in
      let value = index == 0 ? 0 : Self.value(Float(index) / 512)
      // What is all but nothing becomes nothing: denormal numbers are slow.
      return value < 1e-12 ? 0 : value
    }
  }

  func callAsFunction(_ x: Float) -> Float {
    guard x < Self.tabulated else { return Self.value(x) }
    let place = x * 512
    let index = Int(place)
    // The table reaches one step beyond `tabulated`, and `x` is above 0.
    let (low, high) = (table.span[unchecked: index], table.span[unchecked: index &+ 1])
    return low + (high - low) * (place - Float(index))
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
