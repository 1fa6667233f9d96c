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
    var reading = try Reading(of: path)
    while try reading.fill() { reading.update() }
    self = reading.digest
  }

  /// Reads two files, in turns and in less time than one after the other.
  ///
  /// - Throws: `stage`, naming a file that cannot be read.
  private static func two(
    of path: String, _ other: String
  ) throws(PipelineError) -> [FileDigest] {
    var first = try Reading(of: path)
    var second = try Reading(of: other)
    while true {
      let (hasFirst, hasSecond) = (try first.fill(), try second.fill())
      if hasFirst, hasSecond {
        Reading.update(&first, &second)
      } else if hasFirst {
        first.update()
      } else if hasSecond {
        second.update()
      } else {
        return [first.digest, second.digest]
      }
    }
  }

  /// Reads several files, two in each of several tasks.
  ///
  /// - Returns: Their digests in the order of `paths`.
  /// - Throws: `stage`, naming the first file that cannot be read.
  static func all(of paths: [String]) async throws(PipelineError) -> [FileDigest] {
    typealias Numbered = (numbers: [Int], digests: Result<[FileDigest], PipelineError>)
    var digests: [FileDigest?] = Array(repeating: nil, count: paths.count)
    var failures: [(number: Int, error: PipelineError)] = []
    await withTaskGroup(of: Numbered.self) { group in
      for start in stride(from: 0, to: paths.count, by: 2) {
        let numbers = Array(start..<min(start + 2, paths.count))
        group.addTask {
          do throws(PipelineError) {
            let digests =
              numbers.count == 2
              ? try two(of: paths[numbers[0]], paths[numbers[1]])
              : [try FileDigest(of: paths[numbers[0]])]
            return (numbers, .success(digests))
          } catch {
            return (numbers, .failure(error))
          }
        }
      }
      for await (numbers, result) in group {
        switch result {
        case .success(let found):
          for (number, digest) in zip(numbers, found) { digests[number] = digest }
        case .failure(let error): failures.append((numbers[0], error))
        }
      }
    }
    if let failure = failures.min(by: { $0.number < $1.number }) { throw failure.error }
    return digests.compactMap(\.self)
  }

  /// A file while it is read.
  private struct Reading: ~Copyable {
    private var sum = SHA256()
    private var size = 0
    private var held = 0
    private let path: String
    private let descriptor: Int32
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)

    /// Opens a file.
    init(of path: String) throws(PipelineError) {
      self.path = path
      descriptor = SystemCall.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileDigest.unreadable(path, errno) }
    }

    deinit {
      if descriptor >= 0 { close(descriptor) }
      buffer.deallocate()
    }

    /// Reads the next piece; false behind the last.
    mutating func fill() throws(PipelineError) -> Bool {
      held = 0
      while held < buffer.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[held...])
        let count = SystemCall.read(descriptor, rest)
        guard count >= 0 else { throw FileDigest.unreadable(path, errno) }
        if count == 0 { break }
        held += count
      }
      size += held
      return held > 0
    }

    /// Adds what was read last.
    mutating func update() {
      sum.update(buffer.assumingMemoryBound(to: UInt8.self).span.extracting(0..<held))
    }

    /// Adds what was read last of two files.
    static func update(_ first: inout Reading, _ second: inout Reading) {
      let buffers = (
        first.buffer.assumingMemoryBound(to: UInt8.self),
        second.buffer.assumingMemoryBound(to: UInt8.self)
      )
      SHA256.update(
        &first.sum, with: buffers.0.span.extracting(0..<first.held),
        &second.sum, with: buffers.1.span.extracting(0..<second.held))
    }

    var digest: FileDigest { FileDigest(hash: sum.finish(), bytes: size) }
  }

  private init(hash: SHA256.Digest, bytes: Int) {
    self.hash = hash
    self.bytes = bytes
  }

  fileprivate static func unreadable(_ path: String, _ error: Int32) -> PipelineError {
    PipelineError(
      .stage, at: Place(file: path), "cannot be read back: \(SystemCall.message(error))")
  }
}
