import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct ConfigurationDraftTests {
  private func draft(
    _ files: [String: String], folder name: String = "corpus"
  ) throws -> (draft: ConfigurationDraft, folder: TemporaryFolder) {
    let folder = TemporaryFolder()
    for (path, text) in files { folder.write(text, to: "\(name)/\(path)") }
    var survey = try CorpusSurvey("\(folder.path)/\(name)")
    let proposal = try #require(survey.proposals.last)
    return (ConfigurationDraft(try survey.settle(on: proposal)), folder)
  }

  private static let corpora: [[String: String]] = [
    ["es/a.txt": "x", "en/a.txt": "x"],
    ["a.es": "x", "a.en": "x"],
    ["a_es.txt": "x", "a_en.txt": "x"],
    ["press/1.txt": Prose.spanish, "press/2.txt": Prose.spanish, "news/a.txt": Prose.article],
    ["es/1.txt": Prose.spanish, "en/1.txt": Prose.english, "news/x.txt": Prose.article],
  ]

  @Test(arguments: corpora)
  func `both files are right by reader and schema, and the pipeline finds the documents`(
    _ files: [String: String]
  ) throws {
    let (draft, folder) = try draft(files)
    folder.write(draft.corpusFile, to: "corpus/corpus.yml")
    #expect(SchemaValidator.faults(in: draft.corpusFile, by: CorpusFileSchema.value) == [])
    let text = draft.pipeline(file: "p.yml", schema: "pipeline.schema.json")
    #expect(text.hasPrefix("# yaml-language-server: $schema=pipeline.schema.json\n"))
    let reading = Plans.read(text)
    #expect(reading.problems == [])
    let plan = try #require(reading.plan)
    #expect(plan.name == "corpus")
    let input = try #require(plan.inputs.first)
    let corpus = CorpusReader(
      source: plan.source, target: plan.target, roles: input.roles, transcripts: input.transcripts
    ).read(input.corpus).corpus
    #expect(corpus?.layout == draft.settled.proposal.layout)
    #expect(corpus?.pairs.count == 1)
  }

  @Test func `patterns are told by the folder, unless it can be read another way, too`() throws {
    let (alone, first) = try draft(Self.corpora[3])
    #expect(alone.corpusFile.contains("\nroles: {en: \"news/{stem}.txt\"}\ntranscripts: press\n"))
    #expect(!alone.pipeline(file: "p.yml", schema: nil).contains("roles:"))
    let (both, second) = try draft(Self.corpora[4])
    #expect(!both.corpusFile.contains("roles: {"))
    #expect(
      both.pipeline(file: "p.yml", schema: nil).contains("    roles: {en: \"news/{stem}.txt\"}\n"))
    _ = (first, second)
  }

  @Test(arguments: [
    ("año 2031", "año-2031"), ("-x", "pipeline"), ("a b#c: d", "a-b-c--d"),
    ("x ${params.y} \"", "x---params.y---"),
  ])
  func `folders of any name are quoted, and name the pipeline`(
    _ name: String, _ expected: String
  ) throws {
    let (draft, folder) = try draft(["es/a.txt": "x", "en/a.txt": "x"], folder: name)
    #expect(draft.name == expected)
    let plan = try #require(Plans.read(draft.pipeline(file: "p.yml", schema: nil)).plan)
    #expect(plan.inputs.first?.corpus == "\(folder.path)/\(name)")
    #expect(plan.name == expected)
  }

  @Test(arguments: [
    ("a", "a"), ("no", "\"no\""), ("1", "\"1\""), ("", "\"\""), ("-a", "\"-a\""),
    ("./x", "\"./x\""),
    ("a b", "\"a b\""), ("a:b", "\"a:b\""), ("c/año_1.x", "c/año_1.x"), ("a\"\n", "\"a\\\"\\n\""),
  ])
  func `text stays text in YAML`(_ text: String, _ expected: String) {
    let scalar = ConfigurationDraft.scalar(text)
    #expect(scalar == expected)
    var yaml = YAMLReader(file: "y")
    #expect(yaml.read(Array("a: \(scalar)".utf8))?["a"]?.text == text)
  }
}
