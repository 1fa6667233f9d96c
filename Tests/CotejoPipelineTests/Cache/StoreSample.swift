import CotejoTestSupport
import CotejoText

@testable import CotejoPipeline

/// Results whose bytes follow from their numbers.
enum StoreSample {
  /// The key of a number.
  static func key(_ number: Int) -> ResultKey {
    ResultKey(SHA256.hash(Array("result \(number)".utf8)))
  }

  /// The bytes of a number: none, a few, or thousands.
  static func bytes(_ number: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(bitPattern: Int64(number)))
    let count = number % 7 == 3 ? 0 : number % 11 == 5 ? 20_000 + number % 1000 : 40 + number % 300
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Adds the results of numbers.
  static func add(_ numbers: some Sequence<Int>, to store: ResultStore) {
    for number in numbers { store.add(key(number), bytes(number)) }
  }

  /// Which of numbers a store finds with the right bytes; nil if it gives out wrong ones.
  static func found(_ numbers: some Sequence<Int>, in store: ResultStore) -> [Int]? {
    var found: [Int] = []
    for number in numbers {
      guard let bytes = store.find(key(number)) else { continue }
      guard bytes == Self.bytes(number) else { return nil }
      found.append(number)
    }
    return found
  }

  /// Makes a sealed pack of numbers that were last used so many seconds ago.
  static func seal(_ results: [(number: Int, age: Int)], at path: String) throws {
    let writer = try PackWriter(in: StoreFolder(path: path))
    var entries: [PackEntry] = []
    for (number, age) in results {
      let bytes = Self.bytes(number)
      entries.append(
        PackEntry(
          key: key(number), offset: try writer.append(key(number), bytes), length: bytes.count,
          lastUse: UInt32(Int(FileTime.now) - age)))
    }
    try writer.seal(entries)
  }

  /// Makes a sealed pack of numbers in a folder; its name.
  @discardableResult
  static func seal(_ numbers: some Sequence<Int>, in folder: TemporaryFolder) throws -> String {
    let before = Set(folder.names())
    let store = try ResultStore(at: folder.path)
    add(numbers, to: store)
    store.finish()
    return folder.names().first { !before.contains($0) && $0.hasSuffix(".results") } ?? ""
  }
}
