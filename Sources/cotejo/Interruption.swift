import Cotejo
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What Ctrl-C and SIGTERM do to a run: no half-written file stays, under whatever name.
enum Interruption {
  /// Whether files are being put in place, which takes a moment and is not to be cut short.
  private static let isFinishing = Atomic<Bool>(false)

  /// Installs the handlers.
  static func install() {
    // Both are set up here, as a signal handler may not.
    isFinishing.store(false, ordering: .relaxed)
    OutputFile.removeTemporaries()
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in Interruption.stop(number) }
    }
    // A reader of standard error that is gone is no reason to lose a run.
    signal(SIGPIPE, SIG_IGN)
  }

  /// From here on the run is completed, whatever signals come.
  static func finish() {
    isFinishing.store(true, ordering: .sequentiallyConsistent)
  }

  /// Calls nothing that is not async-signal-safe.
  private static func stop(_ number: Int32) {
    if isFinishing.load(ordering: .sequentiallyConsistent) { return }
    OutputFile.removeTemporaries()
    let message: StaticString =
      "\ncotejo: stopped; nothing was written, no file was left half-written; run again to start over\n"
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(128 + number)
  }
}
