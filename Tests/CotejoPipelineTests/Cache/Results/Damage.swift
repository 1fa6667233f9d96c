@testable import CotejoPipeline

/// Results that are put together by hand.
enum Damage {
  /// What is said of the bytes of a part, behind its stamp, that are to be put into a state; "" if
  /// they can be.
  static func message(
    _ part: PairPart, into state: PairState,
    _ write: (inout ResultWriter) -> Void
  ) throws -> String {
    var writer = ResultWriter()
    writer.append(littleEndian: part.codec.stamp.bits)
    write(&writer)
    var state = state
    do {
      try state.decodeResult(
        writer.bytes, parts: [part], stage: "s", resources: Pairs.resources())
      return ""
    } catch let damage as ResultDamage {
      return damage.message
    }
  }
}
