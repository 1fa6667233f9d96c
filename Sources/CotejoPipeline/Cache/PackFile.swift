internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An open pack of results.
///
/// It is read by `pread`, which any number of threads may do at a time, and which nothing that happens
/// to the file can crash. What it holds can be read for as long as this object lives, even if the file
/// is renamed or unlinked.
final class PackFile: Sendable {
  /// What the file is called without the ending: 32 hexadecimal digits.
  let id: String
  /// Where it stood when it was opened.
  let path: String
  /// For reading, and for writing if this process writes the pack.
  let descriptor: Int32

  init(id: String, path: String, descriptor: Int32) {
    self.id = id
    self.path = path
    self.descriptor = descriptor
  }

  /// Opens a pack for reading; nil where that cannot be done, with the reason in `errno`.
  convenience init?(id: String, path: String, flags: Int32 = O_RDONLY) {
    // Without waiting, or a named pipe would hold the program until somebody writes into it.
    let descriptor = SystemCall.open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    self.init(id: id, path: path, descriptor: descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      errno = EINVAL
      return nil
    }
  }

  deinit {
    close(descriptor)
  }

  /// The size in bytes, and when it was last written to, in Unix seconds.
  var status: (size: Int, written: UInt32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return (0, 0) }
    return (Int(status.st_size), UInt32(clamping: status.st_mtim.tv_sec))
  }

  /// Whether the file still stands under a path.
  func stands(at path: String) -> Bool {
    var (here, there) = (stat(), stat())
    return fstat(descriptor, &here) == 0 && lstat(path, &there) == 0
      && here.st_dev == there.st_dev && here.st_ino == there.st_ino
  }

  /// What became of asking for a lock.
  enum Lock {
    case taken
    /// Somebody else has it.
    case held
    /// The file system knows no locks.
    case unknown
  }

  /// Asks for the lock that tells others that the writer of the pack lives.
  func lock() -> Lock {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else { return errno == EWOULDBLOCK ? .held : .unknown }
    }
    return .taken
  }

  /// Waits until the disk has all that was written; the failure if it cannot.
  func synchronize() -> PackWriter.Failure? {
    fdatasync(descriptor) == 0 ? nil : PackWriter.Failure(errno)
  }

  /// Gives the lock back.
  func unlock() { flock(descriptor, LOCK_UN) }

  /// Fills a buffer with the bytes from an offset; false where the file ends before, or fails.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Bool {
    var done = 0
    while done < buffer.count {
      let got = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done,
        off_t(offset + done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return false }
      done += got
    }
    return true
  }

  /// The bytes from an offset; nil where the file ends before, or fails.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    var isRead = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      isRead = read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      filled = isRead ? count : 0
    }
    return isRead ? bytes : nil
  }

  /// The payload of the record at an offset; nil unless it is that of the key, and as it was written.
  func payload(of key: ResultKey, at offset: Int, length: Int) -> [UInt8]? {
    let size = PackFormat.recordHeaderSize
    let header = withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
      read(at: offset, into: buffer) ? RecordHeader(UnsafeRawBufferPointer(buffer)) : nil
    }
    guard let header, header.key == key, header.length == length,
      let payload = bytes(at: offset + size, count: length),
      PackFormat.hash(payload) == header.payloadHash
    else { return nil }
    return payload
  }
}
