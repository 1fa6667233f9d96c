import Foundation
import Testing

/// Documents that somebody writes to while a run reads the corpus.
@Suite(.serialized)
struct ChangedDocumentTests {
  /// Runs the pipeline and does something once the first documents have been read, long before the
  /// last are done.
  private func run(
    _ workspace: Workspace, whileRunning body: () throws -> Void
  ) throws -> Command.Result {
    let run = try workspace.startTrial("out", "--cache", "cache", "--jobs", "1")
    workspace.wait { !run.process.isRunning || workspace.size(of: "cache/results") > 16 << 10 }
    try body()
    return Command.finish(run.process, run.output, run.errors)
  }

  private func workspace(_ pipeline: String) throws -> Workspace {
    try TrialCorpus.workspace(pairs: 120, paragraphs: 4, pipeline: pipeline)
  }

  // With 'learn' every document is read more than once.
  @Test(arguments: [
    (TrialCorpus.plain, "es/d0.txt"), (TrialCorpus.pipeline, "es/d0.txt"),
    (TrialCorpus.pipeline, "en/d99.txt"),
  ])
  func `a document that changes during the run is told, and nothing is written`(
    _ pipeline: String, _ document: String
  ) throws {
    let workspace = try workspace(pipeline)
    let result = try run(workspace) {
      try workspace.write("Una frase nueva. Another one.\n", to: "corpus/\(document)")
    }
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains("corpus/\(document)"), "\(result.errors)")
    #expect(result.errors.contains("changed while the run was reading the corpus; run again"))
    let left = try workspace.outputs(in: "out")
    #expect(left.files.isEmpty && left.temporaries.isEmpty)
    #expect(try workspace.trial("out", "--cache", "cache").status == 0)
    #expect(try workspace.trial("fresh", "--no-cache").status == 0)
    let resumed = try workspace.outputs(in: "out")
    #expect(resumed.differences(from: try workspace.outputs(in: "fresh")) == [])
  }

  @Test func `a document that goes away during the run is told`() throws {
    let workspace = try workspace(TrialCorpus.plain)
    let result = try run(workspace) {
      try FileManager.default.removeItem(atPath: "\(workspace.path)/corpus/es/d0.txt")
    }
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains("corpus/es/d0.txt"), "\(result.errors)")
    #expect(try workspace.outputs(in: "out").files.isEmpty)
  }

  @Test func `a document that is written anew with the same bytes is no other`() throws {
    let workspace = try workspace(TrialCorpus.plain)
    let result = try run(workspace) {
      try workspace.write(workspace.data("corpus/es/d0.txt"), to: "corpus/es/d0.txt")
    }
    #expect(result.status == 0, "\(result.errors)")
    #expect(try workspace.outputs(in: "out").isComplete)
  }
}
