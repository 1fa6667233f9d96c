#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file without a name, for what a program need not hold in memory: it goes with the program, however
/// that ends.
package struct ScratchFile: ~Copyable, Sendable {
  private let descriptor: Int32
  private let folder: String
  /// How many bytes it holds.
  package private(set) var count = 0

  /// Opens a file in a folder that exists.
  ///
  /// - Throws: `unwritable`, naming the folder, with the system's reason.
  package init(in folder: String) throws(TextError) {
    let opened = TemporaryFile.open(in: folder, O_RDWR)
    guard opened.descriptor >= 0 else { throw Self.unwritable(folder, opened.error) }
    descriptor = opened.descriptor
    self.folder = folder
    unlink(opened.path)
  }

  deinit { close(descriptor) }

  /// Appends bytes.
  ///
  /// - Throws: `unwritable`, where there is no room.
  package mutating func append(_ bytes: [UInt8]) throws(TextError) {
    let error = bytes.withUnsafeBytes { SystemCall.writeAll(descriptor, $0) }
    guard error == 0 else { throw Self.unwritable(folder, error) }
    count += bytes.count
  }

  /// Hands on all that was appended, piece by piece.
  ///
  /// - Throws: `unreadable`, where it cannot be read back.
  package func read(_ body: (Span<UInt8>) -> Void) throws(TextError) {
    var piece = [UInt8](repeating: 0, count: min(1 << 18, count))
    var offset = 0
    while offset < count {
      let length = piece.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, min($0.count, count - offset), off_t(offset))
      }
      if length < 0, errno == EINTR { continue }
      guard length > 0 else {
        throw TextError(
          .unreadable, place: folder,
          message: "a temporary file in it cannot be read back: \(SystemCall.message(errno))")
      }
      body(piece.span.extracting(0..<length))
      offset += length
    }
  }

  private static func unwritable(_ folder: String, _ error: Int32) -> TextError {
    TextError(
      .unwritable, place: folder,
      message: "a temporary file in it cannot be written: \(SystemCall.message(error))")
  }
}
