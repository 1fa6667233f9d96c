import Foundation
import Testing

/// Runs of pipelines that hand beads to programs.
struct ExecRunTests {
  /// Scores each bead by its number, says so, and drops every third.
  private static let script = """
    while IFS= read -r line; do
      id=${line#*:}; id=${id%%,*}
      echo "bead $id" >&2
      case $((id % 3)) in
        0) echo "{\\"id\\":$id,\\"score\\":0.125}" ;;
        1) printf '%s\\n' "$line" ;;
        2) echo "{\\"id\\":$id,\\"reject\\":\\"third\\",\\"detail\\":\\"$id\\"}" ;;
      esac
    done

    """

  private static func pipeline(_ with: String) -> String {
    """
    cotejo: 1
    name: exec
    languages: {source: es, target: en}
    inputs:
      documents: {corpus: corpus}
    stages:
      - uses: segment
      - {uses: align, with: {lexicon: none}}
      - {uses: exec, id: score, with: {\(with)}}
      - {uses: export, with: {to: pairs.jsonl}}

    """
  }

  private func workspace(
    _ with: String = "command: [sh, score.sh]", pairs: Int = 6
  ) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: pairs)
    try workspace.write(Self.script, to: "score.sh")
    try workspace.write(Self.pipeline(with), to: "p.yml")
    return workspace
  }

  @Test func `the same bytes for any jobs, from the cache, and from shards`() throws {
    let workspace = try workspace()
    let cold = try workspace.run("run", "p.yml", "--output", "cold", "--jobs", "1")
    #expect(cold.status == 0, "\(cold.errors)")
    #expect(try workspace.text("cold/pairs.jsonl").contains(#""score":0.125"#))
    let rejected = try workspace.text("cold/rejected.jsonl")
    #expect(rejected.hasPrefix(#"{"stage":"score","reason":"third","detail":"2","pair":"#))
    let messages = try workspace.text("cold/messages.jsonl").split(separator: "\n")
    #expect(messages.count == 6)
    #expect(
      messages[0].hasPrefix(#"{"pair":"d0","stage":"score","text":"bead 0\nbead 1\n"#))
    let warm = try workspace.run("run", "p.yml", "--output", "warm", "--jobs", "4")
    #expect(warm.output.contains("6 from the cache"))
    let fresh = try workspace.run("run", "p.yml", "--output", "fresh", "--jobs", "4", "--no-cache")
    #expect(fresh.status == 0, "\(fresh.errors)")
    for shard in 1...2 {
      let part = try workspace.run(
        "run", "p.yml", "--output", "s\(shard)", "--shard", "\(shard)/2", "--no-cache")
      #expect(part.status == 0, "\(part.errors)")
    }
    let merged = try workspace.run("merge", "--output", "merged", "s2", "s1")
    #expect(merged.status == 0, "\(merged.errors)")
    for name in ["pairs.jsonl", "rejected.jsonl", "messages.jsonl"] {
      for folder in ["warm", "fresh", "merged"] {
        #expect(
          try workspace.data("\(folder)/\(name)") == workspace.data("cold/\(name)"), "\(folder)")
      }
    }
  }

  @Test func `another script makes its stage run anew, and no other`() throws {
    let workspace = try workspace("command: [sh, score.sh, 'a \\b', \"\\\"c \", d, e]")
    #expect(try workspace.run("run", "p.yml", "--output", "out").status == 0)
    let before = try workspace.text("out/pairs.jsonl")
    try workspace.write(Self.script.replacing("0.125", with: "0.25"), to: "score.sh")
    let plan = try workspace.run("plan", "p.yml", "--output", "out").output
    #expect(plan.contains("the program, or a file that its command names, changed"), "\(plan)")
    let result = try workspace.run("run", "p.yml", "--output", "out")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first { $0.contains("align") }?.contains("6 from the cache") == true)
    #expect(lines.first { $0.contains("score") }?.contains("from the cache") == false)
    #expect(try workspace.text("out/pairs.jsonl") == before.replacing("0.125", with: "0.25"))
  }

  @Test func `a document that a program fails on goes to quarantine, with its last words`() throws {
    let workspace = try workspace(
      "shell: true, command: 'tee copy | grep -q d3 && { echo no >&2; exit 7; }; cat copy'")
    // One after another, as they share a file.
    let result = try workspace.run("run", "p.yml", "--output", "out", "--jobs", "1")
    #expect(result.status == 3)
    #expect(
      result.errors.contains("corpus/es/d3.txt: error: the program 'sh' of the stage 'score'"))
    #expect(result.errors.contains("ended with exit code 7; it said last:\n  no\n"))
    let quarantine = try workspace.text("out/quarantine.jsonl").split(separator: "\n")
    #expect(quarantine.count == 1)
    #expect(quarantine[0].contains(#""stage":"score","error":"exec""#))
    #expect(
      try workspace.text("out/messages.jsonl")
        == #"{"pair":"d3","stage":"score","text":"no\n"}"# + "\n")
    // A fault is not kept: the next run asks again.
    try workspace.write(Self.pipeline("shell: true, command: cat"), to: "p.yml")
    #expect(try workspace.run("run", "p.yml", "--output", "out").status == 0)
  }

  @Test func `a program that is not there is told before any work`() throws {
    let workspace = try workspace("command: [./no-such-program]")
    for command in ["run", "plan"] {
      let result = try workspace.run(command, "p.yml", "--output", "out")
      #expect(result.status == 2)
      #expect(
        result.errors
          == "p.yml:9:5: error: the program './no-such-program' cannot be run: No such file or "
          + "directory in stage 'score'\n")
    }
    #expect(workspace.files(in: "out") == [])
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a run that is stopped leaves no program behind`(_ signal: Int32) throws {
    let workspace = try workspace(
      "shell: true, command: 'trap \"\" TERM INT; echo $$ > id.tmp; mv id.tmp id; sleep 60; cat'")
    let (process, output, errors) = try Command.start(
      ["run", "p.yml", "--output", "out", "--jobs", "1"], in: workspace.path)
    let deadline = Date().addingTimeInterval(30)
    while !workspace.files().contains("id"), Date() < deadline { usleep(10_000) }
    let id = try #require(
      pid_t(try workspace.text("id").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(id, 0) == 0)
    kill(process.processIdentifier, signal)
    #expect(Command.finish(process, output, errors).status == 128 + signal)
    // Whoever takes over orphans may take a moment; what is left until then is no more than a name.
    func isAlive() -> Bool {
      let status = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ""
      return !status.isEmpty && !status.contains(") Z ")
    }
    let end = Date().addingTimeInterval(10)
    while isAlive(), Date() < end { usleep(10_000) }
    #expect(!isAlive())
    #expect(workspace.files(in: "out") == [])
  }
}
