import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files of new names that are no one's output yet.
enum TemporaryFile {
  private static let serial = Atomic<UInt32>(0)

  /// Creates a file in a folder, and takes its lock, by which others see that its writer lives.
  ///
  /// - Parameters:
  ///   - folder: The folder, without a slash at its end.
  ///   - access: `O_WRONLY` or `O_RDWR`.
  /// - Returns: The descriptor and the path; a descriptor of -1 with the number of the error.
  static func open(
    in folder: String, _ access: Int32
  ) -> (descriptor: Int32, path: String, error: Int32) {
    while true {
      let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
      let path = "\(folder)/\(AbandonedFiles.name(getpid(), number))"
      let opened = SystemCall.open(path, access | O_CREAT | O_EXCL | O_CLOEXEC)
      guard opened >= 0 else {
        // A file that a killed process of the same number left behind.
        if errno == EEXIST { continue }
        return (-1, path, errno)
      }
      if AbandonedFiles.claim(opened) { return (opened, path, 0) }
      close(opened)
    }
  }
}
