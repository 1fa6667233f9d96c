import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whole runs over small corpora.
struct PipelineRunnerTests {
  static let stages = """
    cotejo: 1
    languages: {source: es, target: en}
    inputs: {a: {corpus: x}}
    stages:
      - uses: normalize
      - uses: segment
      - {uses: learn, with: {passes: 2}}
      - uses: align
      - {uses: filter, with: {minimumScore: 0.01}}
      - uses: deduplicate
      - {uses: filter, id: late, with: {identical: drop}}
      - {uses: export, with: {to: pairs.tsv}}
      - {uses: export, with: {to: deep/pairs.jsonl.gz}}

    """

  /// Some documents that render each other, some that cannot be read.
  private func makeCorpus(_ folder: TemporaryFolder, pairs: Int = 12) {
    for number in 0..<pairs {
      folder.write(
        """
        El \(number) de marzo llegó Ana Ruiz a la ciudad. Trajo \(number + 20) libros. ¿Quién los leyó?

        Todos los vecinos. Gracias.
        """, to: "corpus/es/d\(number).txt")
      folder.write(
        """
        On March \(number) Ana Ruiz came to the city. She brought \(number + 20) books. Who read them?

        All the neighbours. Thank you.
        """, to: "corpus/en/d\(number).txt")
    }
  }

