import Cotejo
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What Ctrl-C and SIGTERM do to a command that writes files: no half-written one stays, under
/// whatever name.
///
/// While files are opened and while they are put in place signals wait: both take a moment, and
/// between the two halves of either something would be left behind.
enum Interruption {
  private static let isHeld = Atomic<Bool>(true)
  /// The signal that came while signals were held; 0 for none.
  private static let pending = Atomic<Int32>(0)

  /// Installs the handlers; signals wait until `release`.
  static func install() {
    // All are set up here, as a signal handler may not.
    isHeld.store(true, ordering: .sequentiallyConsistent)
    pending.store(0, ordering: .sequentiallyConsistent)
    OutputFile.removeTemporaries()
    RunningPrograms.killAll()
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var current = sigaction()
      // What `nohup`, or a shell for a job in the background, has told us to ignore stays ignored.
      if sigaction(number, nil, &current) == 0, isIgnored(current) { continue }
      signal(number) { number in Interruption.receive(number) }
    }
    // Who started this program may have had it ignore how others end; it must know how programs do.
    signal(SIGCHLD, SIG_DFL)
    // A reader of standard error that is gone is no reason to lose a run.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Files are open: from here on a signal stops the run, also one that came before.
  static func release() {
    isHeld.store(false, ordering: .sequentiallyConsistent)
    let number = pending.load(ordering: .sequentiallyConsistent)
    if number != 0 { stop(number) }
  }

  /// Files are being put in place: from here on the run is completed, whatever signals come.
  static func hold() {
    isHeld.store(true, ordering: .sequentiallyConsistent)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func receive(_ number: Int32) {
    pending.store(number, ordering: .sequentiallyConsistent)
    // Asked after the store: either `release` sees the signal, or this sees the release.
    if !isHeld.load(ordering: .sequentiallyConsistent) { stop(number) }
  }

  /// Calls nothing that is not async-signal-safe.
  private static func stop(_ number: Int32) {
    OutputFile.removeTemporaries()
    RunningPrograms.killAll()
    let message: StaticString =
      "\ncotejo: stopped; no file was left half-written; the same command goes on from here\n"
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(128 + number)
  }
}
