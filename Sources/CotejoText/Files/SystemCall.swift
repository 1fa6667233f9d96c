#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Calls of the system whose C form is awkward from Swift.
package enum SystemCall {
  /// The system's words for an error number, such as `No such file or directory`.
  package static func message(_ number: Int32) -> String {
    // `strerror` shares one buffer between threads.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, strerror_r(number, start, buffer.count) == 0 else {
        return "error \(number)"
      }
      return String(cString: start)
    }
  }

  /// Whether a folder, or a link to one, stands at a path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything stands at a path, be it a link that leads nowhere.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// A path without links, dots and double slashes; as given where that cannot be had.
  package static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path of something below a folder, as the system takes it.
  package static func path(of name: String, below folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// What a symbolic link holds; `nil` for anything but a link.
  static func readLink(_ path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4097) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, buffer.count - 1)
      guard count >= 0 else { return nil }
      buffer[count] = 0
      return String(cString: start)
    }
  }

  /// Opens a file, a new one with the permissions that the user's mask leaves; below 0 is an error
  /// in `errno`.
  package static func open(_ path: String, _ flags: Int32) -> Int32 {
    while true {
      #if canImport(Glibc)
      let descriptor = Glibc.open(path, flags, 0o666)
      #elseif canImport(Musl)
      let descriptor = Musl.open(path, flags, 0o666)
      #elseif canImport(Darwin)
      let descriptor = Darwin.open(path, flags, 0o666)
      #endif
      if descriptor >= 0 || errno != EINTR { return descriptor }
    }
  }

  /// One `read`, again after a signal; below 0 is an error in `errno`, 0 the end.
  package static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
      let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Darwin)
      let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes all bytes, by as many calls as it takes; 0, or the number of the error that ended it.
  package static func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let done = write(descriptor, rest)
      guard done >= 0 else { return errno }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(done))
    }
    return 0
  }

  /// One `write`, again after a signal; below 0 is an error in `errno`.
  private static func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
      let count = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
      let count = Musl.write(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Darwin)
      let count = Darwin.write(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
