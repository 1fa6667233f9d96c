import Foundation
import Testing

@testable import CotejoPipeline

struct PipelineSchemaTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private func faults(_ text: String) -> [String] {
    SchemaValidator.faults(in: text, by: PipelineSchema.value)
  }

  @Test(arguments: [
    ("pipeline", PipelineSchema.json()), ("corpus", CorpusFileSchema.json()),
  ])
  func `the copies in the repository are those that the program prints`(
    _ kind: String, _ bytes: [UInt8]
  ) throws {
    let path = "\(Self.root)/pipelines/\(kind).schema.json"
    let copy = FileManager.default.contents(atPath: path)
    #expect(copy == Data(bytes), "make schema makes \(path) anew")
    #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [String: Any])
  }

  @Test func `every pipeline in the repository is right, and says where its schema is`() throws {
    let folder = "\(Self.root)/pipelines"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yml") }
    #expect(names.count >= 3)
    for name in names {
      let text = String(
        decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(),
        as: UTF8.self)
      #expect(text.hasPrefix("# yaml-language-server: $schema=pipeline.schema.json\n"), "\(name)")
      #expect(faults(text) == [], "\(name)")
      #expect(PlanReader.read(Array(text.utf8), file: name).problems == [], "\(name)")
    }
  }

  @Test func `the file of the sample corpus is right`() throws {
    let path = "\(Self.root)/corpora/rueda-de-prensa/corpus.yml"
    let text = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    #expect(SchemaValidator.faults(in: text, by: CorpusFileSchema.value) == [])
    #expect(CorpusFile.read(Array(text.utf8), file: path).problems == [])
  }

  /// Pipelines with one fault, and where the schema must see it.
  @Test(arguments: [
    ("cotejo: 1", "cotejo: 2", "/cotejo"),
    ("cotejo: 1\n", "", ""),
    ("languages: {source: es, target: en}\n", "languages: es\n", "/languages"),
    ("target: en", "traget: en", "/languages/traget"),
    ("target: en", "target: english", "/languages/target"),
    ("corpus: c", "corpus: [c]", "/inputs/a/corpus"),
    ("corpus: c", "corpsu: c", "/inputs/a/corpsu"),
    ("corpus: c", "corpus: c, unpaired: wran", "/inputs/a/unpaired"),
    ("corpus: c", "corpus: c, manifest: /etc/passwd", "/inputs/a/manifest"),
    ("corpus: c", "corpus: c, roles: {es: '{s', en: 'x'}", "/inputs/a/roles/es"),
    ("corpus: c", "corpus: c, roles: {es: '../{s}', en: 'x'}", "/inputs/a/roles/es"),
    ("corpus: c", "corpus: c, roles: {spanish: 'a', en: 'x'}", "/inputs/a/roles"),
    ("corpus: c", "corpus: c, speakers: {Ana: english}", "/inputs/a/speakers/Ana"),
    ("inputs:\n  a: {corpus: c}", "inputs: {}", "/inputs"),
    ("a: {corpus: c}", "a/b: {corpus: c}", "/inputs"),
    ("uses: segment", "uses: segmnt", "/stages/0/uses"),
    ("uses: segment", "ues: segment", "/stages/0"),
    ("uses: segment", "uses: segment, wiht: {}", "/stages/0/wiht"),
    ("uses: segment", "uses: segment, id: a.b", "/stages/0/id"),
    ("uses: segment", "uses: segment, with: 3", "/stages/0/with"),
    ("uses: segment", "uses: segment, from: [a, a]", "/stages/0/from"),
    ("uses: segment", "uses: segment, from: {a: b}", "/stages/0/from"),
    ("uses: segment", "uses: segment, if: maybe", "/stages/0/if"),
    ("uses: segment", "uses: segment, if: 'true'", "/stages/0/if"),
    ("uses: segment", "uses: segment, matrix: {}", "/stages/0/matrix"),
    ("uses: segment", "uses: segment, matrix: {x: 1}", "/stages/0/matrix/x"),
    ("uses: segment", "uses: segment, matrix: {x: []}", "/stages/0/matrix/x"),
    ("uses: segment", "uses: segment, matrix: {x: [1, 1]}", "/stages/0/matrix/x"),
    ("uses: segment", "uses: segment, matrix: {x: [[1]]}", "/stages/0/matrix/x/0"),
    ("uses: segment", "uses: segment, matrix: {a.b: [1]}", "/stages/0/matrix"),
    ("corpus: c", "corpus: c, match: {window: 1d}", "/inputs/a/match"),
    ("corpus: c", "corpus: c, match: {by: day}", "/inputs/a/match/by"),
    ("corpus: c", "corpus: c, match: {by: []}", "/inputs/a/match/by"),
    ("corpus: c", "corpus: c, match: {by: date, window: 1}", "/inputs/a/match/window"),
    ("minimumScore: 0.5", "minimumScroe: 0.5", "/stages/2/with/minimumScroe"),
    ("minimumScore: 0.5", "minimumScore: 1.5", "/stages/2/with/minimumScore"),
    ("minimumScore: 0.5", "minimumScore: '0.5'", "/stages/2/with/minimumScore"),
    ("minimumScore: 0.5", "minimumWords: 1.5", "/stages/2/with/minimumWords"),
    ("minimumScore: 0.5", "oneSided: yes", "/stages/2/with/oneSided"),
    ("minimumScore: 0.5", "near: 0.9", "/stages/2/with/near"),
    ("with: {to: a.tmx}", "with: {}", "/stages/3/with"),
    (", with: {to: a.tmx}", "", "/stages/3"),
    ("to: a.tmx", "to: ../a.tmx", "/stages/3/with/to"),
    ("metric: align.score.mean", "metric: algin.score.mean", "/checks/0/metric"),
    ("metric: align.score.mean, minimum: 0.5", "metric: align.score.mean", "/checks/0"),
    ("minimum: 0.5", "minimum: much", "/checks/0/minimum"),
    ("checks:", "cheks:", "/cheks"),
  ])
  func `what the schema refuses the reader refuses, at the same place`(
    _ right: String, _ wrong: String, _ path: String
  ) {
    let good = """
      cotejo: 1
      languages: {source: es, target: en}
      inputs:
        a: {corpus: c}
      stages:
        - {uses: segment}
        - {uses: align}
        - {uses: filter, with: {minimumScore: 0.5}}
        - {uses: export, with: {to: a.tmx}}
      checks:
        - {metric: align.score.mean, minimum: 0.5}
      """
    #expect(faults(good) == [])
    #expect(Plans.problems(good) == [])
    let bad = good.replacingOccurrences(of: right, with: wrong)
    #expect(bad != good)
    let found = faults(bad)
    #expect(found.contains { $0.prefix { $0 != ":" } == path }, "\(found)")
    #expect(!Plans.problems(bad).isEmpty)
  }

  @Test func `a graph is a plan for both`() {
    let text = """
      cotejo: 1
      languages: {source: es, target: en}
      params: {all: false}
      inputs:
        a:
          corpus: c
          roles: {en: "n/{date}-{event}.txt"}
          transcripts: "t/{date}-{event}.txt"
          match: {by: [date, name], window: 2d}
        b: {corpus: d, roles: {en: "n/{s}"}, transcripts: t}
      stages:
        - {uses: normalize, from: [a, b]}
        - uses: segment
        - uses: quotes
        - uses: trace
          matrix: {least: [0.4, 0.8], more: [true, false]}
          with: {minimumConfidence: "${matrix.least}", indirect: "${matrix.more}"}
        - {uses: check, id: faithful, from: "trace(least=0.8)", if: "${params.all}"}
        - {uses: export, with: {to: "q-${matrix.more}.tsv"}}
      """
    #expect(Plans.read(text).problems == [])
  }

  @Test(arguments: [
    "stages: [{uses: segment, from: [a, b], matrix: {x: [1, two, true]}, if: '${params.full}'}]",
    "stages: [{uses: '${params.stage}', with: '${params.with}', from: a, if: false}]",
    "stages: '${params.stages}'",
    "stages: [{uses: filter, with: {minimumScore: '${params.x}', oneSided: '${matrix.y}'}}]",
    "stages: [{uses: export, id: 3, with: {to: 'out-${matrix.x}.tsv'}}]",
    "stages: [{uses: filter, with: }]",
    "stages: [{uses: segment}]\nchecks: [{metric: '${params.m}', maximum: '${params.x}'}]",
    "stages: [{uses: segment}]\nparams: {a: [1, 2], b: {c: d}}\nname: 2031",
  ])
  func `keys of graphs and values of params are taken`(_ stages: String) {
    let head = """
      cotejo: 1
      languages: {source: es, target: no}
      inputs:
        a: {corpus: c, match: {by: date, window: 1d}, charset: windows-1252}

      """
    #expect(faults(head + stages) == [])
  }

  @Test func `what editors show of a parameter is what the stage declares`() throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(PipelineSchema.json())) as? [String: Any])
    let definitions = try #require(root["definitions"] as? [String: Any])
    for stage in StageCatalog.all {
      let with = try #require(definitions["with-\(stage.name)"] as? [String: Any])
      let properties = try #require(with["properties"] as? [String: Any])
      #expect(Set(properties.keys) == Set(stage.parameters.map(\.name)))
      for parameter in stage.parameters {
        let schema = try #require(properties[parameter.name] as? [String: Any])
        let text = try #require(schema["description"] as? String)
        #expect(text.hasPrefix(parameter.summary))
        switch parameter.standard {
        case .number(let value): #expect(schema["default"] as? Double == value)
        case .boolean(let value): #expect(schema["default"] as? Bool == value)
        case .text(let text): #expect(schema["default"] as? String == text)
        case .integer(.max), .some(.none), nil: #expect(schema["default"] == nil)
        case .integer(let value): #expect(schema["default"] as? Int == value)
        case .texts(let texts): #expect(schema["default"] as? [String] == texts)
        }
      }
    }
  }
}
