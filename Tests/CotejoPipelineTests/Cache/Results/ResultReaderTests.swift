import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct ResultReaderTests {
  /// What goes wrong when bytes are read, or "".
  private func message(
    _ bytes: [UInt8], _ read: (inout ResultReader) throws(ResultDamage) -> Void
  ) -> String {
    var reader = ResultReader(bytes)
    do {
      try read(&reader)
      return ""
    } catch {
      return error.description
    }
  }

  @Test(
    arguments: [
      ([], "byte 0: ends too early"), ([0x80], "byte 1: ends too early"),
      (
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02],
        "byte 10: has a number of more than 64 bits"
      ),
      (Array(repeating: 0x80, count: 12), "byte 10: has a number of more than 64 bits"),
      (
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        "byte 10: has a number that is too large"
      ),
      ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], ""),
    ] as [([UInt8], String)])
  func `counts that are no numbers`(_ bytes: [UInt8], _ expected: String) {
    #expect(message(bytes) { reader throws(ResultDamage) in _ = try reader.count() } == expected)
  }

  @Test func `no more elements than the bytes that are left could be`() {
    let bytes: [UInt8] = [3, 0, 0, 0, 0, 0]
    for (width, expected) in [(1, ""), (2, "byte 1: has more elements than bytes")] {
      let found = message(bytes) { reader throws(ResultDamage) in
        _ = try reader.count(ofAtLeast: width)
      }
      #expect(found == expected)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.leastNonzeroMagnitude, 1.0.nextUp, -1])
  func `what is no probability`(_ number: Double) {
    var writer = ResultWriter()
    writer.append(number)
    let found = message(writer.bytes) { reader throws(ResultDamage) in
      _ = try reader.probability()
    }
    #expect(found == "byte 8: has a probability outside 0 to 1")
  }

  @Test(
    arguments: [
      ([2, 0xC3, 0x28], "byte 3: has text that is not UTF-8"),
      ([3, 0xED, 0xA0, 0x80], "byte 4: has text that is not UTF-8"),
      ([2, 0x61], "byte 1: ends too early"), ([0], ""), ([1, 0], ""),
    ] as [([UInt8], String)])
  func `strings that are none`(_ bytes: [UInt8], _ expected: String) {
    #expect(message(bytes) { reader throws(ResultDamage) in _ = try reader.string() } == expected)
  }

  @Test func `a shared string that has not come yet`() {
    let found = message([0, 1, 0x61, 2]) { reader throws(ResultDamage) in
      #expect(try reader.sharedString() == "a")
      _ = try reader.sharedString()
    }
    #expect(found == "byte 4: has a number that is too large")
  }

  /// In `aé…`: a letter, one of two bytes, a mark of three.
  @Test(
    arguments: [
      (0, 0, 6, true), (1, 0, 2, true), (6, 0, 0, true), (0, 6, 0, true), (3, -2, 2, true),
      (0, 2, 1, false), (0, 1, 1, false), (0, 0, 5, false), (0, 0, 7, false), (6, 0, 1, false),
      (0, -1, 1, false), (6, 1, 0, false), (0, .max, 1, false), (6, .max, 0, false),
      (0, .min, 0, false),
    ] as [(Int32, Int, Int, Bool)])
  func `spans that are none of their text`(
    _ base: Int32, _ distance: Int, _ length: Int, _ isSpan: Bool
  ) {
    var writer = ResultWriter()
    writer.append(signed: distance)
    writer.append(count: length)
    let found = message(writer.bytes) { reader throws(ResultDamage) in
      let span = try reader.span(from: base, in: Array("aé…".utf8))
      #expect(Int(span.lower) == Int(base) + distance && span.count == length)
    }
    #expect(found.isEmpty == isSpan, "\(found)")
  }

  @Test func `flags and codes`() {
    #expect(
      message([2]) { reader throws(ResultDamage) in _ = try reader.flag() }
        == "byte 1: has a flag that is neither set nor clear")
    #expect(
      message([22]) { reader throws(ResultDamage) in _ = try reader.value(of: PairPart.self) }
        == "byte 1: has a code that means nothing")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `any bytes are read or refused`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Array(random.text(upTo: 20).utf8)
    for _ in 0..<50 {
      let bytes = random.bytes(upTo: 60)
      _ = message(bytes) { reader throws(ResultDamage) in
        while reader.remaining > 0 {
          _ = try reader.quotation(from: 0, in: text)
          _ = try reader.sharedString()
          _ = try reader.signed()
          _ = try reader.littleEndian(UInt32.self)
        }
      }
    }
  }
}
