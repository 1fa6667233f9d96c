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

  /// The folder `results` in the cache folder that was named, else in `$COTEJO_CACHE`, else in
  /// `$XDG_CACHE_HOME/cotejo`, or `~/.cache/cotejo` where that is not set; nil if there is no home
  /// either.
  ///
  /// - Parameter cache: The cache folder that the user named, with `--cache` say.
  public static func folder(inCache cache: String? = nil) -> String? {
    if let cache { return SystemCall.path(of: "results", below: cache) }
    if let value = getenv(variable), value[0] != 0 {
      return SystemCall.path(of: "results", below: String(cString: value))
    }
    return UserFolders.cache.map { "\($0)/cotejo/results" }
  }
}
