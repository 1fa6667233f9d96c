#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Times as the files of a store tell them: whole Unix seconds, up to the year 2106.
enum FileTime {
  /// The time of day.
  static var now: UInt32 { UInt32(clamping: time(nil)) }
}
