import CotejoTestSupport
import Testing

@testable import CotejoPipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

struct ResultCleanerTests {
  private typealias Rule = ResultCleaner.Rule

  /// Makes a sealed pack of numbers that were last used so many seconds ago.
  private func pack(_ numbers: Range<Int>, age: Int, in folder: TemporaryFolder) throws {
    try StoreSample.seal(numbers.map { ($0, age) }, at: folder.path)
  }

  private func since(_ age: Int) -> Rule { Rule(unusedSince: Int(time(nil)) - age) }

  private func found(in folder: TemporaryFolder) throws -> [Int]? {
    StoreSample.found(0..<200, in: try ResultStore(at: folder.path))
  }

  private func size(_ folder: TemporaryFolder) -> Int {
    folder.names().reduce(0) { $0 + folder.bytes($1).count }
  }

  @Test func `what no run used since is dropped, and what one used stays, in one pack`() throws {
    let folder = TemporaryFolder()
    try pack(0..<40, age: 5000, in: folder)
    try pack(40..<50, age: 5000, in: folder)
    try pack(50..<60, age: 10, in: folder)
    let store = try ResultStore(at: folder.path)
    #expect(StoreSample.found(20..<30, in: store) == Array(20..<30))
    store.finish()
    let cleaner = try ResultCleaner(at: folder.path)
    #expect(cleaner.total.results == 60 && cleaner.total.packs == 3)
    #expect(cleaner.total.bytes == size(folder))
    let would = cleaner.freed(by: since(1000))
    let before = size(folder)
    let freed = try ResultCleaner.clean(folder.path, since(1000))
    #expect(freed.results == 40 && freed.packs == 1)
    #expect(would.results == 40 && would.packs == 1)
    #expect(before - size(folder) == freed.bytes)
    #expect(try found(in: folder) == Array(20..<30) + Array(50..<60))
    // That they were used is still known.
    #expect(try ResultCleaner.clean(folder.path, since(1000)).results == 0)
    #expect(try ResultCleaner(at: folder.path).freed(by: Rule(unusedSince: .max)).results == 20)
  }

  @Test func `what a run used is used by one that finds nothing changed, without a look at it`()
    throws
  {
    let folder = TemporaryFolder()
    try pack(0..<30, age: 5000, in: folder)
    let first = try ResultStore(at: folder.path)
    #expect(StoreSample.found(10..<20, in: first) == Array(10..<20))
    StoreSample.add([100], to: first)
    first.addUses(beside: StoreSample.key(100))
    first.finish()
    for name in folder.names() where name.hasSuffix(".used") { folder.remove(name) }
    #expect(try ResultCleaner(at: folder.path).freed(by: since(1000)).results == 30)
    let second = try ResultStore(at: folder.path)
    second.renewUses(beside: StoreSample.key(100))
    second.renewUses(beside: StoreSample.key(5))
    second.finish()
    #expect(try ResultCleaner.clean(folder.path, since(1000)).results == 20)
    #expect(try found(in: folder) == Array(10..<20) + [100])
  }

  @Test func `the longest unused go first until the rest is small enough`() throws {
    let folder = TemporaryFolder()
    for number in 0..<6 {
      try pack(number * 20..<number * 20 + 20, age: 6000 - 1000 * number, in: folder)
    }
    let before = size(folder)
    for part in [3, 2] {
      let most = before * part / 4
      let would = try ResultCleaner(at: folder.path).freed(by: Rule(maximumSize: most))
      let freed = try ResultCleaner.clean(folder.path, Rule(maximumSize: most))
      #expect(freed == would)
      // No more than was needed, by the largest result.
      #expect((most - 22_000...most).contains(size(folder)))
      let left = try #require(try found(in: folder))
      #expect(left == Array((120 - left.count)..<120))
    }
    #expect(try ResultCleaner.clean(folder.path, Rule(maximumSize: .max)).bytes == 0)
    _ = try ResultCleaner.clean(folder.path, Rule(maximumSize: 0))
    #expect(folder.names() == [".lock"])
  }

