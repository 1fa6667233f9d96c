import Glibc
func tune(_ name: String, _ value: Float) -> Float {
  guard let p = getenv("T_" + name) else { return value }
  return Float(String(cString: p)) ?? value
}
