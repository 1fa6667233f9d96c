import Foundation
import Testing

/// `cotejo run` and `cotejo trace` with many transcripts.
struct IndexedTranscriptsTests {
  private static let pipeline = """
    cotejo: 1
    name: many
    languages: {source: es, target: en}
    inputs:
      press: {corpus: ., roles: {en: "articles/{stem}.txt"}, transcripts: "talks/{day}.txt"}
    stages:
      - uses: normalize
      - uses: segment
      - uses: quotes
      - uses: trace
      - {uses: export, with: {to: pairs.tsv}}

    """

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    for number in 0..<14 {
      try workspace.write(
        "ANA RUIZ: En el centro no hay nada para los \(number) alcaldes.\n",
        to: "talks/\(number + 10).txt")
    }
    try workspace.write(
      "MARCELA IBARRA: Señores, las campanas viejas se van a vender en la plaza.\n",
      to: "talks/90.txt")
    try workspace.write(
      "“The old bells will be sold in the square,” Marcela Ibarra said.\n", to: "articles/a.txt")
    try workspace.write(Self.pipeline, to: "p.yml")
    return workspace
  }

  private func command(
    _ workspace: Workspace, _ arguments: String..., cache: String = "cache"
  ) throws -> Command.Result {
    try Command.run(
      arguments, in: workspace.path, setting: ["XDG_CACHE_HOME": "\(workspace.path)/\(cache)"])
  }

  @Test func `a run and the command find the same, and keep their indices in the user's cache`()
    throws
  {
    let workspace = try workspace()
    let run = try command(workspace, "run", "p.yml", "--output", "out", "--jobs", "3")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(workspace.files(in: "cache/cotejo/transcripts").count == 1)
    let trace = try command(
      workspace, "trace", "--from", "es", "--to", "en", "--transcript", "talks", "--format", "tsv",
      "articles/a.txt")
    #expect(trace.status == 0 && trace.errors.isEmpty, "\(trace.errors)")
    #expect(try workspace.text("out/pairs.tsv") == trace.output)
    #expect(trace.output.contains("\ttalks/90.txt\t"), "\(trace.output)")
    #expect(workspace.files(in: "cache/cotejo/transcripts").count == 2)
    #expect(workspace.files(in: "talks").count == 15)
  }

  @Test func `a run that can keep no index says so and ends well`() throws {
    let workspace = try workspace()
    try workspace.write("x", to: "file")
    let run = try command(workspace, "run", "p.yml", "--output", "out", cache: "file")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix(".: note: the index cannot be kept: "), "\(run.errors)")
    #expect(try workspace.text("out/pairs.tsv").contains("talks/90.txt"))
  }

  @Test func `a damaged index costs a note`() throws {
    let workspace = try workspace()
    _ = try command(workspace, "run", "p.yml", "--output", "out")
    let pairs = try workspace.text("out/pairs.tsv")
    let name = try #require(workspace.files(in: "cache/cotejo/transcripts").first)
    try workspace.write("nonsense", to: "cache/cotejo/transcripts/\(name)")
    let run = try command(workspace, "run", "p.yml", "--output", "out")
    #expect(run.status == 0 && run.errors.contains("made anew"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try workspace.text("out/pairs.tsv") == pairs && !pairs.isEmpty)
    #expect(try command(workspace, "run", "p.yml", "--output", "out").errors.isEmpty)
  }
}
