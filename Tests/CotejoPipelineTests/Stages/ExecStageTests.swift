import CotejoAlignment
import CotejoFormats
import CotejoQuotation
import CotejoTestSupport
import CotejoText
import Foundation
import Testing

@testable import CotejoPipeline

struct ExecStageTests {
  private static let lines = [
    ("Uno.", "One."), ("Dos \u{2028}y «tres».", "Two and “three”."), ("", "Four."),
    ("Cinco.", "Five."),
  ]

  private func state(score: Float = 0.87654) throws -> PairState {
    var state = try Pairs.aligned(Self.lines, score: score)
    state.reject(2, by: "filter", "oneSided", "")
    return state
  }

  @Test(arguments: ["cat", "cat >&2; exit 3", "tac"])
  func `a program that gives back what it gets changes nothing`(_ program: String) throws {
    let before = try state()
    var after = before
    if program.contains("exit") {
      // A pair that fails keeps what it had.
      #expect(throws: DocumentFault.self) { try Programs.run(program, on: &after) }
      #expect(after.messages.map(\.stage) == ["exec"])
    } else {
      try Programs.run(program, on: &after)
      #expect(after.messages == [])
    }
    #expect(after.differences(from: before).filter { $0 != "messages" } == [])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `cat changes nothing of any state`(_ seed: UInt64) throws {
    var states = RandomStates(seed: seed)
    guard let before = try states.changes().last?.after else { return }
    var after = before
    try Programs.run(.texts(["cat"]), on: &after)
    #expect(after.differences(from: before) == [])
  }

  @Test func `what does not come back goes no further`() throws {
    var state = try state()
    try Programs.run("grep -v Five; echo seen >&2", on: &state)
    #expect(Pairs.reasons(state) == [nil, nil, "oneSided", "exec"])
    #expect(state.rejections[3]?.stage == "exec")
    #expect(state.rejections[3]?.detail == "the program did not give it back")
    #expect(state.remaining == 2)
    #expect(state.messages == [PairState.Message(stage: "exec", text: "seen\n")])
    try Programs.run("true", on: &state)
    #expect(state.remaining == 0)
    // Nothing is left to be asked about.
    try Programs.run("exit 1", on: &state)
  }

  @Test func `a program may score and reject, with its own reasons`() throws {
    var state = try state()
    state.renderUnits()
    try Programs.run(
      """
      sed -e 's/.*Five.*/{"id":3,"reject":"añejo","detail":"de 1999"}/' \
          -e 's/^{"id":0.*/{"id":0,"score":0.25}/'
      """, on: &state)
    #expect(Pairs.reasons(state) == [nil, nil, "oneSided", "añejo"])
    #expect(state.rejections[3]?.detail == "de 1999")
    #expect(state.beads.map(\.score) == [0.25, 0.87654, 0.87654, 0.87654])
    // What an earlier export had rendered has the old score.
    state.renderUnits()
    #expect(state.units.map { $0?.score } == [0.25, Double(Float(0.87654)), nil, nil])
  }

