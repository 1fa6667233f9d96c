import CotejoPipeline
import CotejoText
import Foundation
import Testing

struct CleanCommandTests {
  private func key(_ number: Int) -> ResultKey {
    ResultKey(SHA256.hash(Array("result \(number)".utf8)))
  }

  /// A workspace whose cache holds ten results of 1,000 bytes.
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let store = try ResultStore(at: "\(workspace.path)/cache/results")
    for number in 0..<10 { store.add(key(number), [UInt8](repeating: 7, count: 1000)) }
    store.finish()
    return workspace
  }

  private func found(_ workspace: Workspace) throws -> Int {
    let store = try ResultStore(at: "\(workspace.path)/cache/results")
    return (0..<10).count { store.find(key($0)) != nil }
  }

  @Test func `without options it says what lies there and what would be freed`() throws {
    let workspace = try workspace()
    let result = try workspace.run("clean", "--cache", "cache")
    #expect(result.status == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "cache/results")
    #expect(lines[1].hasPrefix("  10 results, 11 kB in 1 file; last used "))
    #expect(lines[2] == "what would be freed:")
    #expect(lines.contains("  --older-than 7d   0 results, 0 bytes"))
    #expect(lines.last == "  --all             10 results, 11 kB")
    #expect(try found(workspace) == 10)
  }

  @Test func `drops by age, by size, or all, and says how much`() throws {
    let workspace = try workspace()
    let young = try workspace.run("clean", "--cache", "cache", "--older-than", "1h")
    #expect(young.output == "freed 0 bytes: 0 of 10 results\nleft: 10 results, 11 kB\n")
    let dry = try workspace.run(
      "clean", "--cache", "cache", "--maximum-size", "5.5kB", "--dry-run")
    #expect(
      dry.output == "would free 5.4 kB: 5 of 10 results\nwould leave 5 results, 5.4 kB\n")
    #expect(try found(workspace) == 10)
    let shrunk = try workspace.run("clean", "--cache", "cache", "--maximum-size", "5.5kB")
    #expect(shrunk.output == "freed 5.4 kB: 5 of 10 results\nleft: 5 results, 5.4 kB\n")
    #expect(try found(workspace) == 5)
    let all = try workspace.run("clean", "--cache", "cache", "--all")
    #expect(all.status == 0 && all.output.hasSuffix("left: 0 results, 0 bytes\n"))
    let none = try workspace.run("clean", "--cache", "cache")
    #expect(none.output == "cache/results: no results are kept there\n")
  }

  @Test func `finds the cache by the environment, and takes it as empty where there is none`()
    throws
  {
    let workspace = try workspace()
    let named = try Command.run(
      ["clean", "--all", "--dry-run"], in: workspace.path, setting: ["COTEJO_CACHE": "cache"])
    #expect(named.output.hasPrefix("would free 11 kB: 10 of 10 results\n"))
    let user = try Command.run(
      ["clean", "--all"], in: workspace.path,
      setting: ["COTEJO_CACHE": "", "XDG_CACHE_HOME": "\(workspace.path)/xdg"])
    #expect(
      user.status == 0 && user.output == "freed 0 bytes: 0 of 0 results\nleft: 0 results, 0 bytes\n"
    )
    #expect(!FileManager.default.fileExists(atPath: "\(workspace.path)/xdg"))
    #expect(try found(workspace) == 10)
  }

  @Test(arguments: [
    ["--older-than", "30"], ["--older-than", "-3d"], ["--older-than", "9999999999999999999d"],
    ["--older-than", "1.5d"], ["--maximum-size", "two"], ["--maximum-size", "-1"],
    ["--maximum-size", "nan"], ["--maximum-size", "1e99GB"], ["--maximum-size", "0x10"],
    ["--all", "--older-than", "3d"], ["--cache", ""], ["everything"],
  ])
  func `what it does not understand drops nothing`(arguments: [String]) throws {
    let workspace = try workspace()
    let result = try Command.run(
      ["clean", "--cache", "cache"] + arguments, in: workspace.path)
    #expect(result.status == 2)
    #expect(result.output.isEmpty && !result.errors.isEmpty)
    #expect(try found(workspace) == 10)
  }

  @Test func `a folder that is not there, or none, is an error`() throws {
    let workspace = try workspace()
    let missing = try workspace.run("clean", "--cache", "cahce", "--all")
    #expect(missing.status == 3 && missing.errors == "cahce: error: there is no such folder\n")
    try workspace.write("x", to: "other/results")
    let file = try workspace.run("clean", "--cache", "other", "--all")
    #expect(file.status == 4 && file.errors.contains("other/results: error: "))
  }

  @Test func `a pack that a run is adding to stays`() throws {
    let workspace = try workspace()
    let store = try ResultStore(at: "\(workspace.path)/cache/results")
    store.add(key(77), [1, 2, 3])
    let said = try workspace.run("clean", "--cache", "cache")
    #expect(said.output.contains("  of these running programs are adding 1 result, "))
    let result = try workspace.run("clean", "--cache", "cache", "--all")
    #expect(result.output.contains("10 of 11 results"))
    store.finish()
    #expect(try ResultStore(at: "\(workspace.path)/cache/results").find(key(77)) == [1, 2, 3])
  }
}
