import CotejoTestSupport
import Testing

@testable import CotejoPipeline

/// Whatever happens to the bytes of a pack: no crash, no wrong bytes, nothing else lost.
struct ResultDamageTests {
  private static let numbers = 0..<24

  /// A pack, and where each of its records lies.
  private struct Sample {
    var name: String
    var bytes: [UInt8]
    var records: [Range<Int>]
  }

  @Test(arguments: 0..<8)
  func `a sealed pack with flipped bytes loses no more than the records that were hit`(
    seed: UInt64
  ) throws {
    let folder = TemporaryFolder()
    let sample = try sealed(in: folder)
    var generator = SeededGenerator(seed: 1000 + seed)
    for _ in 0..<25 {
      // The records; the index stays whole.
      let places = places(in: 0..<records(sample).upperBound, &generator)
      folder.write(flipped(sample.bytes, places, &generator), to: sample.name)
      let whole = Self.numbers.filter { number in
        !places.contains { sample.records[number].contains($0) }
      }
      let store = try ResultStore(at: folder.path)
      #expect(StoreSample.found(Self.numbers, in: store) == whole)
      #expect(store.damaged == Self.numbers.count - whole.count)
      #expect((store.damaged > 0) == store.notices.contains { $0.contains("damaged result") })
    }
  }

  @Test(arguments: 0..<8)
  func `where the index is hit, all that lies before the first damage is found`(
    seed: UInt64
  ) throws {
    let folder = TemporaryFolder()
    let sample = try sealed(in: folder)
    var generator = SeededGenerator(seed: 2000 + seed)
    let end = records(sample).upperBound
    for _ in 0..<25 {
      var places = places(in: 0..<sample.bytes.count, &generator)
      places.insert(Int.random(in: end..<sample.bytes.count, using: &generator))
      folder.write(flipped(sample.bytes, places, &generator), to: sample.name)
      let first = places.filter { $0 >= PackFormat.headerSize }.min() ?? 0
      let before = Self.numbers.filter { sample.records[$0].upperBound <= first }
      let store = try ResultStore(at: folder.path)
      #expect(StoreSample.found(Self.numbers, in: store) == before)
      #expect(store.notices.contains { $0.contains("index is damaged") })
    }
  }

  @Test(arguments: ["results", "results-open"], 0..<4)
  func `a pack that is cut off holds what lies before`(ending: String, seed: UInt64) throws {
    let folder = TemporaryFolder()
    let sample = try sealed(in: folder)
    folder.remove(sample.name)
    let name = "\(StoreSample.key(77)).\(ending)"
    var generator = SeededGenerator(seed: 3000 + seed)
    for _ in 0..<20 {
      let size = Int.random(in: 0..<sample.bytes.count, using: &generator)
      // Torn writes leave zeros or anything behind, too.
      let tail = [[], [UInt8](repeating: 0, count: 500), generator.bytes(upTo: 500)]
      let cut = Array(sample.bytes[..<size]) + (tail.randomElement(using: &generator) ?? [])
      folder.write(cut, to: name)
      let before = Self.numbers.filter { sample.records[$0].upperBound <= size }
      let store = try ResultStore(at: folder.path)
      #expect(StoreSample.found(Self.numbers, in: store) == before)
      // The next run seals it or removes it, and cleaning copes with it.
      store.finish()
      _ = try ResultCleaner(at: folder.path)
      #expect(
        StoreSample.found(Self.numbers, in: try ResultStore(at: folder.path)) == before)
      for name in folder.names() { folder.remove(name) }
    }
  }

  @Test func `an index that lies about places is not believed, even with the right checksums`()
    throws
  {
    let folder = TemporaryFolder()
    let sample = try sealed(in: folder)
    let end = records(sample).upperBound
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<60 {
      let entries = Self.numbers.map { number -> PackEntry in
        let offsets = [0, 1, end - 1, end, end + 1, 1 << 40, Int.max, 16]
        let isLie = Bool.random(using: &generator)
        return PackEntry(
          key: StoreSample.key(number),
          offset: isLie
            ? offsets.randomElement(using: &generator) ?? 0 : sample.records[number].lowerBound,
          length: isLie ? Int(UInt32.random(in: 0 ... .max, using: &generator)) : 0, lastUse: 0)
      }
      let index = entries.withUnsafeBytes { Array($0) }
      let footer = PackFooter(
        indexOffset: end, count: entries.count, indexHash: PackFormat.hash(index))
      folder.write(Array(sample.bytes[..<end]) + index + footer.bytes, to: sample.name)
      let store = try ResultStore(at: folder.path)
      // Right bytes or none.
      #expect(StoreSample.found(Self.numbers, in: store) != nil)
    }
  }

  @Test func `anything at all under the name of a pack is survived`() throws {
    let folder = TemporaryFolder()
    var generator = SeededGenerator(seed: 5)
    for round in 0..<60 {
      let bytes = (round % 2 == 0 ? PackFormat.header : []) + generator.bytes(upTo: 3000)
      folder.write(bytes, to: "\(StoreSample.key(round)).results\(round % 3 == 0 ? "-open" : "")")
      folder.write(generator.bytes(upTo: 300), to: "\(StoreSample.key(round)).used")
    }
    let store = try ResultStore(at: folder.path)
    #expect(store.count == 0)
    StoreSample.add(Self.numbers, to: store)
    store.finish()
    #expect(
      StoreSample.found(Self.numbers, in: try ResultStore(at: folder.path))
        == Array(Self.numbers))
    _ = try ResultCleaner.clean(folder.path, ResultCleaner.Rule(dropsAll: true))
    #expect(folder.names() == [".lock"])
  }

  @Test func `a damaged result is added anew, and found by the next run`() throws {
    let folder = TemporaryFolder()
    let sample = try sealed(in: folder)
    var bytes = sample.bytes
    bytes[sample.records[6].lowerBound + 41] ^= 1
    folder.write(bytes, to: sample.name)
    let store = try ResultStore(at: folder.path)
    #expect(store.contains(StoreSample.key(6)))
    #expect(store.find(StoreSample.key(6)) == nil)
    #expect(!store.contains(StoreSample.key(6)))
    StoreSample.add([6], to: store)
    #expect(store.find(StoreSample.key(6)) == StoreSample.bytes(6))
    store.finish()
    #expect(store.damaged == 1)
    let again = try ResultStore(at: folder.path)
    #expect(StoreSample.found(Self.numbers, in: again) == Array(Self.numbers))
  }

  private func sealed(in folder: TemporaryFolder) throws -> Sample {
    let name = try StoreSample.seal(Self.numbers, in: folder)
    var start = PackFormat.headerSize
    let records = Self.numbers.map { number in
      let range = start..<start + PackFormat.recordHeaderSize + StoreSample.bytes(number).count
      start = range.upperBound
      return range
    }
    return Sample(name: name, bytes: folder.bytes(name), records: records)
  }

  private func records(_ sample: Sample) -> Range<Int> {
    PackFormat.headerSize..<(sample.records.last?.upperBound ?? 0)
  }

  private func places(in range: Range<Int>, _ generator: inout SeededGenerator) -> Set<Int> {
    let count = Int.random(in: 1...4, using: &generator)
    return Set((0..<count).map { _ in Int.random(in: range, using: &generator) })
  }

  private func flipped(
    _ bytes: [UInt8], _ places: Set<Int>, _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for place in places { bytes[place] ^= UInt8.random(in: 1...255, using: &generator) }
    return bytes
  }
}
