import CotejoTestSupport
import Testing

@testable import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

struct InputFileTests {
  @Test(arguments: [0, 1, 65_536, 300_001])
  func readsRegularFiles(count: Int) throws {
    let folder = TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    folder.write(bytes, to: "a")
    let read = try InputFile.bytes(of: folder.file("a"))
    #expect(read == bytes)
  }

  @Test func readsPipesToTheirEnd() throws {
    let folder = TemporaryFolder()
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let bytes = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let writer = fork(path: path, bytes: bytes)
    let read = try InputFile.bytes(of: path)
    pthread_join(writer, nil)
    #expect(read == bytes)
  }

  /// Writes to a pipe on a thread of its own.
  private func fork(path: String, bytes: [UInt8]) -> pthread_t {
    let box = Unmanaged.passRetained(Job(path: path, bytes: bytes))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let job = Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()
        if let stream = fopen(job.path, "w") {
          fwrite(job.bytes, 1, job.bytes.count, stream)
          fclose(stream)
        }
        return nil
      }, box.toOpaque())
    return thread
  }

  private final class Job {
    let path: String
    let bytes: [UInt8]
    init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
  }

  @Test func readsFilesThatDoNotTellTheirSize() throws {
    let read = try InputFile.bytes(of: "/proc/self/status")
    #expect(read.starts(with: Array("Name:".utf8)))
  }

  @Test(arguments: [
    ("/nonexistent/a.txt", "No such file or directory"),
    ("/tmp", "it is a folder, not a file"),
    ("", "No such file or directory"),
    ("a\0b", "the path holds a NUL byte"),
  ])
  func tellsWhyAFileCannotBeRead(path: String, reason: String) {
    let error = #expect(throws: TextError.self) { try InputFile.bytes(of: path) }
    #expect(error?.code == .unreadable)
    #expect(error?.place == path)
    #expect(error?.message == "cannot be read: \(reason)")
  }

  @Test func refusesFilesBeyondTheOffsets() throws {
    let folder = TemporaryFolder()
    folder.write([1], to: "big")
    // Sparse: it takes no room on the disk.
    #expect(truncate(folder.file("big"), Int(Int32.max) + 1) == 0)
    let error = #expect(throws: TextError.self) { try InputFile.bytes(of: folder.file("big")) }
    #expect(error?.code == .tooLarge)
    #expect(error?.place == folder.file("big"))
  }
}
