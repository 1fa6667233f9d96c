import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct FileDigestTests {
  @Test func `files are hashed as they lie on the disk`() throws {
    let folder = TemporaryFolder()
    let bytes = [UInt8](repeating: 7, count: 700_000)
    folder.write(bytes, to: "a")
    let digest = try FileDigest(of: "\(folder.path)/a")
    #expect(digest.hash == SHA256.hash(bytes))
    #expect(digest.bytes == 700_000)
    #expect(throws: PipelineError.self) { try FileDigest(of: "\(folder.path)/b") }
  }

  @Test func `several files keep their order, and one that is missing is named`() async throws {
    let folder = TemporaryFolder()
    var paths: [String] = []
    for number in 0..<20 {
      folder.write(String(repeating: "x", count: number * 1000), to: "f\(number)")
      paths.append(folder.file("f\(number)"))
    }
    let digests = try await FileDigest.all(of: paths)
    #expect(digests.map(\.bytes) == (0..<20).map { $0 * 1000 })
    #expect(try digests == paths.map { (path) in try FileDigest(of: path) })
    await #expect(throws: PipelineError.self) {
      try await FileDigest.all(of: paths + [folder.file("none")])
    }
  }
}
