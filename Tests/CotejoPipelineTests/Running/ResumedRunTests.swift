import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// Runs that take what earlier ones have made.
struct ResumedRunTests {
  @Test func `what changed nothing is not done again, and its files are left alone`() async throws {
    let small = SmallRun()
    let first = try await small.run()
    #expect(first.stored.isEmpty)
    #expect(!first.isUnchanged)
    let again = try await small.run()
    #expect(again.isUnchanged)
    #expect(again.stages.map(\.output) == first.stages.map(\.output))
    #expect(again.stages.map(\.rejected) == first.stages.map(\.rejected))
    #expect(again.metrics == first.metrics)
    #expect(again.files == first.files)
    #expect(again.stages.last?.visitor?.written == first.stages.last?.visitor?.written)
  }

  @Test(arguments: ["pairs.tsv", "rejected.jsonl", "manifest.json"])
  func `a file that is not as it was left is made again`(_ file: String) async throws {
    let small = SmallRun()
    _ = try await small.run()
    let manifest = small.manifest()
    let bytes = small.folder.bytes("out/\(file)")
    small.folder.write(bytes.dropLast() + [0x21], to: "out/\(file)")
    let again = try await small.run()
    #expect(!again.isUnchanged)
    #expect(again.stored == ["segment": 6, "align": 6, "filter": 6])
    #expect(small.manifest() == manifest)
    if file != "manifest.json" { #expect(small.folder.bytes("out/\(file)") == bytes) }
  }

  @Test func `a changed parameter runs its stage and those behind it`() async throws {
    let small = SmallRun()
    _ = try await small.run()
    var stages = SmallRun.stages
    stages[2] = "uses: filter, with: {minimumScore: 0.02}"
    let report = try await small.run(SmallRun.pipeline(stages))
    #expect(report.stored == ["segment": 6, "align": 6])
  }

  @Test func `names, comments and other folders run nothing`() async throws {
    let small = SmallRun()
    _ = try await small.run()
    let kept = ["segment": 6, "align": 6, "filter": 6]
    #expect(try await small.run(output: "elsewhere").stored == kept)
    let text =
      "# A comment.\n"
      + SmallRun.pipeline(SmallRun.stages)
      .replacing(
        "uses: filter, with: {minimumScore: 0.01}",
        with: "with: {minimumScore: 1.0e-2}, uses: filter")
    #expect(try await small.run(text, output: "comment").stored == kept)
    var stages = SmallRun.stages
    stages[1] += ", id: joined"
    let renamed = try await small.run(SmallRun.pipeline(stages), output: "renamed")
    #expect(renamed.stored == ["segment": 6, "joined": 6, "filter": 6])
    for side in ["es", "en"] {
      for number in 0..<6 {
        small.folder.write(
          small.folder.bytes("corpus/\(side)/d\(number).txt"), to: "moved/\(side)/e\(number).txt")
      }
    }
    #expect(try await small.run(corpus: "moved", output: "moved-out").stored == kept)
    let names = small.folder.text("moved-out/manifest.json")
    #expect(names.contains("es/e3.txt") && !names.contains("es/d3.txt"))
  }

  @Test func `one changed document runs alone`() async throws {
    let small = SmallRun()
    _ = try await small.run()
    small.folder.write("El 3 de abril llegó Ana.\n", to: "corpus/es/d3.txt")
    let report = try await small.run()
    #expect(report.stored == ["segment": 5, "align": 5, "filter": 5])
    let fresh = try await small.run(output: "fresh", cache: nil)
    #expect(fresh.stored.isEmpty)
    #expect(small.folder.bytes("out/pairs.tsv") == small.folder.bytes("fresh/pairs.tsv"))
    #expect(small.manifest() == small.manifest("fresh"))
  }

  @Test func `what a barrier concluded is kept, for the same documents`() async throws {
    let small = SmallRun()
    var stages = SmallRun.stages
    stages.insert("uses: learn", at: 1)
    _ = try await small.run(SmallRun.pipeline(stages))
    var phases: Set<RunProgress.Phase> = []
    stages[3] = "uses: filter"
    _ = try await small.runner(SmallRun.pipeline(stages)).run { phases.insert($0.phase) }
    #expect(!phases.contains(.concluding(stage: "learn")))
    small.folder.write("On March 30 somebody came.\n", to: "corpus/en/d3.txt")
    phases = []
    _ = try await small.runner(SmallRun.pipeline(stages)).run { phases.insert($0.phase) }
    #expect(phases.contains(.concluding(stage: "learn")))
  }

  @Test func `a faulty document is looked at again`() async throws {
    let small = SmallRun()
    small.folder.write([0xFF, 0x41], to: "corpus/es/d2.txt")
    #expect(try await small.run().quarantined.count == 1)
    let again = try await small.run()
    #expect(!again.isUnchanged)
    #expect(again.quarantined.count == 1)
    #expect(again.stored == ["segment": 5, "align": 5, "filter": 5])
  }

  @Test func `a log tells what was done with each document`() async throws {
    let small = SmallRun(pairs: 3)
    small.folder.write([0xFF], to: "corpus/es/d1.txt")
    _ = try await small.run()
    small.folder.write("Otra cosa.\n", to: "corpus/es/d2.txt")
    var lines: [String] = []
    _ = try await small.runner().run({ _ in }, log: { lines.append($0.line) })
    #expect(lines.count == 3)
    #expect(lines[0] == "d0: from the cache segment, align, filter")
    #expect(lines[1].hasPrefix("d1: quarantine at read: is not valid UTF-8"))
    #expect(lines[2] == "d2: done segment, align, filter")
  }

  @Test func `the first fault can end the run`() async throws {
    let small = SmallRun()
    small.folder.write([0xFF, 0x41], to: "corpus/es/d2.txt")
    await #expect {
      _ = try await small.run { $0.failsFast = true }
    } throws: { error in
      let error = error as? PipelineError
      return error?.code == .corpus && error?.place.file.hasSuffix("es/d2.txt") == true
    }
    #expect(small.folder.names(in: "out").isEmpty)
  }

  @Test func `little memory and many jobs give the same bytes`() async throws {
    let small = SmallRun(pairs: 40)
    _ = try await small.run(output: "one", cache: nil) { $0.jobs = 1 }
    _ = try await small.run(output: "many", cache: nil) {
      $0.jobs = 7
      $0.memory = 1
    }
    #expect(small.folder.bytes("one/pairs.tsv") == small.folder.bytes("many/pairs.tsv"))
    #expect(small.manifest("one") == small.manifest("many"))
  }
}
