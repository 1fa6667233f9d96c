import CotejoQuotation
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// Runs whose articles are matched with the transcripts that they may quote from.
struct MatchedRunTests {
  private static let said = [
    "El puente viejo no se va a cerrar", "Compramos zapatos rojos para cada niño",
    "Los trenes lentos llegan tarde",
  ]
  private static let quoted = [
    "The old bridge is not going to be closed", "We bought red shoes for every child",
    "The slow trains arrive late",
  ]

  /// Days of March with a transcript each; the same three things are said again and again.
  private func corpus(days: Int, inPath: Bool = true) -> TemporaryFolder {
    let folder = TemporaryFolder()
    for day in 1...days {
      let date = day < 10 ? "2031-03-0\(day)" : "2031-03-\(day)"
      let text = "PRESIDENTA ELENA SOTO: Buenos días. \(Self.said[day % 3]).\n"
      if inPath {
        folder.write(text, to: "corpus/es/\(date).txt")
      } else {
        folder.write("Fecha: \(date)\n\n\(text)", to: "corpus/es/acto \(day).txt")
      }
    }
    for (name, number) in [
      ("2031-03-04-a", 1), ("2031-03-05-b", 2), ("2031-03-06-c", 1), ("2031-09-01-d", 1),
      ("undated-e", 1),
    ] {
      folder.write("“\(Self.quoted[number]),” Elena Soto said.\n", to: "corpus/en/\(name).txt")
    }
    return folder
  }

  private func run(
    _ folder: TemporaryFolder, transcripts: String = "es/{date}.txt",
    match: String = ", match: {by: date, window: 0d}"
  ) async throws -> RunReport {
    let text = """
      cotejo: 1
      languages: {source: es, target: en}
      inputs:
        press: {corpus: x, roles: {en: "en/{date}-{slug}.txt"}, transcripts: "\(transcripts)"\(match)}
      stages:
        - uses: normalize
        - uses: segment
        - uses: quotes
        - {uses: trace, with: {minimumConfidence: 0.05}}
        - {uses: export, with: {to: pairs.jsonl}}
      checks:
        - {metric: trace.share, minimum: 0.5}

      """
    let (plan, input) = try input(folder, text)
    let runner = try PipelineRunner(
      plan: plan, inputs: [input],
      options: RunOptions(
        folder: folder.file("out"), jobs: 2, version: "9.9", indexFolder: folder.file("cache")))
    return try await runner.run()
  }

  private func input(
    _ folder: TemporaryFolder, _ text: String
  ) throws -> (plan: Plan, input: RunInput) {
    let corpus = folder.file("corpus")
    let reading = PlanReader.read(Array(text.utf8), file: "p.yml", corpora: [(nil, corpus)])
    let plan = try #require(reading.plan, "\(reading.problems)")
    let input = plan.inputs[0]
    let found = CorpusReader(
      source: plan.source, target: plan.target, roles: input.roles, transcripts: input.transcripts
    ).read(corpus)
    return (
      plan, RunInput(plan: input, corpus: try #require(found.corpus, "\(found.problems)"))
    )
  }

  private func sources(_ folder: TemporaryFolder) -> [String] {
    folder.text("out/pairs.jsonl").split(separator: "\n").map { line in
      let key = line.firstRange(of: "\"document\":\"")
      return String(line.suffix(from: key?.upperBound ?? line.endIndex).prefix { $0 != "\"" })
    }
  }

  @Test(arguments: [7, 20])
  func `an article is traced to the transcript of its day`(_ days: Int) async throws {
    let folder = corpus(days: days)
    let report = try await run(folder)
    #expect(sources(folder) == ["es/2031-03-04.txt", "es/2031-03-05.txt"])
    let trace = try #require(report.stages.first { $0.id == "trace" })
    #expect(trace.missing == 0)
    // What was said on another day was looked for in vain; the last two were not looked for.
    #expect(trace.rejected == ["notFound": 1, "noTranscript": 2])
    #expect(report.metrics[.tracedShare] == 2.0 / 3)
    let rejected = folder.text("out/rejected.jsonl")
    #expect(rejected.contains("\"detail\":\"no transcript of 2031-09-01\""))
    #expect(rejected.contains("\"detail\":\"the name of the article tells no date\""))
    #expect(
      report.notices == [
        "\(folder.file("corpus")): note: 2 of 5 articles have no transcript (1: no transcript of "
          + "2031-09-01; 1: the name of the article tells no date)"
      ])
    #expect(folder.text("out/manifest.json").contains("\"window\": \"0d\""))
  }

  @Test(arguments: [7, 20])
  func `transcripts may tell their day themselves`(_ days: Int) async throws {
    let folder = corpus(days: days, inPath: false)
    folder.write("PRESIDENTA ELENA SOTO: Nada.\n", to: "corpus/es/undated.txt")
    let report = try await run(folder, transcripts: "es")
    #expect(sources(folder) == ["es/acto 4.txt", "es/acto 5.txt"])
    #expect(
      report.notices.contains(
        "\(folder.file("corpus")): note: 1 of \(days + 1) transcripts tell no date; no article is "
          + "traced to them"))
  }

  @Test func `a wider window finds what was said before`() async throws {
    let folder = corpus(days: 7)
    _ = try await run(folder, match: ", match: {by: date, window: 2d}")
    #expect(sources(folder).count == 3)
  }

  @Test func `an article depends on its own transcripts alone`() async throws {
    let folder = corpus(days: 6)
    let text = """
      cotejo: 1
      languages: {source: es, target: en}
      inputs:
        press:
          {corpus: x, roles: {en: "en/{date}-{slug}.txt"}, transcripts: "es/{date}.txt", MATCH}
      stages: [{uses: segment}, {uses: quotes}, {uses: trace, with: {lexicon: none}}]
      """
    func fingerprints(_ match: String) async throws -> (all: String, each: [String]) {
      let (plan, input) = try input(folder, text.replacing("MATCH", with: match))
      let transcripts = try await InputTranscripts(
        of: input, prefix: "", lexicons: [], Pairs.resources(),
        index: .folder(folder.file("cache")), jobs: 1)
      #expect(plan.stages.count == 3)
      return (
        transcripts.fingerprint, input.corpus.pairs.map { transcripts.fingerprint(for: $0) }
      )
    }
    let rule = "match: {by: date}"
    let before = try await fingerprints(rule)
    let unmatched = try await fingerprints("")
    #expect(Set(unmatched.each) == [unmatched.all])
    #expect(Set(before.each).count == 5)
    folder.write("PRESIDENTA ELENA SOTO: Hoy no.\n", to: "corpus/es/2031-03-20.txt")
    let added = try await fingerprints(rule)
    #expect(added.each == before.each)
    #expect(added.all != before.all)
    folder.write("PRESIDENTA ELENA SOTO: Hoy sí.\n", to: "corpus/es/2031-03-06.txt")
    let changed = try await fingerprints(rule)
    #expect(zip(changed.each, before.each).map(==) == [true, false, false, true, true])
    #expect(try await fingerprints("match: {by: date, window: 0d}").all != changed.all)
  }
}
