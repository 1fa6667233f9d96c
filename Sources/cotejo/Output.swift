import Cotejo

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

  /// Writes lines, and ends.
  static func print(_ lines: [String]) throws(Failure) {
    var output = Output()
    for line in lines { try output.write(line + "\n") }
    try output.flush()
  }

  /// Writes what is buffered; call it when all is written, for a failure that shows only then.
  mutating func flush() throws(Failure) {
    let failure = buffer.withUnsafeBytes { SystemCall.writeAll(STDOUT_FILENO, $0) }
    buffer.removeAll(keepingCapacity: true)
    if failure == EPIPE { exit(0) }
    guard failure == 0 else {
      throw Failure(description: SystemCall.message(failure))
    }
  }
}
