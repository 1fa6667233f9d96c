#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard output, written in large pieces.
///
/// A reader that closes the pipe, as `head` does, ends the program without a word: nobody is left
/// to read the rest. Any other failure is an error.
struct Output: ~Copyable {
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Standard output could not be written; the system's reason.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts with an empty buffer.
  init() {
    // A closed pipe is told by EPIPE, so that the exit is ours and a calm one.
    signal(SIGPIPE, SIG_IGN)
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Appends bytes.
  mutating func write(_ bytes: ArraySlice<UInt8>) throws(Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends one byte.
  mutating func write(_ byte: UInt8) throws(Failure) {
    buffer.append(byte)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends the UTF-8 of a string.
  mutating func write(_ string: String) throws(Failure) {
    buffer.append(contentsOf: string.utf8)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is buffered; call it when all is written, for a failure that shows only then.
  mutating func flush() throws(Failure) {
    let failure = buffer.withUnsafeBytes { writeAll($0) }
    buffer.removeAll(keepingCapacity: true)
    if failure == EPIPE { exit(0) }
    guard failure == 0 else {
      throw Failure(description: String(cString: strerror(failure)))
    }
  }
}

/// Writes bytes to standard output; the error number of a failure, else 0.
private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
  var rest = bytes
  while !rest.isEmpty {
    let done = write(STDOUT_FILENO, rest.baseAddress, rest.count)
    if done < 0, errno == EINTR { continue }
    guard done >= 0 else { return errno }
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(done))
  }
  return 0
}
