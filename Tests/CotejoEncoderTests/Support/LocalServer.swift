import CotejoTestSupport

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A server program that runs on the loopback for one test.
///
/// It ends with `stop`, with the last reference, and with the test process, however that ends: a shell
/// between the two waits for the end of its input, which only the test process holds open.
///
/// Foundation's `Process` hands down the signals that the threads of a Swift program block, all but a
/// few: a server started by it never hears of SIGTERM, nor a shell of the end of its child.
final class LocalServer {
  /// Ends the server, the hard way if it is still there after two seconds.
  private static let script = """
    log=$1; shift
    "$@" </dev/null >"$log" 2>&1 &
    server=$!
    read -r line
    kill -TERM $server
    { sleep 2; kill -KILL $server; } >/dev/null 2>&1 &
    wait $server
    kill $!
    """

  /// The port that it was told to listen at.
  let port: UInt16
  private let folder = TemporaryFolder()
  private var shell: pid_t = 0
  /// The end of a pipe that the shell reads from; -1 once it is closed.
  private var lifeline: Int32

  /// Starts a program with the arguments that it needs to listen at a free port.
  init(_ path: String, arguments: (UInt16) -> [String]) {
    // The server that finds a free port lets go of it at once.
    port = LoopbackServer { _, _ in .breakOff }.port
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no pipe can be made")
    lifeline = ends[1]
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    shell = Self.spawn(
      ["/bin/sh", "-c", Self.script, "sh", folder.file("log"), path] + arguments(port),
      input: ends[0])
    close(ends[0])
  }

  deinit {
    stop()
  }

  /// Starts a program that blocks and ignores no signals.
  private static func spawn(_ arguments: [String], input: Int32) -> pid_t {
    #if canImport(Darwin)
    var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
    #else
    var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let fault = posix_spawn(&process, arguments[0], &actions, &attributes, words, environ)
    precondition(fault == 0, "'\(arguments[0])' cannot be started")
    return process
  }

  /// Ends the server and waits until it is gone.
  func stop() {
    guard lifeline >= 0 else { return }
    close(lifeline)
    lifeline = -1
    var status: Int32 = 0
    while waitpid(shell, &status, 0) < 0, errno == EINTR {}
  }

  /// The address without a path.
  var address: String { "http://127.0.0.1:\(port)" }

  /// What it has printed so far.
  var log: String { folder.text("log") }
}