  @Test func `a pack whose writer lives and files of others stay, whatever the rule`() throws {
    let folder = TemporaryFolder()
    try pack(0..<10, age: 100, in: folder)
    folder.write("mine", to: "notes.txt")
    let living = try ResultStore(at: folder.path)
    StoreSample.add(10..<20, to: living)
    let cleaner = try ResultCleaner(at: folder.path)
    #expect(cleaner.living.results == 10 && cleaner.living.packs == 1)
    for rule in [Rule(dropsAll: true), Rule(unusedSince: .max), Rule(maximumSize: 0)] {
      #expect(cleaner.freed(by: rule).results == 10)
      _ = try ResultCleaner.clean(folder.path, rule)
      #expect(try found(in: folder) == Array(10..<20))
    }
    #expect(folder.text("notes.txt") == "mine")
    // What the run has open stays readable for it.
    #expect(StoreSample.found(0..<20, in: living) == Array(0..<20))
    StoreSample.add(20..<25, to: living)
    living.finish()
    #expect(try found(in: folder) == Array(10..<25))
  }

  @Test func `what dead writers left is dropped by its age, or when it holds nothing`() throws {
    let folder = TemporaryFolder()
    do {
      let dead = try ResultStore(at: folder.path)
      StoreSample.add(0..<10, to: dead)
    }
    folder.write(PackFormat.header, to: "\(StoreSample.key(1)).results-open")
    #expect(folder.names().count == 2)
    #expect(try ResultCleaner.clean(folder.path, since(1000)).results == 0)
    #expect(folder.names().filter { $0.hasSuffix("-open") }.count == 1)
    #expect(try found(in: folder) == Array(0..<10))
    #expect(try ResultCleaner.clean(folder.path, Rule(unusedSince: .max)).results == 10)
    #expect(folder.names() == [".lock"])
  }

  @Test func `nothing is cleaned twice at once, and an empty folder is clean`() throws {
    let folder = TemporaryFolder()
    #expect(try ResultCleaner.clean(folder.path, Rule(dropsAll: true)) == .init())
    #expect(try ResultCleaner.clean(folder.file("none"), Rule(dropsAll: true)) == .init())
    #expect(folder.names().isEmpty)
    try pack(0..<5, age: 10, in: folder)
    let lock = try #require(StoreFolder(path: folder.path).lock())
    #expect(throws: PipelineError.self) {
      try ResultCleaner.clean(folder.path, Rule(dropsAll: true))
    }
    #expect(try found(in: folder) == Array(0..<5))
    close(lock)
    #expect(try ResultCleaner.clean(folder.path, Rule(dropsAll: true)).results == 5)
  }

  @Test func `damaged results are dropped with a pack that is written anew`() throws {
    let folder = TemporaryFolder()
    try pack(0..<10, age: 10, in: folder)
    let name = try #require(folder.names().first)
    var bytes = folder.bytes(name)
    bytes[PackFormat.headerSize + PackFormat.recordHeaderSize] ^= 1
    folder.write(bytes, to: name)
    let size = StoreSample.bytes(0).count
    let freed = try ResultCleaner.clean(folder.path, Rule(maximumSize: bytes.count - size - 80))
    // The first by order, which is the damaged one, and the next.
    #expect(freed.results >= 1)
    let left = try #require(try found(in: folder))
    #expect(!left.contains(0) && left == Array((10 - left.count)..<10))
    #expect(try ResultStore(at: folder.path).notices.isEmpty)
  }

  @Test func `results that another process took from the future are not kept for ever`() throws {
    let folder = TemporaryFolder()
    try pack(0..<5, age: -1_000_000, in: folder)
    let rule = Rule(unusedSince: Int(time(nil)) + 5)
    #expect(try ResultCleaner.clean(folder.path, rule).results == 5)
  }
}
