internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file that processes take turns at.
final class LockedFile {
  let path: String
  private let descriptor: Int32

  /// Opens a file, and makes an empty one where there is none.
  init(path: String) throws(EncoderError) {
    self.path = path
    descriptor = SystemCall.open(path, O_RDWR | O_CREAT | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, "opened") }
  }

  deinit {
    close(descriptor)
  }

  /// Waits until no other process has the file, for the time of `body`.
  func locked<Result>(
    _ body: () throws(EncoderError) -> Result
  ) throws(EncoderError) -> Result {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Self.failure(path, "locked") }
    }
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }

  /// The size in bytes.
  var size: Int {
    get throws(EncoderError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, "read") }
      return Int(status.st_size)
    }
  }

  /// The bytes from an offset, fewer than `count` where the file ends.
  func read(at offset: Int, count: Int) throws(EncoderError) -> [UInt8] {
    var (done, isFailed) = (0, false)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while done < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if got < 0, errno == EINTR { continue }
        isFailed = got < 0
        guard got > 0 else { break }
        done += got
      }
      filled = done
    }
    guard !isFailed else { throw Self.failure(path, "read") }
    return bytes
  }

  /// Puts bytes at an offset.
  func write(_ bytes: some Collection<UInt8>, at offset: Int) throws(EncoderError) {
    let bytes = Array(bytes)
    var done = 0
    while done < bytes.count {
      let got = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done,
          off_t(offset + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Self.failure(path, "written") }
      done += got
    }
  }

  /// Cuts the file at a size.
  func truncate(to size: Int) throws(EncoderError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw Self.failure(path, "written") }
  }

  private static func failure(_ path: String, _ verb: String) -> EncoderError {
    EncoderError(
      .cache, place: path,
      message: "the cache of vectors cannot be \(verb): \(SystemCall.message(errno))")
  }
}
