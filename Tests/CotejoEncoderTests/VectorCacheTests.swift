import CotejoTestSupport
import Foundation
import Synchronization
import Testing

@testable import CotejoEncoder

struct VectorCacheTests {
  private typealias Item = (key: VectorKey, vector: [Float16])

  private final class Notices: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    func clear() { lines.withLock { $0 = [] } }
  }

  private let folder = TemporaryFolder()
  private let notices = Notices()

  private func open(_ address: String = "http://127.0.0.1:1") throws -> VectorCache {
    let notices = notices
    return try VectorCache(
      folder: folder.path + "/deep/er", address: EncoderAddress(address), model: "m"
    ) { notices.add($0) }
  }

  private var path: String {
    get throws {
      try VectorCache.path(
        in: folder.path + "/deep/er", address: EncoderAddress("http://127.0.0.1:1"), model: "m")
    }
  }

  private func items(_ numbers: Range<Int>, dimension: Int = 5) -> [Item] {
    numbers.map { number in
      (VectorKey(Array("text \(number)".utf8)), (0..<dimension).map { Float16(number * 10 + $0) })
    }
  }

  private func expect(_ items: [Item], in cache: VectorCache) throws {
    for item in items { #expect(try cache.vector(of: item.key) == item.vector) }
  }

  @Test func `what is added is there, now and later`() throws {
    var cache = try open()
    #expect(cache.count == 0)
    try cache.add(items(0..<7), served: "s")
    try cache.add(items(7..<9), served: "s")
    try expect(items(0..<9), in: cache)
    let later = try open()
    #expect(later.count == 9)
    try expect(items(0..<9), in: later)
    #expect(try later.vector(of: items(9..<10)[0].key) == nil)
    #expect(try open("http://127.0.0.1:2").count == 0)
    #expect(notices.all.isEmpty)
  }

  @Test func `without a folder vectors are kept in memory`() throws {
    var cache = try VectorCache(
      folder: nil, address: EncoderAddress("http://127.0.0.1:1"), model: "m"
    ) { _ in }
    try cache.add(items(0..<3), served: "s")
    try expect(items(0..<3), in: cache)
    #expect(throws: EncoderError.self) { try cache.add(items(3..<4), served: "other") }
  }

  @Test func `two that write at a time lose nothing`() throws {
    var left = try open()
    var right = try open()
    for round in 0..<20 {
      try left.add(items(round * 10..<round * 10 + 3), served: "s")
      try right.add(items(round * 10 + 3..<round * 10 + 10), served: "s")
    }
    for cache in [left, right, try open()] {
      for round in 0..<20 {
        let (own, other) = (
          items(round * 10..<round * 10 + 3), items(round * 10 + 3..<round * 10 + 10)
        )
        for item in own + other {
          let found = try cache.vector(of: item.key)
          #expect(found == nil || found == item.vector)
        }
      }
    }
    try expect(items(0..<200), in: try open())
    #expect(notices.all.isEmpty)
  }

  @Test func `a file cut anywhere gives back what is whole`() throws {
    var cache = try open()
    try cache.add(items(0..<6), served: "s")
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let header = cache.header.bytes.count
    let size = VectorRecord.size(dimension: 5)
    for length in 0...whole.count {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      var repaired = try open()
      let kept = max(0, length - header) / size
      #expect(repaired.count == kept)
      try expect(items(0..<kept), in: repaired)
      try repaired.add(items(kept..<8), served: "s")
      try expect(items(0..<8), in: try open())
      let isWhole = length == 0 || length >= header && (length - header) % size == 0
      #expect(notices.all.isEmpty == isWhole, "cut at \(length): \(notices.all)")
      notices.clear()
    }
  }

  @Test func `damage is found, taken out and told`() throws {
    var generator = SeededGenerator(seed: 11)
    var cache = try open()
    try cache.add(items(0..<20), served: "s")
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    let header = cache.header.bytes.count
    for _ in 0..<200 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      var repaired = try open()
      #expect(repaired.count == (place < header ? 0 : 19))
      #expect(notices.all.count == 1)
      for item in items(0..<20) {
        let found = try repaired.vector(of: item.key)
        #expect(found == nil || found == item.vector)
      }
      try repaired.add(items(0..<20), served: "s")
      notices.clear()
      try expect(items(0..<20), in: try open())
      #expect(notices.all.isEmpty)
    }
  }

  @Test func `a tail left by a killed process is written over`() throws {
    var cache = try open()
    try cache.add(items(0..<3), served: "s")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data([1, 2, 3]))
    try file.close()
    try cache.add(items(3..<5), served: "s")
    try expect(items(0..<5), in: cache)
    try expect(items(0..<5), in: try open())
    #expect(notices.all.isEmpty)
  }

  @Test func `vectors of another model or dimension are refused`() throws {
    var cache = try open()
    try cache.add(items(0..<3), served: "s")
    let other = #expect(throws: EncoderError.self) { try cache.add(items(3..<4), served: "t") }
    #expect(other?.code == .otherModel)
    var later = try open()
    let longer = #expect(throws: EncoderError.self) {
      try later.add(items(3..<4, dimension: 6), served: "s")
    }
    #expect(longer?.code == .dimension)
    #expect(try longer?.place == path)
    try expect(items(0..<3), in: try open())
  }

  @Test func `a folder that cannot be made is an error that names it`() throws {
    folder.write("x", to: "deep")
    let error = #expect(throws: EncoderError.self) { try open() }
    #expect(error?.code == .cache)
    #expect(error?.place.contains(folder.path) == true)
  }
}
