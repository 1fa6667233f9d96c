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

struct FileStampTests {
  @Test func `differs when a file is written to, replaced or gone`() {
    let folder = TemporaryFolder()
    let paths = [folder.write("uno", to: "a"), folder.write("one", to: "b")]
    let first = FileStamp(paths)
    #expect(first.bytes == 6)
    #expect(FileStamp(paths) == first)
    #expect(FileStamp(paths.reversed()) != first)
    // Long before, so that no clock is too coarse.
    func setTime(_ path: String, _ seconds: Int) {
      var times = [timeval(tv_sec: seconds, tv_usec: 0), timeval(tv_sec: seconds, tv_usec: 0)]
      utimes(path, &times)
    }
    setTime(paths[0], 1_000_000)
    let dated = FileStamp(paths)
    #expect(dated != first)
    setTime(paths[0], 1_000_001)
    #expect(FileStamp(paths) != dated)
    setTime(paths[0], 1_000_000)
    #expect(FileStamp(paths) == dated)
    folder.write("tres", to: "c")
    setTime(folder.file("c"), 1_000_000)
    rename(folder.file("c"), paths[0])
    let replaced = FileStamp(paths)
    #expect(replaced != dated && replaced.bytes == 7)
    folder.remove("b")
    #expect(FileStamp(paths) != replaced)
    #expect(FileStamp(paths).bytes == 4)
    #expect(FileStamp([]).bytes == 0)
  }
}
