import Foundation
import Testing

/// Runs whose disks are full, or not to be written to.
@Suite(.serialized)
struct UnwritableRunTests {
  private func workspace() throws -> Workspace {
    try TrialCorpus.workspace(pairs: 60, paragraphs: 3)
  }

  /// The output as it must be.
  private func whole(_ workspace: Workspace) throws -> RunFolder {
    let result = try workspace.trial("whole", "--no-cache")
    #expect(result.status == 0, "\(result.errors)")
    return try workspace.outputs(in: "whole")
  }

  // The first is full when files are opened, the last when the manifest is written.
  @Test(.enabled(if: SmallDisk.isAvailable, "only root may mount a disk"), arguments: [4, 32, 100])
  func `a full disk under the output ends the run, which goes on when there is room`(
    _ kilobytes: Int
  ) throws {
    let workspace = try workspace()
    let whole = try whole(workspace)
    let disk = try #require(SmallDisk(at: "\(workspace.path)/disk", kilobytes: kilobytes))
    let result = try workspace.trial("disk/out", "--cache", "cache")
    #expect(result.status == 4, "\(result.errors)")
    #expect(result.errors.hasPrefix("disk/out"), "\(result.errors)")
    #expect(result.errors.contains("No space left on device"), "\(result.errors)")
    let left = try workspace.outputs(in: "disk/out")
    #expect(left.files.isEmpty && left.temporaries.isEmpty)
    try #require(disk.change("size=8m"))
    let resumed = try workspace.trial("disk/out", "--cache", "cache")
    #expect(resumed.status == 0, "\(resumed.errors)")
    let outputs = try workspace.outputs(in: "disk/out")
    #expect(outputs.differences(from: whole) == [])
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "only root may mount a disk"))
  func `a full disk leaves what an earlier run wrote as it was`() throws {
    let workspace = try workspace()
    let disk = try #require(SmallDisk(at: "\(workspace.path)/disk", kilobytes: 4096))
    let first = try workspace.trial("disk/out", "--no-cache", "--set", "filter.minimumWords=5")
    #expect(first.status == 0, "\(first.errors)")
    let earlier = try workspace.outputs(in: "disk/out")
    let bytes = earlier.files.values.reduce(0) { $0 + $1.count }
    // Room for what is there, and hardly more.
    try #require(disk.change("size=\(bytes / 1024 + 60)k"))
    let result = try workspace.trial("disk/out", "--no-cache")
    #expect(result.status == 4, "\(result.errors)")
    #expect(try workspace.outputs(in: "disk/out").differences(from: earlier) == [])
    #expect(try workspace.outputs(in: "disk/out").temporaries == [])
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "only root may mount a disk"), arguments: [4, 8])
  func `a full disk under the cache costs a notice, no result`(_ kilobytes: Int) throws {
    let workspace = try workspace()
    let whole = try whole(workspace)
    let disk = try #require(SmallDisk(at: "\(workspace.path)/disk", kilobytes: kilobytes))
    let result = try workspace.trial("out", "--cache", "disk/cache")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.errors.contains("notice: results cannot be stored: No space left on device"),
      "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(try workspace.outputs(in: "out").differences(from: whole) == [])
    try #require(disk.change("size=8m"))
    for output in ["again", "once-more"] {
      let next = try workspace.trial(output, "--cache", "disk/cache")
      #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
      #expect(try workspace.outputs(in: output).differences(from: whole) == [])
    }
    #expect(try workspace.outputs(in: "once-more").stored["filter"] == 60)
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "only root may mount a disk"))
  func `folders that may only be read`() throws {
    let workspace = try workspace()
    let whole = try whole(workspace)
    let disk = try #require(SmallDisk(at: "\(workspace.path)/disk", kilobytes: 4096))
    _ = try workspace.trial("disk/out", "--cache", "disk/cache", "--until", "segment")
    try #require(disk.change("ro"))
    let output = try workspace.trial("disk/out", "--no-cache")
    #expect(output.status == 4)
    #expect(output.errors.hasPrefix("disk/out/"), "\(output.errors)")
    #expect(output.errors.hasSuffix(": cannot be written: Read-only file system\n"))
    let cache = try workspace.trial("out", "--cache", "disk/cache")
    #expect(cache.status == 0, "\(cache.errors)")
    #expect(
      cache.errors.contains("notice: results cannot be stored: Read-only file system"),
      "\(cache.errors)")
    #expect(try workspace.outputs(in: "out").differences(from: whole) == [])
    // What is there is of use all the same.
    #expect(try workspace.outputs(in: "out").stored["segment"] == 60)
  }

  /// Everywhere: a limit on the size of single files, as a quota may set it.
  @Test(arguments: [8, 24]) func `files that must not grow`(_ kilobytes: Int) throws {
    let workspace = try workspace()
    let whole = try whole(workspace)
    func limited(_ arguments: String) throws -> Command.Result {
      // A shell counts blocks of 512 or of 1,024 bytes. The signal would end the program.
      let script =
        "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" run trial.yml --quiet \(arguments)"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", script, Command.path]
      process.currentDirectoryURL = URL(fileURLWithPath: workspace.path)
      let errors = "\(workspace.path)/errors"
      try Data().write(to: URL(fileURLWithPath: errors))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
      try process.run()
      process.waitUntilExit()
      return Command.Result(
        status: process.terminationStatus, output: "", errors: try workspace.text("errors"))
    }
    let result = try limited("--output out --cache cache")
    #expect(result.status == 4, "\(result.errors)")
    #expect(result.errors.contains(": cannot be written: File too large"), "\(result.errors)")
    let left = try workspace.outputs(in: "out")
    #expect(left.files.isEmpty && left.temporaries.isEmpty)
    let resumed = try workspace.trial("out", "--cache", "cache")
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try workspace.outputs(in: "out").differences(from: whole) == [])
  }
}
