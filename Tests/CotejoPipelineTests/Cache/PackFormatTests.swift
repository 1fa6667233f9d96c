import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct PackFormatTests {
  @Test func `parts are read back as they were written`() throws {
    #expect(PackFormat.header.count == PackFormat.headerSize)
    #expect(PackFormat.version(ofHeader: PackFormat.header) == PackFormat.version)
    let payload = StoreSample.bytes(5)
    let header = payload.withUnsafeBytes { RecordHeader(key: StoreSample.key(5), payload: $0) }
    #expect(header.bytes.count == PackFormat.recordHeaderSize)
    #expect(header.bytes.withUnsafeBytes { RecordHeader($0) } == header)
    #expect(header.length == payload.count)
    #expect(MemoryLayout<PackEntry>.stride == PackFormat.entrySize)
    let size = 1000 + 3 * PackFormat.entrySize + PackFormat.footerSize
    let footer = PackFooter(indexOffset: 1000, count: 3, indexHash: 7)
    #expect(PackFooter(footer.bytes, packSize: size) == footer)
    #expect(PackFooter(footer.bytes, packSize: size + 1) == nil)
  }

  @Test func `an entry has the bytes of the format`() {
    let key = ResultKey(high: 0x0102_0304_0506_0708, low: 0x1112_1314_1516_1718)
    let entry = PackEntry(key: key, offset: 0x21, length: 0x31, lastUse: 0x41)
    let bytes = withUnsafeBytes(of: entry) { Array($0) }
    #expect(bytes[0] == 0x08 && bytes[7] == 0x01 && bytes[8] == 0x18 && bytes[15] == 0x11)
    #expect(bytes[16] == 0x21 && bytes[24] == 0x31 && bytes[28] == 0x41)
    #expect(bytes[17..<24].allSatisfy { $0 == 0 })
    #expect(entry.key == key && entry.offset == 0x21 && entry.length == 0x31)
    #expect(entry.lastUse == 0x41 && entry.recordSize == 40 + 0x31)
  }

  @Test func `no flipped bit goes unseen`() {
    let header = PackFormat.header
    let record = [UInt8](repeating: 9, count: 8).withUnsafeBytes {
      RecordHeader(key: StoreSample.key(1), payload: $0).bytes
    }
    let footer = PackFooter(indexOffset: 4000, count: 2, indexHash: 99).bytes
    let size = 4000 + 2 * PackFormat.entrySize + PackFormat.footerSize
    for bit in 0..<header.count * 8 {
      #expect(PackFormat.version(ofHeader: flipped(header, bit)) == nil)
    }
    for bit in 0..<record.count * 8 {
      #expect(flipped(record, bit).withUnsafeBytes { RecordHeader($0) } == nil)
    }
    for bit in 0..<footer.count * 8 {
      #expect(PackFooter(flipped(footer, bit), packSize: size) == nil)
    }
  }

  @Test func `whatever bytes there are, nothing is read beyond them`() {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<2000 {
      let bytes = generator.bytes(upTo: 64)
      #expect(bytes.withUnsafeBytes { RecordHeader($0) } == nil)
      #expect(PackFooter(bytes, packSize: Int.max) == nil)
      #expect(PackFormat.version(ofHeader: bytes) == nil)
    }
    // A sum of zero bytes is not zero: a hole in a file is no record.
    #expect([UInt8](repeating: 0, count: 40).withUnsafeBytes { RecordHeader($0) } == nil)
  }

  private func flipped(_ bytes: [UInt8], _ bit: Int) -> [UInt8] {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
  }
}
