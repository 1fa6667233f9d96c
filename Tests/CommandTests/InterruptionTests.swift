import Foundation
import Testing

/// Runs that are stopped leave no half-written file, under no name.
struct InterruptionTests {
  /// A run that takes some seconds, so that it can be stopped on the way.
  private func longWorkspace(pairs: Int = 150) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: pairs, paragraphs: 30)
    return workspace
  }

  @Test(arguments: [(SIGINT, 0.2), (SIGINT, 0.6), (SIGTERM, 0.2), (SIGTERM, 0.9)])
  func `a signal stops the run cleanly`(_ signal: Int32, _ delay: Double) throws {
    let workspace = try longWorkspace()
    let (process, output, errors) = try Command.start(
      ["run", "p.yml", "--output", "out"], in: workspace.path)
    // From the moment on that there is something to leave behind.
    let deadline = Date().addingTimeInterval(20)
    while workspace.files(in: "out").isEmpty, Date() < deadline { usleep(10_000) }
    usleep(UInt32(delay * 1_000_000))
    kill(process.processIdentifier, signal)
    let result = Command.finish(process, output, errors)
    #expect(result.status == 128 + signal)
    #expect(result.errors.contains("no file was left half-written"))
    #expect(workspace.files(in: "out") == [])
  }

  @Test func `what an earlier run wrote stays as it was`() throws {
    let workspace = try longWorkspace()
    try workspace.write("before", to: "out/pairs.tsv")
    let (process, output, errors) = try Command.start(
      ["run", "p.yml", "--output", "out"], in: workspace.path)
    let deadline = Date().addingTimeInterval(20)
    while workspace.files(in: "out").count < 2, Date() < deadline { usleep(10_000) }
    kill(process.processIdentifier, SIGINT)
    _ = Command.finish(process, output, errors)
    #expect(workspace.files(in: "out") == ["pairs.tsv"])
    #expect(try workspace.text("out/pairs.tsv") == "before")
  }

  @Test func `a signal that is ignored, as under nohup, stays ignored`() throws {
    let workspace = try longWorkspace(pairs: 8)
    let script = "trap '' HUP; exec \(Command.path) run p.yml --output out --quiet"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: workspace.path)
    try process.run()
    let deadline = Date().addingTimeInterval(20)
    while workspace.files(in: "out").isEmpty, Date() < deadline { usleep(10_000) }
    kill(process.processIdentifier, SIGHUP)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(workspace.files(in: "out").contains("manifest.json"))
  }
}
