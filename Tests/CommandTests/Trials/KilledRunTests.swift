import Foundation
import Testing

/// A run that is ended at any instant loses nothing, and the next goes on from there.
@Suite(.serialized)
struct KilledRunTests {
  @Test(arguments: [SIGKILL, SIGTERM])
  func `ended at any instant and resumed, a run gives the same bytes`(_ signal: Int32) throws {
    // A release takes no time at all for short texts.
    let paragraphs = Trials.count < 100 ? 1 : 8
    let workspace = try TrialCorpus.workspace(pairs: 300, paragraphs: paragraphs)
    let start = Date()
    let undisturbed = try workspace.trial("whole", "--no-cache")
    let span = Date().timeIntervalSince(start)
    #expect(undisturbed.status == 0, "\(undisturbed.errors)")
    let whole = try workspace.outputs(in: "whole")
    #expect(try whole.faults() == [])
    // What stood there before: the output of a run with another parameter.
    _ = try workspace.trial("earlier", "--cache", "cache", "--set", "filter.minimumWords=5")
    let cacheSize = workspace.size(of: "cache/results")

    var ended = 0
    var taken = 0
    for (trial, instant) in Trials.instants(in: span, seed: 70 + UInt64(signal)).enumerated() {
      try? FileManager.default.removeItem(atPath: "\(workspace.path)/out")
      try? FileManager.default.removeItem(atPath: "\(workspace.path)/cache")
      if trial / 3 % 2 == 1 {
        try FileManager.default.copyItem(
          atPath: "\(workspace.path)/earlier", toPath: "\(workspace.path)/out")
      }
      let before = try workspace.outputs(in: "out")
      let run = try workspace.startTrial(
        "out", "--cache", "cache", "--jobs", String(1 + trial % 2))
      switch trial % 3 {
      case 0: usleep(UInt32(instant * 1_000_000))
      case 1:
        // However slow the machine is just now: when so much of the work is done.
        let done = Int(instant / span * Double(cacheSize))
        workspace.wait { !run.process.isRunning || workspace.size(of: "cache/results") > done }
      default:
        // While files are put in place: the first of them stands there, or the old manifest has gone.
        workspace.wait {
          let names = workspace.files(in: "out")
          return !run.process.isRunning
            || (before.isComplete
              ? !names.contains("manifest.json") : names.contains("pairs.tmx"))
        }
      }
      kill(run.process.processIdentifier, signal)
      let result = Command.finish(run.process, run.output, run.errors)
      let left = try workspace.outputs(in: "out")
      if result.status != 0 { ended += 1 }
      try check(left, result, signal, before: before, whole: whole)

      let resumed = try workspace.trial("out", "--cache", "cache", "--jobs", "2")
      #expect(resumed.status == 0, "trial \(trial): \(resumed.errors)")
      let outputs = try workspace.outputs(in: "out")
      #expect(outputs.differences(from: whole) == [], "trial \(trial), after \(instant) s")
      #expect(outputs.temporaries == [], "trial \(trial)")
      if result.status != 0, outputs.stored["align"] ?? 0 > 0 { taken += 1 }
    }
    #expect(ended > Trials.count / 3)
    #expect(taken > 0)
    // A release states its figures.
    if Trials.count >= 100 {
      print(
        "signal \(signal): \(Trials.count) trials, \(ended) ended, \(taken) went on behind 'align'")
    }
  }

  /// Whatever stands in the output folder of a run that was ended is whole.
  private func check(
    _ left: RunFolder, _ result: Command.Result, _ signal: Int32, before: RunFolder,
    whole: RunFolder
  ) throws {
    for (name, data) in left.files {
      #expect(data == before.files[name] || data == whole.files[name], "\(name)")
    }
    if left.isComplete {
      #expect(try left.faults() == [])
      #expect(left.differences(from: whole).isEmpty || left.differences(from: before).isEmpty)
    }
    guard signal == SIGTERM, result.status != 0 else { return }
    #expect(left.temporaries == [])
    // Before there is anything to clear up, the system ends it.
    guard result.status != SIGTERM else { return }
    #expect(result.status == 128 + SIGTERM)
    #expect(result.errors.contains("the same command goes on from here"), "\(result.errors)")
  }
}
