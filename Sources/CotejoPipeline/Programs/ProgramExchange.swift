internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How a program ended.
enum ProgramEnd: Hashable {
  /// By itself, with an exit code.
  case exit(Int32)
  /// By a signal that was none of ours.
  case signal(Int32)
  /// It was stopped as its time was over; `isHeldOpen` if it had ended by itself, and something that
  /// it started held its output open.
  case timeOver(isHeldOpen: Bool)
  /// It was stopped as a line of its output cannot be used.
  case refused(line: Int, message: String)
  /// It was stopped as the run was.
  case interrupted
  /// It could not be started, by the system's error number.
  case notStarted(Int32)
}

/// One run of a program: input is written and output is read as either goes, so that neither side can
/// wait for the other for ever.
struct ProgramExchange {
  /// The program.
  let program: Program
  /// What it gets on standard input.
  let input: [UInt8]
  /// How long it may take.
  let timeLimit: Duration
  /// The longest line that it may write, in bytes.
  let lineLimit: Int

  /// How long a program that is asked to end may take for it.
  private static let grace = Duration.seconds(2)
  /// How often is asked whether the run was stopped, in milliseconds.
  private static let slice: Int32 = 100

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - messages: Gets what it writes to standard error.
  ///   - take: Gets each line of standard output without its line end, also a last one that has none
  ///     if the program ended well; what it gives back says why the line cannot be used.
  /// - Returns: How it ended.
  func run(_ messages: inout ProgramMessages, take: ([UInt8]) -> String?) -> ProgramEnd {
    // Writing to a program that is gone must be an error here and not the end of this program; other
    // threads are none of our business.
    var pipe = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
    defer {
      #if !canImport(Darwin)
      if sigismember(&before, SIGPIPE) == 0 {
        var none = timespec()
        while sigtimedwait(&pipe, nil, &none) > 0 {}
      }
      #endif
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    do throws(ProgramProcess.Failure) {
      var dialogue = Dialogue(self, try ProgramProcess(program))
      return dialogue.go(&messages, take)
    } catch {
      return .notStarted(error.number)
    }
  }

  /// The state of an exchange.
  private struct Dialogue {
    private let exchange: ProgramExchange
    private let process: ProgramProcess
    private let clock = SuspendingClock()
    private let deadline: SuspendingClock.Instant
    private var written = 0
    private var line: [UInt8] = []
    private var lineNumber = 1
    private var refusal: ProgramEnd?
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    init(_ exchange: ProgramExchange, _ process: ProgramProcess) {
      self.exchange = exchange
      self.process = process
      deadline = clock.now.advanced(by: exchange.timeLimit)
      if exchange.input.isEmpty { process.closeInput() }
    }

    mutating func go(
      _ messages: inout ProgramMessages, _ take: ([UInt8]) -> String?
    ) -> ProgramEnd {
      while process.output >= 0 || process.errors >= 0 {
        if Task.isCancelled { return stop(&messages, .interrupted) }
        guard clock.now < deadline else {
          return stop(&messages, .timeOver(isHeldOpen: process.hasEnded))
        }
        step(waiting: milliseconds(until: deadline), &messages, take)
        if let refusal { return stop(&messages, refusal) }
      }
      // Nothing more can come; most programs end at that moment.
      process.closeInput()
      var pause: UInt32 = 100
      while !process.hasEnded {
        if Task.isCancelled { return stop(&messages, .interrupted) }
        guard clock.now < deadline else {
          return stop(&messages, .timeOver(isHeldOpen: false))
        }
        usleep(pause)
        pause = min(pause * 2, 20_000)
      }
      let end = Self.end(process.reap())
      if end == .exit(0), !line.isEmpty, let message = take(line) {
        return .refused(line: lineNumber, message: message)
      }
      return end
    }

    /// The time that a call may wait, at most a slice.
    private func milliseconds(until instant: SuspendingClock.Instant) -> Int32 {
      let (seconds, attoseconds) = (instant - clock.now).components
      guard seconds < 1 else { return ProgramExchange.slice }
      return Int32(max(1, min(Int64(ProgramExchange.slice), attoseconds / 1_000_000_000_000_000)))
    }

    /// Waits until something can be read or written, and does.
    private mutating func step(
      waiting milliseconds: Int32, _ messages: inout ProgramMessages,
      _ take: ([UInt8]) -> String?
    ) {
      // What is closed has a number below 0 and is passed over.
      var polled = [
        pollfd(fd: process.input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
      if polled[0].revents != 0 { write() }
      if polled[1].revents != 0 { readOutput(take) }
      if polled[2].revents != 0 { readErrors(&messages) }
    }

    private mutating func write() {
      let input = exchange.input
      let count = input.withUnsafeBytes { bytes in
        writeOnce(process.input, UnsafeRawBufferPointer(rebasing: bytes[written...]))
      }
      if count >= 0 {
        written += count
      } else if errno != EAGAIN, errno != EINTR {
        // Who has read enough may close it; what comes back tells whether that was right.
        written = input.count
      }
      if written == input.count { process.closeInput() }
    }

    private mutating func readOutput(_ take: ([UInt8]) -> String?) {
      let output = process.output
      let count = chunk.withUnsafeMutableBytes { SystemCall.read(output, $0) }
      guard count > 0 else {
        if count == 0 || errno != EAGAIN { process.closeOutput() }
        return
      }
      var rest = chunk[..<count]
      while refusal == nil, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        rest = rest[(end + 1)...]
        checkLength()
        if refusal == nil, let message = take(line) {
          refusal = .refused(line: lineNumber, message: message)
        }
        line.removeAll(keepingCapacity: true)
        lineNumber += 1
      }
      line += rest
      if refusal == nil { checkLength() }
    }

    private mutating func checkLength() {
      guard line.count > exchange.lineLimit else { return }
      refusal = .refused(
        line: lineNumber, message: "the line is longer than \(exchange.lineLimit) bytes")
    }

    private mutating func readErrors(_ messages: inout ProgramMessages) {
      let errors = process.errors
      let count = chunk.withUnsafeMutableBytes { SystemCall.read(errors, $0) }
      if count > 0 {
        messages.append(chunk[..<count])
      } else if count == 0 || errno != EAGAIN {
        process.closeErrors()
      }
    }

    /// Ends the program and all that it started: asks first, and what it says last is kept.
    private mutating func stop(
      _ messages: inout ProgramMessages, _ end: ProgramEnd
    ) -> ProgramEnd {
      process.closeInput()
      process.closeOutput()
      process.kill(SIGTERM)
      // One that was halted could not hear it.
      process.kill(SIGCONT)
      let last = clock.now.advanced(by: ProgramExchange.grace)
      while !process.hasEnded, clock.now < last {
        var polled = pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0)
        if poll(&polled, 1, 10) > 0 { readErrors(&messages) }
      }
      process.kill(SIGKILL)
      _ = process.reap()
      // As much as a pipe holds by default: another process may go on writing for ever.
      for _ in 0..<16 where process.errors >= 0 {
        var polled = pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 0) > 0 else { break }
        readErrors(&messages)
      }
      return end
    }

    /// What `waitpid` says, by the layout that Linux and the BSDs share.
    private static func end(_ status: Int32) -> ProgramEnd {
      let signal = status & 0x7F
      return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    }
  }
}

// A member has the name of the call where it is needed.
private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
