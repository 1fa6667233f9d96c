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
}
