import CotejoTestSupport
import Synchronization
import Testing

@testable import CotejoPipeline

struct ResultStoreTests {
  @Test func `what was added is found in this run and in the next`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("deep/results")
    let store = try ResultStore(at: path)
    // Nothing is made before there is something to keep.
    #expect(folder.names().isEmpty)
    StoreSample.add(0..<300, to: store)
    #expect(StoreSample.found(0..<400, in: store) == Array(0..<300))
    #expect(store.contains(StoreSample.key(299)) && !store.contains(StoreSample.key(300)))
    store.finish()
    #expect(StoreSample.found(0..<400, in: store) == Array(0..<300))
    let again = try ResultStore(at: path)
    #expect(again.count == 300)
    #expect(StoreSample.found(0..<400, in: again) == Array(0..<300))
    #expect(again.notices.isEmpty && store.notices.isEmpty && again.damaged == 0)
    #expect(folder.names(in: "deep/results").filter { $0.hasSuffix(".results") }.count == 1)
  }

  @Test func `a result is added once, also as a span, and what comes after the end is kept`() throws
  {
    let folder = TemporaryFolder()
    let store = try ResultStore(at: folder.path)
    let bytes = StoreSample.bytes(1)
    store.add(StoreSample.key(1), bytes.span)
    store.add(StoreSample.key(1), [1, 2, 3])
    #expect(store.count == 1)
    #expect(store.find(StoreSample.key(1)) == bytes)
    store.finish()
    store.finish()
    StoreSample.add([2], to: store)
    store.finish()
    let again = try ResultStore(at: folder.path)
    #expect(StoreSample.found(0..<4, in: again) == [1, 2])
    StoreSample.add([1, 2], to: again)
    again.finish()
    #expect(folder.names().filter { $0.hasSuffix(".results") }.count == 2)
  }

  @Test func `two runs share a folder, and each sees what was there at its opening`() throws {
    let folder = TemporaryFolder()
    let one = try ResultStore(at: folder.path)
    StoreSample.add(0..<10, to: one)
    // While the first one still adds.
    let two = try ResultStore(at: folder.path)
    #expect(StoreSample.found(0..<20, in: two) == Array(0..<10))
    StoreSample.add(5..<20, to: two)
    StoreSample.add(10..<15, to: one)
    two.finish()
    #expect(StoreSample.found(0..<20, in: one) == Array(0..<15))
    one.finish()
    #expect(StoreSample.found(0..<20, in: two) == Array(0..<20))
    let three = try ResultStore(at: folder.path)
    #expect(StoreSample.found(0..<30, in: three) == Array(0..<20))
    #expect(three.count == 25)
    #expect(folder.names().allSatisfy { !$0.hasSuffix("-open") })
  }

  @Test func `what a run sees goes on when the files are gone`() throws {
    let folder = TemporaryFolder()
    try StoreSample.seal(0..<50, in: folder)
    let store = try ResultStore(at: folder.path)
    for name in folder.names() { folder.remove(name) }
    #expect(StoreSample.found(0..<50, in: store) == Array(0..<50))
    StoreSample.add(50..<60, to: store)
    store.finish()
    #expect(StoreSample.found(0..<60, in: try ResultStore(at: folder.path)) == Array(50..<60))
  }

  @Test func `the next run seals what a dead one left, and removes what holds nothing`() throws {
    let folder = TemporaryFolder()
    for numbers in [0..<20, 20..<40] {
      // Dropped without an end.
      let store = try ResultStore(at: folder.path)
      StoreSample.add(numbers, to: store)
    }
    folder.write(PackFormat.header, to: "\(StoreSample.key(0)).results-open")
    folder.write([], to: "\(StoreSample.key(1)).results-open")
    let store = try ResultStore(at: folder.path)
    #expect(StoreSample.found(0..<50, in: store) == Array(0..<40))
    StoreSample.add(40..<41, to: store)
    store.finish()
    let names = folder.names().filter { $0.contains(".results") }
    #expect(names.count == 3 && names.allSatisfy { $0.hasSuffix(".results") })
    #expect(StoreSample.found(0..<50, in: try ResultStore(at: folder.path)) == Array(0..<41))
  }

  @Test func `a pack whose writer lives is left to it`() throws {
    let folder = TemporaryFolder()
    let living = try ResultStore(at: folder.path)
    StoreSample.add(0..<5, to: living)
    let other = try ResultStore(at: folder.path)
    #expect(StoreSample.found(0..<5, in: other) == Array(0..<5))
    StoreSample.add(5..<6, to: other)
    other.finish()
    #expect(folder.names().filter { $0.hasSuffix("-open") }.count == 1)
    StoreSample.add(6..<9, to: living)
    living.finish()
    #expect(StoreSample.found(0..<9, in: try ResultStore(at: folder.path)) == Array(0..<9))
  }

  @Test func `threads add and find at once`() async throws {
    let folder = TemporaryFolder()
    try StoreSample.seal(0..<200, in: folder)
    let store = try ResultStore(at: folder.path)
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          for number in 0..<400 {
            // All tasks want to add the same.
            let wanted = (number * 7 + task * 50) % 400
            if wanted >= 200 { StoreSample.add([wanted], to: store) }
            if store.find(StoreSample.key(wanted)) != StoreSample.bytes(wanted) { return false }
            if number % 100 == 0 { store.checkpoint() }
          }
          return true
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    #expect(store.count == 400)
    store.finish()
    let again = try ResultStore(at: folder.path)
    #expect(StoreSample.found(0..<400, in: again) == Array(0..<400))
  }

  @Test func `packs of other versions and files of others are left alone`() throws {
    let folder = TemporaryFolder()
    var header = Array(PackFormat.header[..<8])
    PackFormat.append(PackFormat.version + 1, to: &header)
    PackFormat.append(UInt32(truncatingIfNeeded: PackFormat.hash(header)), to: &header)
    let other = "\(StoreSample.key(0)).results"
    folder.write(header + Array("what only the next version knows".utf8), to: other)
    folder.write("mine", to: "notes.txt")
    folder.write("mine", to: "x.results")
    folder.folder("\(StoreSample.key(9)).results")
    let store = try ResultStore(at: folder.path)
    #expect(store.count == 0)
    #expect(store.notices.contains { $0.contains("another version") })
    StoreSample.add(0..<3, to: store)
    store.finish()
    #expect(folder.text("notes.txt") == "mine" && folder.text("x.results") == "mine")
    #expect(folder.bytes(other).starts(with: header))
    #expect(StoreSample.found(0..<3, in: try ResultStore(at: folder.path)) == [0, 1, 2])
  }

  @Test func `many small packs are put together, with what is in them`() throws {
    let folder = TemporaryFolder()
    for number in 0..<60 { try StoreSample.seal([number], in: folder) }
    let packs = folder.names().filter { $0.hasSuffix(".results") }
    #expect(packs.count <= 33)
    #expect(StoreSample.found(0..<70, in: try ResultStore(at: folder.path)) == Array(0..<60))
    for _ in 0..<40 {
      let store = try ResultStore(at: folder.path)
      #expect(StoreSample.found(0..<60, in: store) == Array(0..<60))
      store.finish()
    }
    #expect(folder.names().filter { $0.hasSuffix(".used") }.count <= 33)
    #expect(StoreSample.found(0..<70, in: try ResultStore(at: folder.path)) == Array(0..<60))
  }

  @Test(arguments: ["a\0b", "file"])
  func `what is no folder is refused`(name: String) throws {
    let folder = TemporaryFolder()
    folder.write("x", to: "file")
    #expect { try ResultStore(at: folder.file(name)) } throws: { error in
      guard let error = error as? PipelineError else { return false }
      return error.code == .stage && error.place.file == folder.file(name)
    }
  }
}
