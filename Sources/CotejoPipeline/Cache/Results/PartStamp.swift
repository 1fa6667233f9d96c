/// Four bytes at the head of each part of a result, which tell its layout.
///
/// A result that was written in another layout, or whose enumerations had other cases, is not read.
struct PartStamp {
  /// The first 32 bits of a hash of the layout's description.
  let bits: UInt32

  /// Describes a layout.
  ///
  /// - Parameters:
  ///   - name: The part.
  ///   - version: Goes up with every change of what is written, or of what is taken for valid.
  ///   - cases: The cases of the enumerations that are written by number, in their order.
  init(_ name: String, version: Int, cases: [String] = []) {
    let description = Array("\(name) \(version) \(cases)".utf8)
    bits = UInt32(truncatingIfNeeded: TextHash(description.span).high)
  }
}
