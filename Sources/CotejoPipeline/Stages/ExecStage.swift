internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Hands the beads of each pair to a program and goes by what it gives back: a score, a rejection.
///
/// The program is run once for each pair that has beads, in the working directory. It reads records
/// from its standard input (see `BeadRecords`) and writes those of the beads that go on to its
/// standard output. It may change scores; texts and places it may not. Whatever else it does — an exit
/// code other than 0, a line that is no record, a bead that was not sent — sends the pair to
/// quarantine.
///
/// The result of a pair is kept as those of other stages are. The stage runs anew when the records,
/// the command, the program, or a file that one of its arguments names have changed; `version` is for
/// what cannot be seen.
struct ExecStage: DocumentStage {
  static let name = "exec"
  static let version = 1
  static let summary = "hands beads to a program, which scores them or rejects them"
  static let reads = Material.beads
  static let writes = Material.beads
  static let changes = [PairPart.scores, .rejections, .messages]

  static let command = Parameter<Program.Command>.command(
    "command", "the program and its arguments; with 'shell', one line for /bin/sh")
  static let shell = Parameter<Bool>.boolean(
    "shell", default: false, "whether the command is a line for the shell")
  static let timeLimit = Parameter<Double>.number(
    "timeLimit", in: 0.001...1_000_000, default: 60,
    "the most seconds that the program may take for a pair of documents")
  static let retries = Parameter<Int>.integer(
    "retries", in: 0...100, default: 0,
    "how many times a program is run again that failed or took too long, after 0.1, 0.2, 0.4 … s")
  static let environment = Parameter<[String]>.texts(
    "environment", "variables for the program beside those of cotejo, each as NAME=value")
  static let programVersion = Parameter<String?>.optionalText(
    "version", "any text; another one makes the stage run anew, for what its files do not tell")

  static let parameters = [
    command.declaration, shell.declaration, timeLimit.declaration, retries.declaration,
    environment.declaration, programVersion.declaration,
  ]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  func conflicts() -> [(parameter: String, message: String)] {
    var conflicts: [(parameter: String, message: String)] = []
    switch (values[Self.command], values[Self.shell]) {
    case (.shell, false):
      conflicts.append(
        ("command", "a text is a line for the shell: write a list of words, or 'shell: true',"))
    case (.list, true):
      conflicts.append(("command", "with 'shell: true', 'command' must be one text"))
    default: break
    }
    let variables = values[Self.environment]
    for variable in variables
    where !variable.utf8.dropFirst().contains(UInt8(ascii: "=")) || variable.utf8.first == 0x3D {
      conflicts.append(("environment", "'\(variable)' does not read NAME=value"))
    }
    return conflicts
  }

  /// The program that it runs.
  var key: ProgramKey {
    ProgramKey(command: values[Self.command], variables: values[Self.environment])
  }

  /// What a program is looked up by.
  struct ProgramKey: Hashable, Sendable {
    let command: Program.Command
    let variables: [String]
  }

  /// Looks its program up.
  ///
  /// - Throws: `configuration`, at the stage, for a program that cannot be found or run.
  func findProgram(_ id: String, at place: Place) throws(PipelineError) -> Program {
    do {
      return try Program(values[Self.command], variables: values[Self.environment])
    } catch {
      throw PipelineError(.configuration, at: place, "\(error.message) in stage '\(id)'")
    }
  }

  func dependencies(_ resources: StageResources) -> [String] {
    resources.program(of: key)?.fingerprints ?? []
  }

  /// The names of documents stand in the records.
  func dependencies(
    on pair: DocumentPair?, input: Int, _ resources: StageResources
  ) -> [String] {
    pair.map { [$0.source ?? "", $0.target] } ?? []
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    guard pair.remaining > 0 else { return }
    guard let program = resources.program(of: key) else {
      preconditionFailure("a stage runs a program that was not looked up for it")
    }
    var messages = ProgramMessages()
    defer { pair.note(messages.text, by: id) }
    let sent = BeadRecords(pair)
    var attempt = 0
    while true {
      var records = sent
      let exchange = ProgramExchange(
        program: program, input: sent.input, timeLimit: .seconds(values[Self.timeLimit]),
        lineLimit: sent.lineLimit)
      let end = exchange.run(&messages) { records.take($0) }
      if end == .exit(0) {
        apply(records, to: &pair, by: id)
        return
      }
      guard end.mayPass, attempt < values[Self.retries], Self.wait(before: attempt) else {
        throw DocumentFault(
          .exec, file: pair.pair.representative,
          message: message(of: end, program, id, attempts: attempt + 1, messages.lastWords))
      }
      attempt += 1
    }
  }

  private func apply(_ records: BeadRecords, to pair: inout PairState, by id: String) {
    var scores: [Int: Double] = [:]
    for (bead, _) in records.lines {
      scores[bead] = records.answers[bead]?.score
    }
    pair.score(scores)
    for (bead, _) in records.lines {
      guard let answer = records.answers[bead] else {
        pair.reject(bead, by: id, Self.name, "the program did not give it back")
        continue
      }
      if let reason = answer.reason { pair.reject(bead, by: id, reason, answer.detail) }
    }
  }

  /// Waits before a program is run again: 0.1 s, and twice as long each time, at most a minute.
  ///
  /// - Returns: Whether the run goes on.
  private static func wait(before attempt: Int) -> Bool {
    let clock = SuspendingClock()
    let end = clock.now.advanced(
      by: .seconds(attempt < 10 ? min(60, 0.1 * Double(1 << attempt)) : 60))
    while clock.now < end {
      if Task.isCancelled { return false }
      usleep(20_000)
    }
    return true
  }

  /// What went wrong, with the last that the program said.
  private func message(
    of end: ProgramEnd, _ program: Program, _ id: String, attempts: Int, _ lastWords: String
  ) -> String {
    var text = "the program '\(program.name)' of the stage '\(id)' "
    switch end {
    case .exit(let code): text += "ended with exit code \(code)"
    case .signal(let number): text += "was ended by signal \(number)"
    case .timeOver(isHeldOpen: false):
      text += "took more than \(Figure.text(values[Self.timeLimit])) s and was stopped"
    case .timeOver(isHeldOpen: true):
      text +=
        "has ended, but what it started held its output open for more than "
        + "\(Figure.text(values[Self.timeLimit])) s"
    case .refused(let line, let message):
      text += "wrote what cannot be used: line \(line): \(message)"
    case .interrupted: text += "was stopped with the run"
    case .notStarted(let number): text += "cannot be started: \(SystemCall.message(number))"
    }
    if attempts > 1 { text += " (tried \(attempts) times)" }
    guard !lastWords.isEmpty else { return text }
    return text + "; it said last:\n  "
      + lastWords.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
  }
}

extension ProgramEnd {
  /// Whether it may go otherwise the next time.
  fileprivate var mayPass: Bool {
    switch self {
    case .exit, .signal, .timeOver, .notStarted: true
    case .refused, .interrupted: false
    }
  }
}
