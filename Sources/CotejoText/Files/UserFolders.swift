#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Folders of the user who runs the program.
package enum UserFolders {
  /// The folder for what can be made again (XDG Base Directory Specification 0.8), in which each
  /// program keeps one of its own: `$XDG_CACHE_HOME`, or `~/.cache`; `nil` if there is no home.
  ///
  /// Relative paths are to be ignored there.
  package static var cache: String? {
    if let folder = variable("XDG_CACHE_HOME"), folder.utf8.first == UInt8(ascii: "/") {
      return folder
    }
    return variable("HOME").map { "\($0)/.cache" }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }
}
