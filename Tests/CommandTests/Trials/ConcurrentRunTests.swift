import Foundation
import Testing

/// The same bytes however a run is done, and whoever else runs.
struct ConcurrentRunTests {
  @Test func `any number of jobs and little memory, cold and warm, give the same bytes`() throws {
    let workspace = try TrialCorpus.workspace(pairs: 40, paragraphs: 2)
    _ = try workspace.trial("whole", "--no-cache", "--jobs", "1")
    let whole = try workspace.outputs(in: "whole")
    #expect(whole.isComplete)
    for options in [
      ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "5"], ["--jobs", "2", "--memory", "1M"],
    ] {
      let name = options.joined()
      for (folder, kind) in [("cold", "cache\(name)"), ("warm", "cache\(name)"), ("none", "")] {
        let cache = kind.isEmpty ? ["--no-cache"] : ["--cache", kind]
        let run = try Command.run(
          ["run", "trial.yml", "--quiet", "--output", "\(folder)\(name)"] + options + cache,
          in: workspace.path)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let outputs = try workspace.outputs(in: "\(folder)\(name)")
        #expect(outputs.differences(from: whole) == [], "\(folder) \(options)")
      }
    }
  }

  @Test(arguments: [true, false]) func `runs at once share a cache`(_ ownFolders: Bool) throws {
    let workspace = try TrialCorpus.workspace(pairs: 60)
    _ = try workspace.trial("whole", "--no-cache")
    let whole = try workspace.outputs(in: "whole")
    // Some share their output folder as well: whoever is last, all put the same in place.
    let runs = try (0..<3).map { number in
      try workspace.startTrial(
        ownFolders ? "out-\(number)" : "out", "--cache", "cache", "--jobs", String(1 + number))
    }
    for run in runs {
      let result = Command.finish(run.process, run.output, run.errors)
      #expect(result.status == 0, "\(result.errors)")
    }
    for number in 0..<(ownFolders ? 3 : 1) {
      let outputs = try workspace.outputs(in: ownFolders ? "out-\(number)" : "out")
      #expect(outputs.differences(from: whole) == [] && outputs.temporaries == [])
    }
    let next = try workspace.trial("next", "--cache", "cache")
    #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
    let outputs = try workspace.outputs(in: "next")
    #expect(outputs.differences(from: whole) == [])
    #expect(outputs.stored["align"] == 60)
  }
}
