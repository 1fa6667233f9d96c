#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Bytes that are read where they lie: a file mapped into memory, or a copy that stands in for one.
package final class MappedFile: @unchecked Sendable {
  // Unchecked: the bytes are never written after `init`.

  /// The bytes, which live as long as this object; aligned to 8 bytes at least.
  package let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a regular file; an empty one has no bytes.
  ///
  /// All pages come at once if the file `isReadWhole`, as to verify it, else as they are read.
  ///
  /// - Throws: `unreadable`, naming the file, with the reason.
  package init(path: String, isReadWhole: Bool = true) throws(TextError) {
    // A C string ends at the first NUL: such a path would silently name another file.
    guard !path.utf8.contains(0) else { throw Self.unreadable(path, "the path holds a NUL byte") }
    // Without waiting, or a named pipe would hold the program until somebody writes into it.
    let descriptor = SystemCall.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(path, SystemCall.message(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Self.unreadable(path, "is not a regular file")
    }
    let size = Int(status.st_size)
    guard size > 0 else {
      // Nothing can be mapped of an empty file.
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      isMapped = false
      return
    }
    guard
      let address = mmap(
        nil, size, PROT_READ, isReadWhole ? Self.wholeMapping : MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else {
      throw Self.unreadable(path, SystemCall.message(errno))
    }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
    isMapped = true
  }

  /// Maps all pages at once.
  private static var wholeMapping: Int32 {
    #if canImport(Glibc)
    MAP_PRIVATE | MAP_POPULATE
    #else
    MAP_PRIVATE
    #endif
  }

  /// Copies bytes that were just composed.
  package init(copying content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 8)
    copy.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  private static func unreadable(_ path: String, _ reason: String) -> TextError {
    TextError(.unreadable, place: path, message: reason)
  }
}
