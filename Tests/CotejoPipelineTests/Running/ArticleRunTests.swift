import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// Whole runs over articles and the transcripts that they quote from.
struct ArticleRunTests {
  private static let pipeline = """
    cotejo: 1
    languages: {source: es, target: en}
    inputs:
      press:
        corpus: x
        roles: {en: "articles/{stem}.txt"}
        transcripts: es
        speakers: {Bruno Katz: en}
    stages:
      - uses: normalize
      - uses: segment
      - uses: quotes
      - {uses: trace, with: {minimumConfidence: 0.05}}
      - uses: deduplicate
      - {uses: export, with: {to: pairs.tsv}}
      - {uses: export, with: {to: pairs.jsonl}}
      - {uses: export, with: {to: pairs.tmx}}
    checks:
      - {metric: trace.share, minimum: 0.1}

    """

  /// Two days of somebody's words, and articles about them.
  private func makeCorpus(_ folder: TemporaryFolder, articles: Int = 6) {
    folder.write(
      "PRESIDENTA ELENA SOTO: Buenos días. El puente no se va a cerrar. Gracias por venir.\n",
      to: "corpus/es/1.txt")
    folder.write(
      "PRESIDENTA ELENA SOTO: Vamos a reparar las dos torres antes de diciembre.\r\n",
      to: "corpus/es/more/2.txt")
    for number in 0..<articles {
      folder.write(
        """
        Elena Soto met \(number + 3) reporters. “The bridge is not going to be closed,” Soto said.

        “We are going to repair the two towers before December,” she said in report \(number).

        “My uncle sells umbrellas,” said Bruno Katz. Soto said that the towers would be repaired.

        """, to: "corpus/articles/a\(number).txt")
    }
  }

  private func run(
    _ folder: TemporaryFolder, _ text: String = pipeline, jobs: Int = 2, output: String = "out",
    until: String? = nil
  ) async throws -> RunReport {
    let corpus = "\(folder.path)/corpus"
    let reading = PlanReader.read(Array(text.utf8), file: "p.yml", corpora: [(nil, corpus)])
    let plan = try #require(reading.plan, "\(reading.problems)")
    let input = plan.inputs[0]
    let found = CorpusReader(
      source: plan.source, target: plan.target, roles: input.roles,
      transcripts: input.transcripts
    ).read(corpus)
    let runner = try PipelineRunner(
      plan: plan,
      inputs: [RunInput(plan: input, corpus: try #require(found.corpus, "\(found.problems)"))],
      options: RunOptions(
        folder: "\(folder.path)/\(output)", until: until, jobs: jobs, version: "9.9"))
    return try await runner.run()
  }

  @Test func `pairs, rejections and sums`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder)
    let report = try await run(folder)
    for stage in report.stages { #expect(stage.missing == 0) }
    #expect(report.pairs == 6)
    #expect(report.articles == 6)
    #expect(report.transcripts == 2)
    let quotes = try #require(report.stages.first { $0.id == "quotes" })
    let trace = try #require(report.stages.first { $0.id == "trace" })
    #expect(trace.input == quotes.output)
    #expect(trace.rejected["elsewhere"] == 6)
    #expect(trace.rejected["indirect"] ?? 0 >= 6)
    #expect(report.metrics[.directQuotations] == 18)
    #expect(report.metrics[.quotationsFromElsewhere] == 6)
    #expect(report.metrics[.tracedQuotations] == Double(trace.output))
    #expect(report.metrics[.tracedShare] ?? 0 > 0.5)
    #expect(report.gates.map(\.passed) == [true])
    // The same sentence is quoted in each article, and the first stays.
    #expect(report.stages.first { $0.id == "deduplicate" }?.rejected["duplicate"] ?? 0 >= 5)
    let rows = folder.text("out/pairs.tsv").split(separator: "\n")
    #expect(rows.count == report.exported)
    #expect(
      rows.contains { $0.hasPrefix("El puente no se va a cerrar\tThe bridge is not going to be") })
    let rejected = folder.text("out/rejected.jsonl").split(separator: "\n")
    #expect(rejected.count + rows.count == quotes.output)
    #expect(rejected.contains { $0.contains("\"reason\":\"elsewhere\"") })
  }

