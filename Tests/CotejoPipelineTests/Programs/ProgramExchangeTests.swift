import CotejoTestSupport
import Foundation
import Testing

@testable import CotejoPipeline

/// Programs that behave and programs that do not.
///
/// None of these tests may ever hang: a pipe that fills up on one side while the other waits would.
struct ProgramExchangeTests {
  private struct Outcome {
    var end: ProgramEnd
    var lines: [String] = []
    var messages = ProgramMessages()
    var seconds = 0.0
  }

  private func run(
    _ line: String, _ input: [UInt8] = [], timeLimit: Double = 60, lineLimit: Int = 1 << 20,
    variables: [String] = [], refuse: String? = nil
  ) throws -> Outcome {
    var outcome = Outcome(end: .interrupted)
    let exchange = ProgramExchange(
      program: try Program(.shell(line), variables: variables), input: input,
      timeLimit: .seconds(timeLimit), lineLimit: lineLimit)
    let start = SuspendingClock().now
    var messages = ProgramMessages()
    outcome.end = exchange.run(&messages) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      outcome.lines.append(text)
      return text == refuse ? "refused" : nil
    }
    outcome.messages = messages
    outcome.seconds = (SuspendingClock().now - start) / .seconds(1)
    return outcome
  }

  @Test func `what goes in comes out`() throws {
    let outcome = try run("cat", Array("uno\ndos\r\n\n\u{2028}tres".utf8))
    #expect(outcome.end == .exit(0))
    #expect(outcome.lines == ["uno", "dos\r", "", "\u{2028}tres"])
    #expect(outcome.messages.isEmpty)
    #expect(try run("cat").lines == [])
  }

  @Test func `ten megabytes there and back`() throws {
    let line = String(repeating: "0123456789abcde ", count: 64) + "\n"
    let input = Array(String(repeating: line, count: 10_240).utf8)
    let outcome = try run("cat", input)
    #expect(outcome.end == .exit(0))
    #expect(outcome.lines.count == 10_240)
    #expect(outcome.lines.allSatisfy { $0 == line.dropLast() })
  }

  @Test func `a program may write all before it reads, on both ways`() throws {
    let flood = "awk 'BEGIN { for (i = 0; i < 40000; i++) print \"a line of some length\" }'"
    let outcome = try run("\(flood); \(flood) >&2; cat", Array(repeating: 0x0A, count: 500_000))
    #expect(outcome.end == .exit(0))
    #expect(outcome.lines.count == 540_000)
    #expect(outcome.messages.text.contains("bytes are left out"))
  }

  @Test func `who does not read to the end does not end this program`() throws {
    let input = Array(repeating: UInt8(0x0A), count: 1_000_000)
    for _ in 0..<5 {
      #expect(try run("exit 0", input).end == .exit(0))
      #expect(try run("head -c 5 | wc -l", input).lines.map { $0.filter { $0 != " " } } == ["5"])
      #expect(try run("exec 0<&-; sleep 0.05; exit 3", input).end == .exit(3))
    }
  }

  @Test func `output that is closed early is no end`() throws {
    let outcome = try run(
      "exec 1>&- 2>&-; sleep 0.1; exit 4", Array(repeating: 0x0A, count: 200_000))
    #expect(outcome.end == .exit(4))
  }

  @Test(arguments: [(1, "exit 1"), (126, "/"), (127, "no-such-program-7"), (255, "exit 255")])
  func `exit codes`(_ code: Int32, _ line: String) throws {
    #expect(try run(line).end == .exit(code))
  }

  @Test func `signals`() throws {
    #expect(try run("kill -SEGV $$").end == .signal(SIGSEGV))
    // What this program does about it is not handed on.
    #expect(try run("kill -PIPE $$").end == .signal(SIGPIPE))
  }

  /// Whether a process works on; one that nobody has waited for yet is no more than a number.
  private func isAlive(_ id: String) -> Bool {
    let path = "/proc/\(id.trimmingCharacters(in: .whitespacesAndNewlines))/stat"
    let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return !status.isEmpty && !status.contains(") Z ")
  }

  @Test(arguments: [
    "sleep 60", "trap '' TERM; sleep 60; sleep 60", "kill -STOP $$", "cat; sleep 60",
  ])
  func `what takes too long is stopped, with all that it started`(_ line: String) throws {
    let folder = TemporaryFolder()
    let outcome = try run(
      "sleep 60 & echo $! > '\(folder.file("id"))'; echo said >&2; \(line)", Array("x\n".utf8),
      timeLimit: 1)
    #expect(outcome.end == .timeOver(isHeldOpen: false))
    #expect(outcome.seconds < 20)
    #expect(outcome.messages.text.hasPrefix("said\n"))
    #expect(folder.text("id") != "")
    // A signal takes a moment to be heard.
    for _ in 0..<500 where isAlive(folder.text("id")) { usleep(10_000) }
    #expect(!isAlive(folder.text("id")))
  }

  @Test func `what is left behind with the output in its hands is told`() throws {
    let outcome = try run("sleep 60 & echo x", timeLimit: 0.5)
    #expect(outcome.end == .timeOver(isHeldOpen: true))
    #expect(outcome.seconds < 20)
  }

  @Test func `what is left behind without is ended with the program`() throws {
    let folder = TemporaryFolder()
    let outcome = try run(
      "sleep 60 > /dev/null 2>&1 & echo $! > '\(folder.file("id"))'; echo x")
    #expect(outcome.end == .exit(0))
    #expect(outcome.lines == ["x"])
    #expect(folder.text("id") != "")
    // A signal takes a moment to be heard.
    for _ in 0..<500 where isAlive(folder.text("id")) { usleep(10_000) }
    #expect(!isAlive(folder.text("id")))
  }

  @Test func `a flood of lines is stopped at the first that is refused`() throws {
    let outcome = try run("echo a; echo b >&2; yes", refuse: "y")
    #expect(outcome.end == .refused(line: 2, message: "refused"))
    #expect(outcome.lines == ["a", "y"])
    #expect(outcome.messages.text.hasPrefix("b\n"))
  }

  @Test func `a last line without an end counts where the program ended well`() throws {
    #expect(try run("printf 'a\\nb'").lines == ["a", "b"])
    #expect(try run("printf 'a\\nb'", refuse: "b").end == .refused(line: 2, message: "refused"))
    let failed = try run("printf 'a\\nb'; exit 1", refuse: "b")
    #expect(failed.end == .exit(1))
    #expect(failed.lines == ["a"])
  }

  @Test func `a line without end is not kept`() throws {
    let outcome = try run("tr '\\000' x < /dev/zero", lineLimit: 100_000)
    #expect(
      outcome.end == .refused(line: 1, message: "the line is longer than 100000 bytes"))
    #expect(try run("printf '12345\\n123456\\n'", lineLimit: 5).lines == ["12345"])
  }

  @Test func `variables are set or set otherwise`() throws {
    let outcome = try run(
      "echo \"$COTEJO_TEST_A/$HOME\"", variables: ["COTEJO_TEST_A=b=c", "HOME=/nowhere"])
    #expect(outcome.lines == ["b=c//nowhere"])
    #expect(try run("env | grep -c '^HOME='", variables: ["HOME=x"]).lines == ["1"])
  }

  @Test func `a program starts without descriptors of this one`() throws {
    let outcome = try run("ls /proc/self/fd | sort -n | head -c 6")
    #expect(outcome.lines.prefix(3) == ["0", "1", "2"])
    // Many at once: none may hold the input of another open.
    DispatchQueue.concurrentPerform(iterations: 40) { number in
      let outcome = try? run("cat; echo \(number)", Array("x\n".utf8), timeLimit: 60)
      #expect(outcome?.lines == ["x", "\(number)"])
    }
  }

  @Test func `what has no shebang line cannot be started`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("\u{1}\u{2}\u{3}", to: "program")
    chmod(path, 0o755)
    let exchange = ProgramExchange(
      program: try Program(.list([path]), variables: []), input: [], timeLimit: .seconds(5),
      lineLimit: 100)
    var messages = ProgramMessages()
    #expect(exchange.run(&messages) { _ in nil } == .notStarted(ENOEXEC))
  }

  @Test func `a task that is cancelled stops its program`() async throws {
    // Other tests may hold all threads for some time, so nothing is said of how long this takes.
    let task = Task.detached { try run("sleep 900", timeLimit: 800).end }
    try await Task.sleep(for: .milliseconds(300))
    task.cancel()
    #expect(try await task.value == .interrupted)
  }
}