  @Test func `a quotation is scored, and stays found`() throws {
    var state = try Pairs.pair("Buenos días a todos.", "“Good morning to all,” she said.")
    for stage in [SegmentStage.self, QuotesStage.self] as [any DocumentStage.Type] {
      try Pairs.run(stage, on: &state)
    }
    let quotation = try #require(state.quoted?.quotations.first)
    var trace = Trace(quotation: quotation)
    trace.sources = [Trace.Source(transcript: 0, span: TextSpan(0, 12))]
    (trace.isFound, trace.confidence) = (true, 0.8)
    state.join(
      TracedQuotations(traces: [trace], transcripts: [("es/p0.txt", state.source.text)]))
    try Programs.run(#"grep -q 'Buenos días"' && echo '{"id":0,"score":0.125}'"#, on: &state)
    #expect(state.traced?.traces.map(\.confidence) == [0.125])
    #expect(state.traced?.traces.map(\.isFound) == [true])
  }

  @Test(arguments: [
    ("exit 3", "ended with exit code 3"), ("kill -9 $$", "was ended by signal 9"),
    ("echo oh no >&2; exit 1", "ended with exit code 1; it said last:\n  oh no"),
    ("echo x", "wrote what cannot be used: line 1: this is no JSON object (byte 0 of the line)"),
    ("head -n 1; printf '{\"id\":3'", "line 2: '}' is missing"),
    ("cat; echo '{\"id\":1}'", "line 4: the bead 1 comes a second time"),
    ("cat; echo '{\"id\":2}'", "line 4: no bead 2 was sent"),
    ("sed s/Five/Six/", "line 3: 'target' of the bead 3 is not what was sent"),
    ("tr '\\n' ' '", "line 1: something stands behind the value"),
    ("iconv -f utf-8 -t utf-16", "line 1: the line is not valid UTF-8"),
    ("tr '\\000' x < /dev/zero", "line 1: the line is longer than"), ("yes", "line 1: this is no"),
  ])
  func `what goes wrong is a fault of the document`(_ line: String, _ expected: String) throws {
    let fault = try Programs.fault(line, on: state())
    #expect(fault?.code == .exec)
    #expect(fault?.file == "es/p0.txt")
    let message = fault?.message ?? "none"
    #expect(message.hasPrefix("the program 'sh' of the stage 'exec' "), "\(message)")
    #expect(message.contains(expected), "\(message)")
  }

  @Test func `a program that hangs is stopped`() throws {
    let fault = try Programs.fault("sleep 60", ["timeLimit": .number(0.2)], on: state())
    #expect(
      fault?.message == "the program 'sh' of the stage 'exec' took more than 0.2 s and was stopped")
  }

  @Test func `a program that fails is tried again, one that writes nonsense is not`() throws {
    let folder = TemporaryFolder()
    let count = folder.file("count")
    func tries() -> Int { folder.bytes("count").count }
    let flaky = "printf x >> '\(count)'; test $(wc -c < '\(count)') -ge 3 && cat || exit 9"
    var state = try state()
    try Programs.run(flaky, ["retries": .integer(2)], on: &state)
    #expect(state.remaining == 3)
    #expect(tries() == 3)
    folder.write("", to: "count")
    let fault = try Programs.fault(flaky, ["retries": .integer(1)], on: state)
    #expect(fault?.message.hasSuffix("ended with exit code 9 (tried 2 times)") == true)
    #expect(tries() == 2)
    folder.write("", to: "count")
    let nonsense = try Programs.fault(
      "printf x | tee -a '\(count)'", ["retries": .integer(3)], on: state)
    #expect(nonsense?.code == .exec)
    #expect(tries() == 1)
  }

  @Test func `many beads and much text`() throws {
    let long = String(repeating: "palabra “larga” \u{85}", count: 200)
    var state = try Pairs.aligned((0..<1500).map { ("\($0) \(long)", "\($0) \(long)") })
    let program = """
      import json, sys
      for line in sys.stdin:
          record = json.loads(line)
          record["score"] = record["id"] / 2000
          if record["id"] % 5 == 0: record = {"id": record["id"], "reject": "fifth"}
          print(json.dumps(record))
      """
    let folder = TemporaryFolder()
    let path = folder.write(program, to: "score.py")
    try Programs.run(.texts(["python3", path]), on: &state)
    #expect(state.remaining == 1200)
    #expect(state.beads[7].score == 0.0035)
    #expect(state.beads[10].score == 0.9)
    #expect(Pairs.reasons(state)[10] == "fifth")
  }