  @Test func `every offset leads back to the bytes of its file`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, articles: 1)
    _ = try await run(folder)
    let record = try #require(
      folder.text("out/pairs.jsonl").split(separator: "\n").first { $0.contains("torres") })
    #expect(record.contains("\"document\":\"es/more/2.txt\""))
    let start = try #require(record.firstRange(of: "\"start\":"))
    let digits = record[start.upperBound...].prefix { $0.isNumber }
    let bytes = folder.bytes("corpus/es/more/2.txt")[(Int(digits) ?? 0)...]
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("Vamos a reparar"), "\(record)")
  }

  @Test func `documents that have their own originals are searched in those alone`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, articles: 2)
    folder.write("SOTO: Buenos días. El puente no se va a cerrar.\n", to: "corpus/own/a0.txt")
    folder.write("SOTO: Hoy no hay noticias de la provincia.\n", to: "corpus/own/a1.txt")
    let articles = """
      roles: {en: "articles/{stem}.txt"}
          transcripts: es
      """
    #expect(Self.pipeline.contains(articles))
    let paired = Self.pipeline.replacing(
      articles, with: "roles: {es: \"own/{stem}.txt\", en: \"articles/{stem}.txt\"}")
    let report = try await run(folder, paired)
    #expect(report.pairs == 2)
    #expect(report.articles == 0)
    #expect(report.transcripts == 0)
    let records = folder.text("out/pairs.jsonl").split(separator: "\n")
    #expect(records.contains { $0.contains("own/a0.txt") && $0.contains("El puente no se va") })
    #expect(!records.contains { $0.contains("torres") || $0.contains("es/1.txt") })
  }

  @Test func `the same bytes for any number of jobs`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, articles: 9)
    for jobs in [1, 2, 5] { _ = try await run(folder, jobs: jobs, output: "out\(jobs)") }
    for file in ["pairs.tsv", "pairs.jsonl", "pairs.tmx", "rejected.jsonl", "quarantine.jsonl"] {
      #expect(folder.bytes("out1/\(file)") == folder.bytes("out2/\(file)"))
      #expect(folder.bytes("out1/\(file)") == folder.bytes("out5/\(file)"))
      #expect(file == "quarantine.jsonl" || !folder.bytes("out1/\(file)").isEmpty)
    }
  }

  @Test func `articles and transcripts that cannot be read are told, and the others are done`()
    async throws
  {
    let folder = TemporaryFolder()
    makeCorpus(folder, articles: 2)
    folder.write("", to: "corpus/articles/empty.txt")
    folder.write([0x22, 0xFF, 0x22], to: "corpus/articles/broken.txt")
    folder.write("Rain fell on Monday.\n", to: "corpus/articles/none.txt")
    folder.write([0x61, 0xC3], to: "corpus/es/3.txt")
    folder.write(" \n", to: "corpus/es/4.txt")
    let report = try await run(folder)
    #expect(report.quarantined.map(\.fault.code) == [.invalidEncoding, .emptyDocument])
    #expect(report.quarantined.map(\.pair.id) == ["broken", "empty"])
    #expect(report.unreadTranscripts.map(\.code) == [.invalidEncoding, .emptyDocument])
    #expect(report.transcripts == 2)
    #expect(report.metrics[.failedTranscripts] == 2)
    #expect(report.exported ?? 0 > 0)
    let lines = folder.text("out/quarantine.jsonl").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[0].hasPrefix(
        "{\"transcript\":\"es/3.txt\",\"input\":\"press\",\"stage\":\"read\","
          + "\"error\":\"invalidEncoding\""), "\(lines)")
    #expect(lines[0].contains("\"offset\":1"))
    #expect(lines[2].hasPrefix("{\"pair\":\"broken\",\"source\":null,\"target\":"), "\(lines)")
  }

  @Test func `a run ends where no transcript can be read`() async throws {
    let folder = TemporaryFolder()
    folder.write("Rain fell.\n", to: "corpus/articles/a.txt")
    folder.write("", to: "corpus/es/1.txt")
    let error = await #expect(throws: PipelineError.self) { _ = try await run(folder) }
    #expect(error?.code == .corpus)
    #expect(error?.message.hasPrefix("none of 1 transcripts can be read\n") == true, "\(error!)")
    #expect(folder.names(in: "out").isEmpty || !folder.names(in: "out").contains("manifest.json"))
  }

  @Test func `without quotations there is nothing to export, and the reason is told`() async throws
  {
    let folder = TemporaryFolder()
    folder.write("Rain fell.\n", to: "corpus/articles/a.txt")
    folder.write("Llovió.\n", to: "corpus/es/1.txt")
    let report = try await run(folder)
    #expect(report.exported == 0)
    #expect(report.explanation.contains("quotes: 1 sentences in, 0 quotations out"))
    #expect(report.metrics[.directQuotations] == 0)
    // A share of nothing is no figure, and passes no gate.
    #expect(report.metrics[.tracedShare] == nil)
    #expect(report.gates.map(\.passed) == [false])
  }

  @Test func `the manifest has the transcripts and the speakers`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, articles: 1)
    _ = try await run(folder, until: "quotes")
    #expect(!folder.text("out/manifest.json").contains("es/more/2.txt\", \"sha256"))
    _ = try await run(folder)
    let manifest = folder.text("out/manifest.json")
    let hash = SHA256.hash(folder.bytes("corpus/es/more/2.txt")).description
    #expect(manifest.contains("\"layout\": \"articles\""))
    #expect(manifest.contains("es/more/2.txt"))
    #expect(manifest.contains(hash))
    #expect(manifest.contains("\"Bruno Katz\": \"en\""))
    #expect(manifest.contains("\"trace.found\""))
  }
}
