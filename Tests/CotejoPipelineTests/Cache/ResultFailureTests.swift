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

/// What a killed process, a full disk and a folder that cannot be written to leave.
struct ResultFailureTests {
  @Test(arguments: 0..<5)
  func `a run that is killed while it adds leaves all that it had added, whole`(
    number: Int
  ) async throws {
    let folder = TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, number = number as Int] in
      let store = try ResultStore(at: "\(path)/results")
      let progress = open("\(path)/progress", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      let killer = Task.detached {
        usleep(UInt32(5_000 + 17_000 * number))
        kill(getpid(), SIGKILL)
      }
      for added in 0..<1_000_000 {
        StoreSample.add([added], to: store)
        if added % 50 == 49 { store.checkpoint() }
        write(progress, "x", 1)
      }
      await killer.value
    }
    let added = folder.bytes("progress").count
    let store = try ResultStore(at: "\(path)/results")
    #expect(store.notices.isEmpty)
    // The one after the last that is counted may have been whole.
    let found = StoreSample.found(0..<added + 10, in: store)
    #expect(found == Array(0..<added) || found == Array(0...added))
    StoreSample.add(0..<added + 1, to: store)
    store.finish()
    #expect(folder.names(in: "results").allSatisfy { !$0.hasSuffix("-open") })
    let again = try ResultStore(at: "\(path)/results")
    #expect(StoreSample.found(0...added, in: again) == Array(0...added))
  }

  @Test func `a kill at any instant of sealing, merging and cleaning loses no result`() async throws
  {
    let folder = TemporaryFolder()
    let path = folder.path
    var done = 30
    for number in 0..<done { try StoreSample.seal([(number, 0)], at: "\(path)/results") }
    for round in 0..<6 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, round = round as Int, done = done as Int] in
        let progress = open("\(path)/progress", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let rewritten = open("\(path)/rewritten", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let killer = Task.detached {
          usleep(UInt32(90_000 + 61_000 * round))
          kill(getpid(), SIGKILL)
        }
        for number in done..<1_000_000 {
          let store = try ResultStore(at: "\(path)/results")
          StoreSample.add([number], to: store)
          guard store.find(StoreSample.key(number / 2)) != nil else { exit(3) }
          // Many packs are put together here.
          store.finish()
          write(progress, "x", 1)
          guard number % 10 == 9 else { continue }
          // A pack of which half is dropped is written anew.
          try StoreSample.seal(
            [(number: 2_000_000 + number, age: 5000), (number: 1_000_000 + number, age: 0)],
            at: "\(path)/results")
          _ = try ResultCleaner.clean(
            "\(path)/results", ResultCleaner.Rule(unusedSince: Int(time(nil)) - 1000))
          let line = "\(number)\n"
          write(rewritten, line, line.utf8.count)
        }
        await killer.value
      }
      done = 30 + folder.bytes("progress").count
      let rewritten = folder.text("rewritten").split(separator: "\n").compactMap { Int($0) }
        .map { 1_000_000 + $0 }
      let store = try ResultStore(at: "\(path)/results")
      #expect(StoreSample.found(0..<done, in: store) == Array(0..<done))
      #expect(StoreSample.found(rewritten, in: store) == rewritten)
      #expect(store.notices.isEmpty)
    }
    #expect(done > 40 && folder.names(in: "results").count < done + 40)
  }

  @Test func `programs that add, merge and clean at once do not disturb each other`() async throws {
    let folder = TemporaryFolder()
    let path = folder.path
    async let one: Void = work(0, path)
    async let two: Void = work(1, path)
    _ = await (one, two)
    let store = try ResultStore(at: path)
    #expect(StoreSample.found(0..<2000, in: store)?.count == 160)
    #expect(store.notices.isEmpty)
    #expect(folder.names().allSatisfy { !$0.hasSuffix("-open") })
  }

  /// A process of its own that makes a pack for each of 80 results, and cleans.
  private func work(_ number: Int, _ path: String) async {
    await #expect(processExitsWith: .success) {
      [number = number as Int, path = path as String] in
      for step in 0..<80 {
        let store = try ResultStore(at: path)
        let mine = 1000 * number..<1000 * number + step
        guard StoreSample.found(mine, in: store) == Array(mine) else { exit(3) }
        StoreSample.add([mine.upperBound], to: store)
        store.finish()
        guard store.notices.isEmpty else { exit(4) }
        if step % 20 == 19 {
          // Refused while the other one is at it.
          _ = try? ResultCleaner.clean(path, ResultCleaner.Rule(unusedSince: 1))
        }
      }
    }
  }

  @Test func `a disk that is full ends the storing with a notice, not the run`() async throws {
    let folder = TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      // A file may have no more bytes, as if the disk had none.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 30_000, rlim_max: 30_000)
      #if canImport(Glibc)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
      setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      let store = try ResultStore(at: path)
      StoreSample.add(0..<500, to: store)
      store.checkpoint()
      guard let found = StoreSample.found(0..<500, in: store), (1..<400).contains(found.count),
        found == Array(0..<found.count), store.notices.count == 1,
        store.notices[0].contains("cannot be stored: File too large")
      else { exit(3) }
      store.finish()
      guard StoreSample.found(0..<500, in: store) == found, store.notices.count == 1
      else { exit(4) }
    }
    let store = try ResultStore(at: path)
    let found = try #require(StoreSample.found(0..<500, in: store))
    #expect(found.count > 10 && found == Array(0..<found.count))
    StoreSample.add(400..<402, to: store)
    store.finish()
    #expect(folder.names().allSatisfy { !$0.hasSuffix("-open") })
    #expect(
      StoreSample.found(0..<500, in: try ResultStore(at: path)) == found + [400, 401])
  }

  @Test func `a folder that cannot be written to is read, and the run goes on`() async throws {
    let folder = TemporaryFolder()
    try StoreSample.seal(0..<10, in: folder)
    let path = folder.path
    chmod(path, 0o555)
    for name in folder.names() { chmod(folder.file(name), 0o444) }
    await #expect(processExitsWith: .success) { [path = path as String] in
      // The administrator may write anywhere.
      if geteuid() == 0 { guard setuid(65534) == 0 else { exit(0) } }
      let store = try ResultStore(at: path)
      StoreSample.add(5..<20, to: store)
      store.checkpoint()
      guard StoreSample.found(0..<20, in: store) == Array(0..<10), store.notices.count == 1,
        store.notices[0].contains("cannot be stored: Permission denied")
      else { exit(3) }
      store.finish()
      guard store.notices.count == 1 else { exit(4) }
    }
    #expect(StoreSample.found(0..<20, in: try ResultStore(at: path)) == Array(0..<10))
  }

  @Test func `where no folder can be made nothing is stored`() throws {
    let folder = TemporaryFolder()
    folder.write("x", to: "file")
    folder.link(folder.file("nowhere/at/all"), "link")
    let store = try ResultStore(at: folder.file("link"))
    StoreSample.add(0..<3, to: store)
    store.finish()
    #expect(store.notices.count == 1)
    #expect(store.notices[0].contains("cannot be stored"))
    #expect(StoreSample.found(0..<3, in: store) == [])
  }
}