  @Test(arguments: [
    ("command: cat", "'command' a text"), ("command: [], shell: false", "a list of texts"),
    ("command: [cat], shell: true", "with 'shell: true', 'command' must be one text"),
    ("command: [cat, [x]]", "and this is a list with a list"),
    ("command: [cat, ~]", "and this is a list with nothing"), ("command: {a: b}", "a mapping"),
    ("command: ''", "a list of texts, or one text"), ("shell: true", "needs 'command'"),
    ("command: [cat], environment: [A]", "'A' does not read NAME=value"),
    ("command: [cat], environment: ['=x']", "'=x' does not read NAME=value"),
    ("command: [cat], environment: A=b", "must be a list of texts"),
    ("command: [cat], timeLimit: 0", "a number from 0.001"),
    ("command: [cat], retries: -1", "a whole number from 0 to 100"),
    ("command: [cat], timelimit: 3", "did you mean 'timeLimit'?"),
  ])
  func `what cannot be a command is told`(_ parameters: String, _ expected: String) {
    let reading = Plans.reading(stages: [
      "uses: segment", "uses: align", "uses: exec, with: {\(parameters)}",
    ])
    let messages = reading.problems.map(\.message)
    let text = expected.replacing("'command' a text", with: "a text is a line for the shell")
    #expect(messages.contains { $0.contains(text) }, "\(messages)")
  }

  @Test func `commands are read as they are written`() throws {
    let reading = Plans.reading(stages: [
      "uses: segment", "uses: align",
      "uses: exec, with: {command: [python3, a b.py, --threshold, 0.50, '', true, \"\\u2028\"]}",
      "uses: exec, id: line, with: {command: 'sort | uniq', shell: true, version: 1.10}",
      "uses: exec, id: set, with: {command: [env], environment: [A=b, 'C=']}",
    ])
    let stages = try #require(reading.plan, "\(reading.problems)").stages.map(\.stage)
    let words = ["python3", "a b.py", "--threshold", "0.50", "", "true", "\u{2028}"]
    #expect(stages[2].values[ExecStage.command] == .list(words))
    #expect(stages[3].values[ExecStage.command] == .shell("sort | uniq"))
    #expect(stages[3].values[ExecStage.programVersion] == "1.10")
    #expect(stages[4].values[ExecStage.environment] == ["A=b", "C="])
    let shown = Dictionary(
      uniqueKeysWithValues: stages[2].values.sorted.map { ($0.name, $0.value.description) })
    #expect(
      shown["command"] == #"["python3","a b.py","--threshold","0.50","","true","\u2028"]"#)
  }

  @Test func `a program that cannot be found is an error before any work`() throws {
    let reading = Plans.reading(stages: [
      "uses: segment", "uses: align", "uses: exec, id: score, with: {command: [no-such-program-7]}",
    ])
    let plan = try #require(reading.plan)
    let error = #expect(throws: PipelineError.self) { try StageResources(plan, plan.stages) }
    #expect(error?.code == .configuration)
    #expect(
      error?.description
        == "p.yml:8:5: error: the program 'no-such-program-7' is in no folder of PATH in stage 'score'"
    )
  }

  @Test func `the result depends on command, program, version and the names of documents`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("cat", to: "a.sh")
    func print(_ words: [String], _ values: [String: ParameterValue] = [:]) throws -> String {
      let stage = Programs.stage(.texts(words), values)
      return stage.fingerprint(dependencies: stage.dependencies(try Programs.resources(stage)))
    }
    let first = try print(["sh", path])
    #expect(try print(["sh", path]) == first)
    #expect(try print(["sh", path, ""]) != first)
    #expect(try print(["sh", path], ["version": .text("2")]) != first)
    #expect(try print(["sh", path], ["environment": .texts(["A=b"])]) != first)
    folder.write("cat ", to: "a.sh")
    #expect(try print(["sh", path]) != first)
    let stage = Programs.stage(.texts(["cat"]))
    let resources = try Programs.resources(stage)
    let state = try state()
    #expect(
      stage.dependencies(on: state.pair, input: 0, resources) == ["es/p0.txt", "en/p0.txt"])
  }
}
