import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// Runs over articles whose transcripts are so many that an index chooses among them.
struct IndexedRunTests {
  /// What somebody said on four days, and as articles have it.
  private static let words = [
    ("El puente viejo no se va a cerrar", "The old bridge is not going to be closed"),
    ("Compramos zapatos rojos para cada niño", "We bought red shoes for every child"),
    ("Los trenes lentos llegan tarde", "The slow trains arrive late"),
    ("Vimos caballos blancos cerca del río", "We saw white horses near the river"),
  ]

  /// So many days, on the last four of which something was said that articles quote.
  private func corpus(days: Int = 12) -> TemporaryFolder {
    let folder = TemporaryFolder()
    let first = days - Self.words.count
    for day in 0..<days {
      let said =
        day < first
        ? "En el centro de la provincia no se va a ver nada para los \(day) alcaldes"
        : Self.words[day - first].0
      folder.write(
        "PRESIDENTA ELENA SOTO: Buenos días. \(said).\n", to: "corpus/es/\(10 + day).txt")
    }
    for (number, words) in Self.words.enumerated() {
      folder.write("“\(words.1),” Elena Soto said.\n", to: "corpus/articles/a\(number).txt")
    }
    return folder
  }

  /// What articles are traced to where there are 12 days.
  private static let days = ["es/18.txt", "es/19.txt", "es/20.txt", "es/21.txt"]

