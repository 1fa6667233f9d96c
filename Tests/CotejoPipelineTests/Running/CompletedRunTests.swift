import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

extension CompletedRun {
  /// Takes a run and the files that it left.
  fileprivate init(_ report: RunReport, in context: RunContext) throws {
    let paths = report.files.filter { $0 != RunFile.manifest.rawValue }
    self.init(
      report,
      files: try paths.map {
        File(path: $0, hash: try FileDigest(of: context.path(of: $0)).hash.description)
      })
  }
}

struct CompletedRunTests {
  private func encoded() async throws -> (bytes: [UInt8], report: RunReport) {
    let small = SmallRun(pairs: 2)
    let report = try await small.run(cache: nil)
    let context = RunContext(
      folder: "\(small.folder.path)/out", source: try LanguageTag("es"),
      target: try LanguageTag("en"), version: "1")
    let run = try CompletedRun(report, in: context)
    #expect(await run.isIntact(in: context))
    return (try #require(run.encoded), report)
  }

  @Test func `a run is read as it was written`() async throws {
    let (bytes, report) = try await encoded()
    let read = try CompletedRun(bytes, gates: []).report
    #expect(read.stages.map(\.id) == report.stages.map(\.id))
    #expect(read.stages.map(\.rejected) == report.stages.map(\.rejected))
    #expect(read.stages.map(\.reads) == report.stages.map(\.reads))
    #expect(read.metrics == report.metrics)
    #expect(read.isUnchanged)
  }

  @Test func `a run with faults stands for no other`() async throws {
    let small = SmallRun(pairs: 2)
    small.folder.write([0xFF], to: "corpus/en/d1.txt")
    let report = try await small.run(cache: nil)
    let context = RunContext(
      folder: "\(small.folder.path)/out", source: try LanguageTag("es"),
      target: try LanguageTag("en"), version: "1")
    #expect(try CompletedRun(report, in: context).encoded == nil)
  }

  @Test func `damaged bytes are refused or read, and never crash`() async throws {
    let (bytes, _) = try await encoded()
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      var damaged = bytes
      if Bool.random(using: &generator) {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      } else {
        damaged.removeLast(Int.random(in: 1...damaged.count, using: &generator))
        #expect(throws: ResultDamage.self) { try CompletedRun(damaged, gates: []) }
      }
      _ = try? CompletedRun(damaged, gates: [])
    }
  }
}
