#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `RUSAGE_SELF`, which has another type in each C library.
private let ownUsage: Int32 = 0

/// CPU seconds of this process so far, user and system.
func processTime() -> Double {
  var usage = rusage()
  getrusage(ownUsage, &usage)
  let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
  return Double(seconds) + Double(microseconds) / 1_000_000
}

/// The most memory this process ever held, in kB (Linux).
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(ownUsage, &usage)
  return Int(usage.ru_maxrss)
}

/// A number with three decimals at the most.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
