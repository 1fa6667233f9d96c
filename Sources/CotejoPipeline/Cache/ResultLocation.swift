internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where the results of stages are kept.
public enum ResultLocation {
  /// The variable of the environment that names the cache folder of the program.
  public static let variable = "COTEJO_CACHE"

  /// The folder `results` in the program's cache folder.
  ///
  /// That is the one that was named, else `$COTEJO_CACHE`, else `$XDG_CACHE_HOME/cotejo`, or
  /// `~/.cache/cotejo` where that is not set.
  /// - Parameter cache: The cache folder that the user named, with `--cache` say.
  /// - Returns: The path, whether there is such a folder or not; nil if none is named and there is no
  ///   home.
  public static func folder(inCache cache: String? = nil) -> String? {
    if let cache { return SystemCall.path(of: "results", below: cache) }
    if let value = getenv(variable), value[0] != 0 {
      return SystemCall.path(of: "results", below: String(cString: value))
    }
    return UserFolders.cache.map { "\($0)/cotejo/results" }
  }
}
