#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads whole files.
public enum InputFile {
  /// The bytes of a file; `-` is standard input.
  ///
  /// A regular file is read in one go; a pipe, a device or a file of the `/proc` kind, which does
  /// not tell its size, until it ends.
  /// - Throws: `unreadable` with the system's reason (a folder is one) or `tooLarge` for more than
  ///   `Int32.max` bytes; the place is `path`, or `standard input`.
  public static func bytes(of path: String) throws(TextError) -> [UInt8] {
    if path == "-" {
      return try bytes(descriptor: STDIN_FILENO, place: "standard input")
    }
    // A C string ends at the first NUL: such a path would silently name another file.
    guard !path.utf8.contains(0) else {
      throw unreadable(path, reason: "the path holds a NUL byte")
    }
    let descriptor = SystemCall.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, reason: SystemCall.message(errno)) }
    defer { close(descriptor) }
    return try bytes(descriptor: descriptor, place: path)
  }

  /// Reads an open file to its end.
  private static func bytes(
    descriptor: Int32, place: String
  ) throws(TextError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw unreadable(place, reason: SystemCall.message(errno))
    }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw unreadable(place, reason: "it is a folder, not a file") }
    var content: [UInt8] = []
    if kind == S_IFREG, status.st_size > 0 {
      guard status.st_size <= Int(Int32.max) else { throw tooLarge(place) }
      let size = Int(status.st_size)
      var failure: Int32 = 0
      content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
          let got = SystemCall.read(
            descriptor,
            UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...])))
          guard got > 0 else {
            if got < 0 { failure = errno }
            return
          }
          count += got
        }
      }
      guard failure == 0 else { throw unreadable(place, reason: SystemCall.message(failure)) }
      if content.count < size { return content }
    }
    // What has no size, and what a file gained while it was read.
    try appendRest(of: descriptor, place: place, to: &content)
    return content
  }

  /// Appends what an open file still holds.
  private static func appendRest(
    of descriptor: Int32, place: String, to content: inout [UInt8]
  ) throws(TextError) {
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let got = SystemCall.read(descriptor, chunk)
      guard got >= 0 else { throw unreadable(place, reason: SystemCall.message(errno)) }
      if got == 0 { return }
      guard content.count + got <= Int(Int32.max) else { throw tooLarge(place) }
      content.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<got]))
    }
  }

  private static func unreadable(_ place: String, reason: String) -> TextError {
    TextError(.unreadable, place: place, message: "cannot be read: \(reason)")
  }

  private static func tooLarge(_ place: String) -> TextError {
    TextError(
      .tooLarge, place: place, message: "has more than \(Int32.max) bytes; split it into parts")
  }
}
