#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds the data files that come with the program.
public enum ResourceFolder {
  /// Looks for a data file or folder.
  ///
  /// Looked at in this order: `override`; `$COTEJO_DATA/relative`; `../share/cotejo/relative` beside
  /// the folder of the executable (an installed program); `cotejo_<target>.resources/Resources` in
  /// the folder of the executable (SwiftPM's bundle, for `swift build` and `swift test` alike).
  /// - Parameters:
  ///   - relative: The path below the target's `Resources` folder, such as `languages/es.txt`.
  ///   - target: The name of the target whose resource it is, such as `CotejoText`.
  ///   - override: What a user named instead: a folder that holds `relative`, or the file itself.
  ///     If it is given and not there the answer is `nil`: the shipped data never stand in for it.
  /// - Returns: A path that can be read, or `nil`.
  public static func path(
    of relative: String, target: String, override: String? = nil
  ) -> String? {
    if let override {
      return ["\(override)/\(relative)", override].first(where: exists)
    }
    return candidates(relative, target: target).first(where: exists)
  }

  /// The places where a resource may be, best first.
  static func candidates(_ relative: String, target: String) -> [String] {
    var paths: [String] = []
    if let value = getenv("COTEJO_DATA"), value[0] != 0 {
      paths.append("\(String(cString: value))/\(relative)")
    }
    if let folder = executableFolder {
      paths.append("\(folder)/../share/cotejo/\(relative)")
      paths.append("\(folder)/cotejo_\(target).resources/Resources/\(relative)")
    }
    return paths
  }

  /// The folder of the running executable, links followed.
  private static let executableFolder: String? = {
    guard let path = SystemCall.readLink("/proc/self/exe"),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    return String(path[..<slash])
  }()

  private static func exists(_ path: String) -> Bool {
    access(path, R_OK) == 0
  }
}
