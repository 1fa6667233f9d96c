internal import Synchronization

#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Musl)
@preconcurrency import Musl
#elseif canImport(Darwin)
@preconcurrency import Darwin
#endif

/// A program that was started, the leader of a process group of its own, with pipes to and from it.
///
/// The pipes do not block on this side, and no other program gets hold of them.
final class ProgramProcess {
  /// The process and its group.
  let id: pid_t
  /// Where its standard input is written to; -1 once it is closed.
  private(set) var input: Int32
  /// Where its standard output is read from; -1 once it is closed.
  private(set) var output: Int32
  /// Where its standard error is read from; -1 once it is closed.
  private(set) var errors: Int32

  /// Held from the making of pipes until the program has started: between the two calls that make a
  /// pipe and have it closed in other programs, no other program must be started.
  private static let starting = Mutex(())

  private var slot: Int?
  private var isReaped = false

  /// An error number of the system.
  struct Failure: Error, Hashable {
    let number: Int32
  }

  /// Starts a program.
  ///
  /// - Throws: The system's error number, where it cannot be started.
  init(_ program: Program) throws(Failure) {
    var theirs: [Int32] = []
    var ours: [Int32] = []
    defer { for descriptor in theirs { closeDescriptor(descriptor) } }
    do throws(Failure) {
      id = try Self.starting.withLock { _ throws(Failure) in
        for isInput in [true, false, false] {
          let (reading, writing) = try Self.pipe()
          theirs.append(isInput ? reading : writing)
          ours.append(isInput ? writing : reading)
        }
        return try Self.spawn(program, theirs)
      }
      for descriptor in ours { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    } catch {
      for descriptor in ours { closeDescriptor(descriptor) }
      throw error
    }
    (input, output, errors) = (ours[0], ours[1], ours[2])
    slot = RunningPrograms.insert(id)
  }

  deinit {
    for descriptor in [input, output, errors] where descriptor >= 0 { closeDescriptor(descriptor) }
    if !isReaped {
      kill(SIGKILL)
      _ = reap()
    }
  }

  /// A pipe whose ends are closed in other programs, and are not the numbers that these begin with.
  private static func pipe() throws(Failure) -> (reading: Int32, writing: Int32) {
    let ends = try openPipe()
    // Where this program was started without standard input or output, a pipe may get its number.
    let reading = fcntl(ends.reading, F_DUPFD_CLOEXEC, 3)
    let writing = reading < 0 ? -1 : fcntl(ends.writing, F_DUPFD_CLOEXEC, 3)
    let number = errno
    closeDescriptor(ends.reading)
    closeDescriptor(ends.writing)
    guard writing >= 0 else {
      if reading >= 0 { closeDescriptor(reading) }
      throw Failure(number: number)
    }
    return (reading, writing)
  }

  private static func spawn(
    _ program: Program, _ descriptors: [Int32]
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program does about signals is no business of the other one; a signal that was ignored
    // when this one was started, as under nohup, stays ignored.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let result = withStrings(program.arguments) { arguments in
      withStrings(program.variables, after: inherited(without: program.variables)) { environment in
        posix_spawn(&process, program.path, &actions, &attributes, arguments, environment)
      }
    }
    guard result == 0 else { throw Failure(number: result) }
    return process
  }

  /// The variables of this process, as they are, without those that are set otherwise.
  private static func inherited(
    without variables: [String]
  ) -> [UnsafeMutablePointer<CChar>?] {
    let names = variables.map { Array($0.utf8.prefix { $0 != UInt8(ascii: "=") }) + [0x3D] }
    var inherited: [UnsafeMutablePointer<CChar>?] = []
    var place = environ
    while let variable = place.pointee {
      if !names.contains(where: {
        strncmp(variable, $0.map { CChar(bitPattern: $0) }, $0.count) == 0
      }) {
        inherited.append(variable)
      }
      place += 1
    }
    return inherited
  }

  /// An array of C strings, ended by a null pointer.
  private static func withStrings<Result>(
    _ strings: [String], after others: [UnsafeMutablePointer<CChar>?] = [],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (others + copies + [nil]).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("an array has no elements") }
      return body(start)
    }
  }

  /// Sends a signal to the program and all that it started.
  func kill(_ signal: Int32) {
    #if canImport(Glibc)
    _ = Glibc.kill(-id, signal)
    #elseif canImport(Musl)
    _ = Musl.kill(-id, signal)
    #elseif canImport(Darwin)
    _ = Darwin.kill(-id, signal)
    #endif
  }

  /// Tells the program that nothing more comes.
  func closeInput() { Self.close(&input) }

  /// Stops reading standard output.
  func closeOutput() { Self.close(&output) }

  /// Stops reading standard error.
  func closeErrors() { Self.close(&errors) }

  private static func close(_ descriptor: inout Int32) {
    guard descriptor >= 0 else { return }
    closeDescriptor(descriptor)
    descriptor = -1
  }

  /// Whether the program itself has ended; its id is kept until `reap`.
  var hasEnded: Bool {
    var info = siginfo_t()
    guard waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else { return true }
    return info.si_signo == SIGCHLD
  }

  /// Waits for the end of the program, and kills what it started and left behind.
  ///
  /// - Returns: What `waitpid` says of it; an exit code of 255 where it can say nothing, as in a process
  ///   that ignores the ends of others.
  func reap() -> Int32 {
    var info = siginfo_t()
    while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    // Until it is waited for, no other process can have its number.
    kill(SIGKILL)
    if let slot { RunningPrograms.remove(slot) }
    slot = nil
    isReaped = true
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      if errno != EINTR { return 255 << 8 }
    }
    return status
  }
}

// Members have the names of the calls where they are needed.

private func openPipe() throws(ProgramProcess.Failure) -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { throw ProgramProcess.Failure(number: errno) }
  return (ends[0], ends[1])
}

private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