  private func run(
    _ folder: TemporaryFolder, output: String = "out", index: String = "cache", jobs: Int = 2,
    progress: (RunProgress) -> Void = { _ in }
  ) async throws -> RunReport {
    let text = """
      cotejo: 1
      languages: {source: es, target: en}
      inputs:
        press: {corpus: x, roles: {en: "articles/{stem}.txt"}, transcripts: es}
      stages:
        - uses: normalize
        - uses: segment
        - uses: quotes
        - {uses: trace, with: {minimumConfidence: 0.05}}
        - {uses: export, with: {to: pairs.jsonl}}
        - {uses: export, with: {to: pairs.tsv}}

      """
    let corpus = "\(folder.path)/corpus"
    let reading = PlanReader.read(Array(text.utf8), file: "p.yml", corpora: [(nil, corpus)])
    let plan = try #require(reading.plan, "\(reading.problems)")
    let input = plan.inputs[0]
    let found = CorpusReader(
      source: plan.source, target: plan.target, roles: input.roles, transcripts: input.transcripts
    ).read(corpus)
    let runner = try PipelineRunner(
      plan: plan,
      inputs: [RunInput(plan: input, corpus: try #require(found.corpus, "\(found.problems)"))],
      options: RunOptions(
        folder: folder.file(output), jobs: jobs, version: "9.9", indexFolder: folder.file(index)))
    return try await runner.run(progress)
  }

  private static let outputs = ["pairs.jsonl", "pairs.tsv", "rejected.jsonl", "quarantine.jsonl"]

  /// The manifest without the part that tells of this run alone.
  private func manifest(_ folder: TemporaryFolder, _ output: String) -> Substring {
    let text = folder.text("\(output)/manifest.json")
    return text.firstRange(of: "\n  \"run\":").map { text[..<$0.lowerBound] } ?? ""
  }

  private func fingerprint(_ folder: TemporaryFolder, _ output: String) -> Substring? {
    let text = folder.text("\(output)/manifest.json")
    guard let stage = text.firstRange(of: "\"id\": \"trace\""),
      let key = text[stage.upperBound...].firstRange(of: "\"fingerprint\": \"")
    else { return nil }
    return text[key.upperBound...].prefix(64)
  }

  private func sources(_ folder: TemporaryFolder, _ output: String = "out") -> [String] {
    folder.text("\(output)/pairs.jsonl").split(separator: "\n").map { line in
      let key = line.firstRange(of: "\"document\":\"")
      return String(line.suffix(from: key?.upperBound ?? line.endIndex).prefix { $0 != "\"" })
    }
  }

  @Test func `each article is traced to its day, by an index that stands in its folder`()
    async throws
  {
    let folder = corpus()
    let report = try await run(folder)
    #expect(report.transcripts == 12)
    #expect(report.exported == 4)
    #expect(report.notices.isEmpty)
    #expect(sources(folder) == Self.days)
    let names = folder.names(in: "cache")
    #expect(names.count == 1 && names[0].hasSuffix(".index"))
    #expect(folder.names(in: "corpus/es") == (10..<22).map { "\($0).txt" })
    // All of them decide, so all of them are told.
    let text = folder.text("out/manifest.json")
    for day in 10..<22 { #expect(text.contains("\"es/\(day).txt\"")) }
  }

  @Test func `the same bytes for any number of jobs, with the index cold and warm`() async throws {
    let folder = corpus()
    for (name, index, jobs) in [
      ("cold1", "cache", 1), ("warm1", "cache", 1), ("warm5", "cache", 5), ("cold5", "other", 5),
    ] {
      _ = try await run(folder, output: name, index: index, jobs: jobs)
    }
    for name in ["warm1", "warm5", "cold5"] {
      for file in Self.outputs {
        #expect(folder.bytes("cold1/\(file)") == folder.bytes("\(name)/\(file)"), "\(name) \(file)")
      }
      #expect(manifest(folder, "cold1") == manifest(folder, name))
    }
    #expect(!manifest(folder, "cold1").isEmpty && !folder.bytes("cold1/pairs.jsonl").isEmpty)
  }

  @Test func `few transcripts have no index`() async throws {
    let folder = corpus(days: 4)
    _ = try await run(folder)
    #expect(folder.names(in: "cache").isEmpty)
    #expect(sources(folder) == ["es/10.txt", "es/11.txt", "es/12.txt", "es/13.txt"])
  }

  @Test func `a transcript that is changed or added changes the fingerprint, and is found`()
    async throws
  {
    let folder = corpus()
    _ = try await run(folder, output: "first")
    _ = try await run(folder, output: "same")
    folder.write("ELENA SOTO: \(Self.words[0].0).\n", to: "corpus/es/01.txt")
    _ = try await run(folder, output: "added")
    folder.write("ELENA SOTO: Hoy no hay noticias.\n", to: "corpus/es/19.txt")
    _ = try await run(folder, output: "changed")
    let prints = ["first", "same", "added", "changed"].map { fingerprint(folder, $0) }
    #expect(prints[0] != nil && prints[0] == prints[1])
    #expect(Set(prints).count == 3)
    #expect(sources(folder, "same") == sources(folder, "first"))
    #expect(sources(folder, "first") == Self.days)
    #expect(sources(folder, "added").first == "es/01.txt")
    #expect(!sources(folder, "changed").contains("es/19.txt"))
  }

  @Test func `a damaged index is told of and made anew`() async throws {
    let folder = corpus()
    _ = try await run(folder, output: "first")
    let name = "cache/\(folder.names(in: "cache")[0])"
    var bytes = folder.bytes(name)
    bytes[bytes.count / 2] ^= 0x20
    for damaged in [bytes, Array("nonsense".utf8)] {
      folder.write(damaged, to: name)
      let report = try await run(folder, output: "second")
      #expect(report.notices.count == 1)
      #expect(report.notices.allSatisfy { $0.contains("made anew") && $0.contains(name) })
      for file in Self.outputs {
        #expect(folder.bytes("first/\(file)") == folder.bytes("second/\(file)"))
      }
    }
    #expect(try await run(folder, output: "third").notices.isEmpty)
  }

  @Test func `where no index can be kept the run is the same, and says so`() async throws {
    let folder = corpus()
    folder.write("x", to: "file")
    _ = try await run(folder, output: "first")
    let report = try await run(folder, output: "second", index: "file/cache")
    #expect(report.notices.count == 1)
    #expect(report.notices.allSatisfy { $0.contains("cannot be kept") })
    for file in Self.outputs {
      #expect(folder.bytes("first/\(file)") == folder.bytes("second/\(file)"))
    }
    #expect(manifest(folder, "first") == manifest(folder, "second"))
  }

  @Test(arguments: [nil, "PRESIDENTA ELENA SOTO: Otra cosa.\n"])
  func `a transcript that goes or changes during the run costs the articles that need it`(
    _ text: String?
  ) async throws {
    let folder = corpus()
    var isDone = false
    let report = try await run(folder) { progress in
      guard !isDone, progress.phase == .processing else { return }
      isDone = true
      folder.remove("corpus/es/20.txt")
      if let text { folder.write(text, to: "corpus/es/20.txt") }
    }
    #expect(isDone)
    let needed = report.quarantined.map(\.pair.id)
    #expect(needed.contains("a2") && needed.count < 4, "\(needed)")
    for quarantined in report.quarantined {
      #expect(quarantined.stage == "trace")
      #expect(quarantined.fault.file == folder.file("corpus/es/20.txt"))
    }
    #expect(report.exported == 4 - needed.count)
    let lines = folder.text("out/quarantine.jsonl").split(separator: "\n")
    #expect(lines.count == needed.count && lines.allSatisfy { $0.contains("corpus/es/20.txt") })
  }

  @Test func `transcripts that cannot be read are told, and the others are indexed`() async throws {
    let folder = corpus()
    folder.write([0x61, 0xC3], to: "corpus/es/90.txt")
    folder.write("\u{FEFF} \n", to: "corpus/es/91.txt")
    let report = try await run(folder)
    #expect(report.unreadTranscripts.map(\.code) == [.invalidEncoding, .emptyDocument])
    #expect(report.transcripts == 12)
    #expect(report.exported == 4)
    #expect(folder.text("out/quarantine.jsonl").split(separator: "\n").count == 2)
  }

  @Test(arguments: [4, 12])
  func `a transcript that two paths lead to was not said twice`(_ days: Int) async throws {
    let folder = corpus(days: days)
    _ = try await run(folder, output: "first")
    folder.link("11.txt", "corpus/es/1-again.txt")
    let report = try await run(folder, output: "second")
    #expect(report.transcripts == days)
    for file in Self.outputs {
      #expect(folder.bytes("first/\(file)") == folder.bytes("second/\(file)"))
    }
    #expect(folder.text("second/manifest.json").contains("it is the same file as 'es/11.txt'"))
    // A copy is a place of its own.
    folder.write(folder.bytes("corpus/es/11.txt"), to: "corpus/es/copy.txt")
    #expect(try await run(folder, output: "third").transcripts == days + 1)
  }
}
