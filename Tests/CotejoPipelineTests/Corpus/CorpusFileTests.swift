import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct CorpusFileTests {
  /// A folder with a `corpus.yml`, and what a pipeline with one input of it reads as.
  private func read(
    _ corpus: String, input: String, stages: String = "[{uses: segment}]"
  ) -> (reading: PlanReading, folder: TemporaryFolder) {
    let folder = TemporaryFolder()
    folder.write(corpus, to: "corpus.yml")
    let text = """
      cotejo: 1
      languages: {source: es-MX, target: en}
      inputs:
        a: {corpus: "\(folder.path)"\(input)}
      stages: \(stages)
      """
    return (Plans.read(text), folder)
  }

  @Test func `what the folder says the pipeline need not repeat`() throws {
    let (reading, folder) = read(
      """
      languages: {source: es, target: en}
      roles: {en: "articles/{stem}.txt"}
      transcripts: es
      speakers: {Ana Ruiz: en, Bo: sv}
      charset: windows-1252
      licence: CC0-1.0
      source: >-
        the archive,
        copied by hand
      """, input: ", speakers: {Bo: da}")
    #expect(reading.problems == [])
    let input = try #require(reading.plan?.inputs.first)
    #expect(input.roles?.target.description == "articles/{stem}.txt")
    #expect(input.roles?.source == nil)
    #expect(input.transcripts?.description == "es")
    #expect(input.charset == "windows-1252")
    #expect(input.licence == "CC0-1.0")
    #expect(input.origin == "the archive, copied by hand")
    #expect(input.speakers.map { "\($0.name) \($0.language)" } == ["Bo da", "Ana Ruiz en"])
    _ = folder
  }

  @Test(arguments: [
    // A table, or patterns for both sides, leave nothing open.
    (", manifest: m.tsv", nil, nil, "utf-8"),
    (", roles: {es: 'a/{s}', en: 'b/{s}'}, charset: detect", "a/{s}", nil, "detect"),
    (", roles: {en: 'b/{s}'}", nil, "t", "utf-8"),
    (", transcripts: u", nil, "u", "utf-8"),
    (", charset: ", nil, "t", "utf-8"),
  ])
  func `what the pipeline says wins`(
    _ input: String, _ source: String?, _ transcripts: String?, _ charset: String
  ) throws {
    let (reading, folder) = read("roles: {en: 'n/{s}'}\ntranscripts: t", input: input)
    #expect(reading.problems == [])
    let planned = try #require(reading.plan?.inputs.first)
    #expect(planned.roles?.source?.description == source)
    #expect(planned.transcripts?.description == transcripts)
    #expect(planned.charset == charset)
    _ = folder
  }

  @Test func `a pipeline's transcripts make articles of one side of the folder's pairs`() throws {
    let (reading, folder) = read(
      "roles: {es: 'o/{s}', en: 'n/{s}'}", input: ", transcripts: t")
    #expect(reading.problems == [])
    let input = try #require(reading.plan?.inputs.first)
    #expect(input.roles?.source == nil)
    #expect(input.roles?.target.description == "n/{s}")
    _ = folder
  }

  @Test func `articles of the folder are refused by stages that need pairs`() {
    let (reading, folder) = read(
      "roles: {en: 'n/{s}'}\ntranscripts: t", input: "",
      stages: "[{uses: segment}, {uses: learn}, {uses: align}]")
    #expect(reading.problems.contains { $0.message.contains("has articles alone") })
    _ = folder
  }

  @Test(arguments: [
    ("lisence: x", "1:1: error: unknown key 'lisence' in corpus.yml; did you mean 'licence'?"),
    ("languages: {source: es}", "1:12: error: 'languages' needs 'target': the language of the"),
    ("\nlanguages: {source: es, target: ES}", "2:33: error: both sides are 'es'"),
    ("roles: {es: 'a/{s', en: 'b/{s}'}", "1:13: error: '{' without '}' in the path pattern"),
    ("roles: {fr: 'a'}", "1:9: error: 'fr' is none of the languages es-MX and en"),
    ("charset: utf-77", "1:10: error: 'charset' must be utf-8, detect"),
    ("licence: [a]", "1:10: error: 'licence' must be text, and this is a list"),
    ("source: ''", "1:9: error: 'source' is empty"),
    ("- a", "1:1: error: corpus.yml must be a mapping, and this is a list"),
    ("# nothing\n", "1:1: error: the file is empty; leave it away"),
    ("a: 1\n\tb", "2:1: error: a tab cannot indent YAML"),
  ])
  func `faults are told with their place in the folder's file`(_ text: String, _ expected: String) {
    let (reading, folder) = read(text, input: "")
    let all = reading.problems.map(\.description)
    #expect(all.contains { $0.hasPrefix("\(folder.path)/corpus.yml:\(expected)") }, "\(all)")
  }

  @Test func `languages can be left to the folders, if they agree`() throws {
    let folder = TemporaryFolder()
    folder.write("languages: {source: fr, target: de}", to: "a/corpus.yml")
    folder.write("languages: {source: fr, target: de}", to: "b/corpus.yml")
    folder.write("languages: {source: de, target: fr}", to: "c/corpus.yml")
    func read(_ inputs: String, _ corpora: [(input: String?, folder: String)] = []) -> PlanReading {
      Plans.read(
        "cotejo: 1\ninputs: {\(inputs)}\nstages: [{uses: segment}]", corpora: corpora)
    }
    func input(_ name: String) -> String { "\(name): {corpus: \"\(folder.path)/\(name)\"}" }
    let plan = try #require(read("\(input("a")), \(input("b"))").plan)
    #expect((plan.source.description, plan.target.description) == ("fr", "de"))
    let other = try #require(read(input("a"), [(nil, "\(folder.path)/c")]).plan)
    #expect(other.source.description == "de")
    let problems = read("\(input("a")), \(input("c"))").problems.map(\.message)
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains("do not say the same: a: {source: fr, target: de}, c:") == true)
    #expect(
      read("x: {corpus: nowhere}").problems.map(\.message) == [
        "the pipeline needs 'languages': {source: es, target: en}"
      ])
  }

  @Test(arguments: [
    (nil, nil, "fr", "de"), ("de", nil, "de", "fr"), (nil, "fr", "de", "fr"),
    ("es", nil, "es", "de"), ("es", "en", "es", "en"),
  ])
  func `a folder by itself has its own languages`(
    _ source: String?, _ target: String?, _ left: String, _ right: String
  ) throws {
    let folder = TemporaryFolder()
    folder.write("languages: {source: fr, target: de}\ncharset: detect", to: "corpus.yml")
    let reading = PlanReader.input(
      corpus: folder.path, source: try source.map { try LanguageTag($0) },
      target: try target.map { try LanguageTag($0) })
    #expect(reading.problems == [])
    #expect(reading.source.description == left)
    #expect(reading.target.description == right)
    #expect(reading.input?.charset == "detect")
    let plain = PlanReader.input(corpus: "nowhere")
    #expect((plain.source.description, plain.target.description) == ("es", "en"))
    folder.write("charset: x-y", to: "corpus.yml")
    #expect(PlanReader.input(corpus: folder.path).problems.count == 1)
  }

  @Test func `a folder without the file is as it was, and a file that is none is told`() {
    #expect(CorpusFile.read(inFolder: "/nowhere at all").problems == [])
    let folder = TemporaryFolder()
    #expect(CorpusFile.read(inFolder: folder.path).file == nil)
    folder.write("x", to: "corpus.yml/inner")
    let problems = CorpusFile.read(inFolder: folder.path).problems
    #expect(problems.map(\.message) == ["it is not a regular file"])
  }

  @Test(arguments: 0..<20)
  func `any bytes give a file or problems with places`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let original = Array(
      "languages: {source: es, target: en}\nroles: {es: \"a/{s}\"}\nlicence: &x CC0\n".utf8)
    for _ in 0..<100 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes[at] = UInt8.random(in: 0...255, using: &random)
        } else {
          bytes.removeSubrange(at..<min(bytes.count, at + 5))
        }
        if bytes.isEmpty { break }
      }
      let reading = CorpusFile.read(bytes, file: "corpus.yml")
      #expect((reading.file == nil) == !reading.problems.isEmpty)
      #expect(reading.problems.allSatisfy { $0.place.line != nil })
    }
  }
}
