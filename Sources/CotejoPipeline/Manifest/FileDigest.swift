internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The hash and the size of a file, read piece by piece.
struct FileDigest: Hashable, Sendable {
  let hash: SHA256.Digest
  let bytes: Int

  /// Reads a file.
  ///
  /// - Throws: `stage`, naming the file, where it cannot be read.
  init(of path: String) throws(PipelineError) {
    let descriptor = SystemCall.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
    defer { close(descriptor) }
    var sum = SHA256()
    var size = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = SystemCall.read(descriptor, buffer)
      guard count >= 0 else { throw Self.unreadable(path, errno) }
      if count == 0 { break }
      sum.update(buffer.assumingMemoryBound(to: UInt8.self).span.extracting(0..<count))
      size += count
    }
    hash = sum.finish()
    bytes = size
  }

  /// Reads several files at a time.
  ///
  /// - Returns: Their digests in the order of `paths`.
  /// - Throws: `stage`, naming the first file that cannot be read.
  static func all(of paths: [String]) async throws(PipelineError) -> [FileDigest] {
    typealias Numbered = (number: Int, digest: Result<FileDigest, PipelineError>)
    var digests: [Result<FileDigest, PipelineError>?] = Array(repeating: nil, count: paths.count)
    await withTaskGroup(of: Numbered.self) { group in
      for (number, path) in paths.enumerated() {
        group.addTask {
          do throws(PipelineError) {
            return (number, .success(try FileDigest(of: path)))
          } catch {
            return (number, .failure(error))
          }
        }
      }
      for await (number, digest) in group { digests[number] = digest }
    }
    var all: [FileDigest] = []
    for case let digest? in digests { all.append(try digest.get()) }
    return all
  }

  private static func unreadable(_ path: String, _ error: Int32) -> PipelineError {
    PipelineError(
      .stage, at: Place(file: path), "cannot be read back: \(SystemCall.message(error))")
  }
}
