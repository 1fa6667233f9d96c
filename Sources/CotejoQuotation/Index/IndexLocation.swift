internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where the index of a folder lies if no other place is named.
enum IndexLocation {
  /// `$XDG_CACHE_HOME/cotejo/transcripts/<hash>.index`, in `~/.cache` where that is not set; nil if
  /// there is no home either.
  ///
  /// The hash is that of the folder's real path and of the options of the reading, so that each
  /// folder and language has an index of its own.
  static func path(folder: String, options: TranscriptReader.Options) -> String? {
    guard let cache = cacheFolder else { return nil }
    // The data's sum is left out: a newer program replaces the index of an older one.
    let key = "\(realPath(folder))\0\(options.language)\0\(options.charset)\0\(options.paragraphs)"
    let hash = Array(key.utf8).withUnsafeBytes { xxh64($0) }
    let digits = String(hash, radix: 16)
    let name = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return "\(cache)/cotejo/transcripts/\(name).index"
  }

  /// The folder for what can be made again (XDG Base Directory Specification 0.8): relative paths
  /// are to be ignored.
  private static var cacheFolder: String? {
    if let folder = variable("XDG_CACHE_HOME"), folder.utf8.first == UInt8(ascii: "/") {
      return folder
    }
    return variable("HOME").map { "\($0)/.cache" }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }

  /// A path without links, dots and double slashes; as given where that cannot be had.
  static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
