import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// Whole runs with the stage `check`.
struct CheckRunTests {
  private static let head = """
    cotejo: 1
    languages: {source: es, target: en}
    inputs: {a: {corpus: x}}
    stages:
      - uses: normalize
      - uses: segment
      - {uses: align, with: {lexicon: shipped}}

    """
  private static let check = "  - {uses: check, with: {lexicon: shipped}}\n"
  private static let export = "  - {uses: export, with: {to: pairs.jsonl}}\n"

  /// Documents of four sentences, each with one whose figure is another.
  private func makeCorpus(_ folder: TemporaryFolder, pairs: Int = 4) {
    for number in 0..<pairs {
      folder.write(
        """
        La ministra firmó el acuerdo \(number).\r
        El perro duerme en la casa.\r
        Vinieron 300 personas a la ciudad.\r
        Gracias.\r

        """, to: "corpus/es/d\(number).txt")
      folder.write(
        """
        The minister signed the agreement \(number).
        The dog sleeps in the house.
        There came 900 people to the city.
        Thank you.

        """, to: "corpus/en/d\(number).txt")
    }
  }

  private func run(
    _ folder: TemporaryFolder, _ text: String, jobs: Int = 2, output: String = "out",
    until: String? = nil
  ) async throws -> RunReport {
    let corpus = "\(folder.path)/corpus"
    let reading = PlanReader.read(Array(text.utf8), file: "p.yml", corpora: [(nil, corpus)])
    let plan = try #require(reading.plan, "\(reading.problems)")
    let found = CorpusReader(
      source: plan.source, target: plan.target, roles: plan.inputs[0].roles,
      transcripts: plan.inputs[0].transcripts
    ).read(corpus)
    let input = RunInput(plan: plan.inputs[0], corpus: try #require(found.corpus))
    let runner = try PipelineRunner(
      plan: plan, inputs: [input],
      options: RunOptions(
        folder: "\(folder.path)/\(output)", until: until, jobs: jobs, version: "9.9"))
    return try await runner.run()
  }

  private func lines(_ folder: TemporaryFolder, _ path: String) -> [Substring] {
    folder.text(path).split(separator: "\n")
  }

  @Test func `findings are with the pairs, in a file of their own, and in the figures`()
    async throws
  {
    let folder = TemporaryFolder()
    makeCorpus(folder)
    let report = try await run(folder, Self.head + Self.check + Self.export)
    let pairs = lines(folder, "out/pairs.jsonl")
    #expect(pairs.count == 16)
    #expect(pairs.allSatisfy { $0.contains(#","check":{"verdict":""#) })
    let findings = lines(folder, "out/findings.jsonl")
    #expect(findings.count >= 4)
    // The same records, those with something to say.
    #expect(Set(findings).isSubset(of: pairs))
    #expect(findings == pairs.filter(Set(findings).contains))
    #expect(pairs.filter { $0.contains(#""verdict":"altered""#) }.allSatisfy(findings.contains))
    #expect(report.metrics[.checkedPairs] == 16)
    #expect(report.metrics[.alteredPairs] ?? 0 >= 4)
    #expect(report.metrics[.criticalFindings] ?? 0 >= 4)
    #expect(report.metrics[.undecidedPairs] == 0)
    let score = try #require(report.metrics[.meanFidelity])
    #expect(score > 0 && score < 1)
    #expect(report.files.contains("findings.jsonl"))
    let manifest = folder.text("out/manifest.json")
    #expect(manifest.contains("\"check.altered\": "))
    #expect(manifest.contains("\"path\": \"findings.jsonl\""))
  }

  @Test func `the bytes of a finding are those of the original file`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 1)
    _ = try await run(folder, Self.head + Self.check + Self.export)
    let record = try #require(
      lines(folder, "out/findings.jsonl").first { $0.contains("/number") })
    let place = try #require(
      record.firstRange(of: #""source":{"document":"es/d0.txt","start":"#))
    let start = try #require(Int(record[place.upperBound...].prefix { $0.isNumber }))
    let bytes = folder.bytes("corpus/es/d0.txt")
    #expect(String(decoding: bytes[start..<start + 4], as: UTF8.self) == "300 ")
  }

  @Test func `any number of jobs gives the same bytes`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 20)
    folder.write([0xFF], to: "corpus/es/d7.txt")
    let text = Self.head + Self.check + "  - uses: deduplicate\n" + Self.export
    let one = try await run(folder, text, jobs: 1, output: "one")
    let four = try await run(folder, text, jobs: 4, output: "four")
    for name in ["pairs.jsonl", "findings.jsonl", "rejected.jsonl", "quarantine.jsonl"] {
      #expect(folder.bytes("one/\(name)") == folder.bytes("four/\(name)"), "\(name)")
    }
    #expect(one.metrics == four.metrics)
    #expect(one.metrics[.checkedPairs] == 76)
  }

  @Test func `gates are held against the verdicts`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    let gates = """
      checks:
        - {metric: check.altered, maximum: 0}
        - {metric: check.pairs, minimum: 8, maximum: 8}
        - {metric: check.cannotTell, maximum: 0}
        - {metric: check.score, minimum: 0.999}
        - {metric: check.critical, maximum: 0}
        - {metric: check.major, maximum: 1000}
        - {metric: check.minor, maximum: 1000}

      """
    let report = try await run(folder, Self.head + Self.check + gates)
    #expect(report.gates.map(\.passed) == [false, true, true, false, false, true, true])
    // Without the stage there is nothing to hold them against.
    #expect(
      Plans.problems(Self.head + gates).contains { $0.contains("check.altered") },
      "\(Plans.problems(Self.head + gates))")
    let early = try await run(folder, Self.head + Self.check + gates, until: "align")
    #expect(early.gates.isEmpty)
    #expect(!early.files.contains("findings.jsonl"))
  }

  @Test func `what is altered may be kept from the exports`() async throws {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    let text =
      Self.head
      + "  - {uses: check, with: {lexicon: shipped, altered: drop}}\n" + Self.export
    let report = try await run(folder, text)
    let stage = try #require(report.stages.first { $0.id == "check" })
    #expect(stage.missing == 0)
    #expect(Double(stage.rejected["altered"] ?? 0) == report.metrics[.alteredPairs])
    #expect(report.metrics[.checkedPairs] == 8)
    #expect(!folder.text("out/pairs.jsonl").contains(#""verdict":"altered""#))
    #expect(folder.text("out/findings.jsonl").contains(#""verdict":"altered""#))
    #expect(folder.text("out/rejected.jsonl").contains(#""stage":"check","reason":"altered""#))
  }

  @Test func `an export tells the checks that stand before it, wherever pairs are put in order`()
    async throws
  {
    let folder = TemporaryFolder()
    makeCorpus(folder, pairs: 2)
    let early = "  - {uses: export, id: early, with: {to: early.jsonl}}\n"
    _ = try await run(
      folder, Self.head + early + "  - uses: deduplicate\n" + Self.check + Self.export)
    #expect(!folder.text("out/early.jsonl").contains("\"check\""))
    let pairs = lines(folder, "out/pairs.jsonl")
    #expect(!pairs.isEmpty && pairs.allSatisfy { $0.contains("\"check\"") })
  }

  @Test func `documents without pairs to check leave nothing to measure`() async throws {
    let folder = TemporaryFolder()
    folder.write("\n…\n", to: "corpus/a.es")
    folder.write("x\n—\n", to: "corpus/a.en")
    let report = try await run(
      folder,
      Self.head + Self.check + Self.export
        + "checks: [{metric: check.score, minimum: 0}, {metric: check.altered, maximum: 0}]\n")
    #expect(report.metrics[.checkedPairs] == 1)
    #expect(report.metrics[.undecidedPairs] == 1)
    #expect(report.metrics[.meanFidelity] == nil)
    #expect(report.gates.map(\.passed) == [false, true])
    #expect(lines(folder, "out/findings.jsonl").count == 1)
    #expect(lines(folder, "out/pairs.jsonl").count == 2)
  }

  @Test func `quotations are checked against their source words`() async throws {
    let folder = TemporaryFolder()
    folder.write(
      "PRESIDENTA ELENA SOTO: Buenos días. Vamos a reparar 12 puentes de la provincia. Gracias.\r\n",
      to: "corpus/es/1.txt")
    folder.write(
      """
      Elena Soto met reporters. “We are going to repair 21 bridges of the province,” Soto \
      said. “My uncle sells umbrellas on Sundays,” said Bruno Katz.

      """, to: "corpus/articles/a.txt")
    let text = Self.head
      .replacing(
        "{corpus: x}", with: "{corpus: x, roles: {en: \"articles/{stem}.txt\"}, transcripts: es}"
      )
      .replacing(
        "- {uses: align, with: {lexicon: shipped}}",
        with: """
          - uses: quotes
            - {uses: trace, with: {minimumConfidence: 0.01}}
          """)
    let report = try await run(folder, text + Self.check + Self.export)
    #expect(report.metrics[.checkedPairs] == report.metrics[.tracedQuotations])
    let record = try #require(
      lines(folder, "out/findings.jsonl").first { $0.contains("/number") })
    #expect(record.contains(#""source":{"document":"es/1.txt","start":"#))
    #expect(record.contains(#""text":"12"}"#), "\(record)")
  }
}
