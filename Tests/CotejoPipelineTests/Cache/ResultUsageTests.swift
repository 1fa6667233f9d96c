import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct ResultUsageTests {
  private static var sample: ResultUsage {
    var usage = ResultUsage(time: 1_900_000_000)
    for (number, count) in [1, 64, 65, 500].enumerated() {
      var bits = ResultUsage.Bits(count: count)
      for record in stride(from: number, to: count, by: 3) { bits.insert(record) }
      usage.packs[StoreSample.key(number).description] = bits
    }
    return usage
  }

  @Test func `is read back as it was written`() {
    #expect(ResultUsage(Self.sample.bytes) == Self.sample)
    let empty = ResultUsage(time: 3)
    #expect(ResultUsage(empty.bytes) == empty)
    let bits = Self.sample.packs[StoreSample.key(3).description]
    #expect(bits?[3] == true && bits?[4] == false && bits?[500] == false && bits?[9999] == false)
  }

  @Test func `damaged bytes are refused, whatever they say`() {
    let bytes = Self.sample.bytes
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<500 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      damaged[place] ^= UInt8.random(in: 1...255, using: &generator)
      #expect(ResultUsage(damaged) == nil)
      #expect(ResultUsage(Array(bytes[..<place])) == nil)
    }
  }

  @Test func `counts that fit no file are refused even with the right checksum`() {
    var generator = SeededGenerator(seed: 18)
    for place in [16, 24 + 32] {
      for value in [UInt64.max, UInt64.max - 62, 1 << 63, 1 << 40, UInt64(Int64.max), 9] {
        var bytes = Array(Self.sample.bytes.dropLast(8))
        for index in 0..<8 {
          bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
        }
        PackFormat.append(PackFormat.hash(bytes), to: &bytes)
        #expect(ResultUsage(bytes) == nil)
      }
    }
    for _ in 0..<500 {
      var bytes = Array(Self.sample.bytes.dropLast(8))
      let place = Int.random(in: 8..<bytes.count, using: &generator)
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
      PackFormat.append(PackFormat.hash(bytes), to: &bytes)
      // Read or refused; it must come back.
      if let usage = ResultUsage(bytes) { #expect(usage.packs.count <= 4) }
    }
  }
}
