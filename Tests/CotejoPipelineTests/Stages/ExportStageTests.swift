import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct ExportStageTests {
  private func export(
    _ lines: [(source: String, target: String)], _ values: [String: ParameterValue],
    in folder: TemporaryFolder
  ) throws -> VisitorReport {
    let stage = Pairs.stage(ExportStage.self, values)
    let context = RunContext(
      folder: folder.path, source: try LanguageTag("es"), target: try LanguageTag("en"),
      version: "1.2.3")
    let visitor = try stage.visitor(as: "export", in: context)
    var state = try Pairs.aligned(lines)
    state.reject(0, by: "x", "y", "")
    stage.prepare(&state)
    try visitor.visit(&state, ())
    #expect(folder.names().allSatisfy { $0.hasPrefix(".") || $0 == "d" })
    return try visitor.finish()
  }

  @Test func `what goes on is written, in folders that are made`() throws {
    let folder = TemporaryFolder()
    let report = try export(
      [("no", "no"), ("sí", "yes"), ("a", "")], ["to": .text("d/e/p.tsv")], in: folder)
    #expect(report.files == ["d/e/p.tsv"])
    #expect(report.written == 2)
    #expect(
      folder.text("d/e/p.tsv").split(separator: "\n").first?.hasPrefix("sí\tyes\t") == true)
  }

  @Test func `a Moses pair leaves beads with an empty side out and counts them`() throws {
    let folder = TemporaryFolder()
    let report = try export(
      [("no", "no"), ("sí", "yes"), ("a", "")], ["to": .text("p"), "format": .text("moses")],
      in: folder)
    #expect(report.files == ["p.es", "p.en"])
    #expect(report.written == 1)
    #expect(report.leftOut == 1)
    #expect(folder.text("p.en") == "yes\n")
  }

  @Test func `the version of the program is in the TMX`() throws {
    let folder = TemporaryFolder()
    _ = try export([("no", "no"), ("sí", "yes")], ["to": .text("p.tmx")], in: folder)
    #expect(folder.text("p.tmx").contains("1.2.3"))
  }

  @Test func `a file in the way is told with its name`() throws {
    let folder = TemporaryFolder()
    folder.write("x", to: "d")
    #expect {
      _ = try export([("a", "b")], ["to": .text("d/p.tsv")], in: folder)
    } throws: { error in
      (error as? PipelineError)?.description
        == "\(folder.path)/d: error: the folder cannot be made: it is a file"
    }
  }

  @Test func `a disk that is full is told with the file`() throws {
    let folder = TemporaryFolder()
    let lines = [("x", "y")] + (0..<40).map { _ in (String(repeating: "a", count: 5000), "b") }
    folder.link("/dev/full", "p.tsv")
    #expect {
      _ = try export(lines, ["to": .text("p.tsv")], in: folder)
    } throws: { error in
      let error = error as? PipelineError
      return error?.code == .unwritable && error?.place.file == "\(folder.path)/p.tsv"
    }
  }
}
