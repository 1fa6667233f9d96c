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
    // Below and above the size of what is read at a time, two of a size and two of different ones.
    let sizes = (0..<21).map { $0 % 3 == 0 ? 700_001 : $0 * 30_011 }
    for (number, size) in sizes.enumerated() {
      folder.write(String(repeating: "\(number % 7)", count: size), to: "f\(number)")
      paths.append(folder.file("f\(number)"))
    }
    let digests = try await FileDigest.all(of: paths)
    #expect(digests.map(\.bytes) == sizes)
    #expect(try digests == paths.map { (path) in try FileDigest(of: path) })
    for missing in [3, 8, 21] {
      var paths = paths
      paths.insert(folder.file("none"), at: missing)
      await #expect {
        try await FileDigest.all(of: paths)
      } throws: { error in
        (error as? PipelineError)?.place.file == folder.file("none")
      }
    }
  }
}
