/// Rows as columns.
@inline(__always)
func transposed(_ rows: InlineArray<4, SIMD4<Float>>) -> InlineArray<4, SIMD4<Float>> {
  let (a, b, c, d) = (rows[0], rows[1], rows[2], rows[3])
  return [
    SIMD4(a[0], b[0], c[0], d[0]), SIMD4(a[1], b[1], c[1], d[1]),
    SIMD4(a[2], b[2], c[2], d[2]), SIMD4(a[3], b[3], c[3], d[3]),
  ]
}

/// The greater number of each lane; the library's function of that kind is a call.
@inline(__always)
func greater(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  a.replacing(with: b, where: a .< b)
}

/// The lesser number of each lane.
@inline(__always)
func lesser(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  a.replacing(with: b, where: b .< a)
}

/// The greater of two numbers, neither of them NaN: one instruction, where the library's function is
/// five.
@inline(__always)
func greater(_ a: Float, _ b: Float) -> Float { a < b ? b : a }