  private func run(
    _ folder: TemporaryFolder, _ text: String = stages, jobs: Int = 2, output: String = "out",
    until: String? = nil, progress: (RunProgress) -> Void = { _ in }
  ) async throws -> RunReport {
    let corpus = "\(folder.path)/corpus"
    let reading = PlanReader.read(
      Array(text.utf8), file: "p.yml", corpora: [(nil, corpus)])
    let plan = try #require(reading.plan, "\(reading.problems)")
    let found = CorpusReader(source: plan.source, target: plan.target).read(corpus)
    let input = RunInput(plan: plan.inputs[0], corpus: try #require(found.corpus))
    let runner = try PipelineRunner(
      plan: plan, inputs: [input],
      options: RunOptions(
        folder: "\(folder.path)/\(output)", until: until, jobs: jobs, version: "9.9"))
    return try await runner.run(progress)
  }

  @Test func `a run writes its files, and its sums close`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder)
    let report = try await run(folder)
    #expect(
      folder.names(in: "out") == [
        "deep", "manifest.json", "pairs.tsv", "quarantine.jsonl", "rejected.jsonl",
      ])
    #expect(report.pairs == 12)
    #expect(report.quarantined.isEmpty)
    #expect(report.stages.first { $0.id == "segment" }?.output == 120)
    for stage in report.stages { #expect(stage.missing == 0) }
    // "Gracias." and "Todos los vecinos." come in every document.
    #expect(report.stages.first { $0.id == "deduplicate" }?.rejected["duplicate"] ?? 0 >= 11)
    let exported = try #require(report.exported)
    #expect(exported > 12)
    let rows = folder.text("out/pairs.tsv").split(separator: "\n")
    #expect(rows.count == exported)
    let rejected = folder.text("out/rejected.jsonl").split(separator: "\n")
    let beads = try #require(report.stages.first { $0.id == "align" }?.output)
    #expect(rejected.count + rows.count == beads)
    #expect(report.metrics[.coverageOfSource] ?? 0 > 0.9)
    #expect(report.explanation.isEmpty)
  }

  @Test func `any number of jobs gives the same bytes`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 30)
    folder.write([0xFF], to: "corpus/es/d7.txt")
    _ = try await run(folder, jobs: 1, output: "one")
    _ = try await run(folder, jobs: 4, output: "four")
    for name in ["pairs.tsv", "deep/pairs.jsonl.gz", "rejected.jsonl", "quarantine.jsonl"] {
      #expect(folder.bytes("one/\(name)") == folder.bytes("four/\(name)"), "\(name)")
    }
    func stable(_ text: String) -> Substring { text.prefix(upTo: text.range(ofRun: "\n  \"run\"")) }
    let one = folder.text("one/manifest.json")
    let four = folder.text("four/manifest.json")
    #expect(stable(one) == stable(four))
    #expect(stable(one).contains("\"outputs\""))
    #expect(one != four)
  }

  @Test func `documents that cannot be used go to quarantine, the rest goes on`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 6)
    folder.write([0x61, 0x0A, 0xFF, 0x62], to: "corpus/es/d1.txt")
    folder.write("", to: "corpus/en/d2.txt")
    folder.write(" \n\t\u{A0}", to: "corpus/en/d3.txt")
    folder.write(" \n", to: "corpus/en/d4.txt")
    let report = try await run(folder)
    let codes = report.quarantined.map { "\($0.pair.id) \($0.stage) \($0.fault.code.rawValue)" }
    #expect(codes.contains("d1 read invalidEncoding"))
    #expect(codes.contains("d2 read emptyDocument"))
    #expect(codes.contains("d4 read emptyDocument"))
    #expect(report.quarantined.first { $0.pair.id == "d1" }?.fault.offset == 2)
    let lines = folder.text("out/quarantine.jsonl").split(separator: "\n")
    #expect(lines.count == report.quarantined.count)
    #expect(lines[0].contains("\"error\":\"invalidEncoding\""))
    #expect(lines[0].contains("\"offset\":2"))
    #expect(folder.text("out/pairs.tsv").contains("es/d5.txt"))
    #expect(report.metrics[.failedDocuments] == Double(report.quarantined.count))
    #expect(report.stages[0].quarantined["emptyDocument"] ?? 0 >= 2)
  }

  @Test func `nothing to export is explained`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    let text = Self.stages.replacing("minimumScore: 0.01", with: "minimumWords: 99")
    let report = try await run(folder, text)
    #expect(report.exported == 0)
    #expect(report.explanation.contains { $0.contains("rejected by minimumWords") })
  }

  @Test func `gates are held against the figures`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    let report = try await run(
      folder,
      Self.stages + """
        checks:
          - {metric: export.units, minimum: 1000}
          - {metric: documents.total, minimum: 2, maximum: 2}
          - {metric: filter.kept, minimum: 0.1}
        """)
    #expect(report.gates.map(\.passed) == [false, true, true])
    #expect(report.gates[1].value == 2)
    #expect(folder.text("out/manifest.json").contains("\"passed\": false"))
  }

  @Test func `until ends with that stage`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    let report = try await run(
      folder, Self.stages + "checks:\n  - {metric: export.units, minimum: 1000}\n", until: "align")
    #expect(report.stages.last?.id == "align")
    #expect(report.gates.isEmpty)
    #expect(
      folder.names(in: "out") == ["manifest.json", "quarantine.jsonl", "rejected.jsonl"])
    await #expect(throws: PipelineError.self) { _ = try await run(folder, until: "algin") }
  }

  @Test func `progress tells each pass and each pair`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 5)
    var seen: [RunProgress] = []
    _ = try await run(folder) { seen.append($0) }
    #expect(seen.contains { $0.phase == .observing(stage: "learn", pass: 2, passes: 2) })
    #expect(seen.filter { $0.phase == .processing }.map(\.pairs) == [0, 1, 2, 3, 4, 5])
    #expect(seen.last?.phase == .finishing)
    #expect(seen.allSatisfy { $0.bytes <= $0.totalBytes && $0.totalPairs == 5 })
  }

  @Test func `a run that fails leaves nothing new, and keeps what was there`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    _ = try await run(folder)
    let before = folder.bytes("out/pairs.tsv")
    folder.write("x", to: "out/block")
    let text = Self.stages.replacing("deep/pairs.jsonl.gz", with: "block/pairs.jsonl")
    await #expect(throws: PipelineError.self) { _ = try await run(folder, text) }
    #expect(folder.bytes("out/pairs.tsv") == before)
    #expect(
      folder.names(in: "out") == [
        "block", "deep", "manifest.json", "pairs.tsv", "quarantine.jsonl", "rejected.jsonl",
      ])
  }

  @Test func `an output folder that cannot be made is told`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 1)
    folder.write("x", to: "file")
    await #expect {
      _ = try await run(folder, output: "file/out")
    } throws: { error in
      (error as? PipelineError)?.code == .unwritable
    }
  }

  @Test func `a full disk ends the run`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    folder.folder("out")
    folder.link("/dev/full", "out/rejected.jsonl")
    await #expect {
      _ = try await run(folder)
    } throws: { error in
      let error = error as? PipelineError
      return error?.code == .unwritable && error?.place.file.hasSuffix("out/rejected.jsonl") == true
    }
    #expect(folder.names(in: "out").contains("manifest.json") == false)
  }

  @Test(arguments: ["es", "en"])
  func `a file that changes between two passes is an error that names it`(
    _ side: String
  ) async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 3)
    await #expect {
      _ = try await run(folder) { progress in
        guard progress.phase == .concluding(stage: "learn") else { return }
        folder.write("Otra cosa.", to: "corpus/\(side)/d1.txt")
      }
    } throws: { error in
      let error = error as? PipelineError
      return error?.code == .corpus
        && error?.place.file == "\(folder.path)/corpus/\(side)/d1.txt"
    }
    #expect(folder.names(in: "out") == ["deep"] && folder.names(in: "out/deep").isEmpty)
  }

  @Test(arguments: [true, false])
  func `a file that can be read in one pass only is an error`(_ isThereFirst: Bool) async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 3)
    if !isThereFirst { folder.write([0xFF], to: "corpus/es/d1.txt") }
    await #expect {
      _ = try await run(folder) { progress in
        guard progress.phase == .concluding(stage: "learn") else { return }
        folder.write(isThereFirst ? [0xFF] : [0x41], to: "corpus/es/d1.txt")
      }
    } throws: { error in
      let error = error as? PipelineError
      return error?.code == .corpus && error?.place.file == "\(folder.path)/corpus/es/d1.txt"
    }
  }

  @Test func `an output folder may be behind a link, not behind one that leads nowhere`()
    async throws
  {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 1)
    folder.folder("real")
    folder.link("real", "out")
    _ = try await run(folder)
    #expect(folder.names(in: "real").contains("manifest.json"))
    folder.link("nowhere", "lost")
    await #expect {
      _ = try await run(folder, output: "lost")
    } throws: { error in
      (error as? PipelineError)?.message
        == "the folder cannot be made: it is a link that leads nowhere"
    }
  }

  @Test func `line by line translations need no aligner, unequal ones go to quarantine`()
    async throws
  {
    let folder = TemporaryFolder()
    folder.write("Uno.\nDos. Tres.\n", to: "corpus/a.es")
    folder.write("One.\nTwo. Three.\n", to: "corpus/a.en")
    folder.write("Uno.\nDos.\n", to: "corpus/b.es")
    folder.write("One.\n", to: "corpus/b.en")
    let report = try await run(folder)
    #expect(folder.text("out/pairs.tsv").hasPrefix("Uno.\tOne.\t1"))
    #expect(report.exported == 2)
    #expect(report.quarantined.map(\.fault.code) == [.unequalLines])
    #expect(report.quarantined.first?.stage == "segment")
    #expect(report.quarantined.first?.fault.file == "\(folder.path)/corpus/b.es")
  }
}

extension String {
  /// Where a text begins in this one; the end where it does not occur.
  fileprivate func range(ofRun text: String) -> String.Index {
    firstRange(of: text)?.lowerBound ?? endIndex
  }
}
