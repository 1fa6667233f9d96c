import CotejoText
import Testing

@testable import CotejoPipeline

struct PlanReaderTests {
  private let stages = "stages:\n  - uses: segment\n"

  @Test func `a good file gives a plan`() throws {
    let reading = Plans.read(
      """
      cotejo: 1
      name: press
      languages: {source: es-MX, target: no}
      inputs:
        a: {corpus: x, roles: {es: "es/{stem}.txt", no: "no/{stem}.txt"}, unpaired: skip, charset: detect}
        b: {corpus: y, manifest: list.tsv}
      stages:
        - uses: normalize
        - {uses: segment, id: cut}
        - {uses: align, with: {lexicon: none}}
        - {uses: filter, with: {minimumScore: 0.5}}
        - {uses: export, with: {to: a.tmx}}
        - {uses: export, with: {to: b/a.tsv.gz}}
      checks:
        - {metric: align.coverage.source, minimum: 0.9}
      """)
    #expect(reading.problems.map(\.description) == [])
    let plan = try #require(reading.plan)
    #expect(plan.name == "press")
    #expect(plan.source.description == "es-MX")
    #expect(plan.target.description == "no")
    #expect(plan.inputs.map(\.name) == ["a", "b"])
    #expect(plan.inputs[0].unpaired == .skip)
    #expect(plan.inputs[0].charset == "detect")
    #expect(plan.inputs[0].roles?.source?.description == "es/{stem}.txt")
    #expect(plan.inputs[1].manifest == "list.tsv")
    #expect(plan.stages.map(\.id) == ["normalize", "cut", "align", "filter", "export", "export-2"])
    #expect(plan.gates.first?.minimum == 0.9)
  }

  @Test func `all problems are told at once, in the order of the file`() {
    let problems = Plans.problems(
      """
      cotejo: 2
      langauges: {source: es, target: en}
      inputs:
        a: {corpus: x, unpaired: wran}
      stages:
        - {uses: segmnt}
        - {uses: filter, with: {minimunScore: 1, minimumWords: no}}
        - {uses: export, with: {to: ../x.tmx}}
      checks:
        - {metric: algin.score.mean, minimum: 1}
      """)
    #expect(
      problems == [
        "p.yml:1:9: error: this program reads version 1 of the schema, and this is '2'",
        "p.yml:2:1: error: unknown key 'langauges' in the pipeline; did you mean 'languages'?",
        "p.yml:4:28: error: 'unpaired' must be one of error, warn, skip, and this is 'wran'; "
          + "did you mean 'warn'?",
        "p.yml:6:12: error: unknown stage 'segmnt'; did you mean 'segment'?",
        "p.yml:7:27: error: unknown key 'minimunScore' in stage 'filter'; did you mean "
          + "'minimumScore'?",
        "p.yml:7:58: error: 'minimumWords' in stage 'filter' must be a whole number from 0 to 1000, "
          + "and this is 'no'",
        "p.yml:8:31: error: 'to' in stage 'export' must be a path below the output folder, and this "
          + "is '../x.tmx'",
        "p.yml:10:14: error: 'metric' must be one of align.coverage.source, align.coverage.target, "
          + "align.score.mean, quotes.direct, quotes.indirect, trace.found, trace.elsewhere, "
          + "trace.share, check.pairs, check.altered, check.cannotTell, check.score, "
          + "check.critical, check.major, check.minor, filter.kept, deduplicate.kept, "
          + "export.units, documents.total, documents.failed, transcripts.failed, documents.unpaired, and this is "
          + "'algin.score.mean'; did you mean 'align.score.mean'?",
      ])
  }

  @Test func `what is missing is told`() {
    #expect(
      Plans.problems("name: x\ninputs: {a: }\nstages: [{}]") == [
        "p.yml:1:1: error: the pipeline needs 'cotejo': the version of the schema, which is 1",
        "p.yml:1:1: error: the pipeline needs 'languages': {source: es, target: en}",
        "p.yml:2:10: error: input 'a' needs 'corpus': the folder of the documents",
        "p.yml:3:10: error: a stage needs 'uses': the name of a stage",
      ])
  }

  @Test(arguments: ["3", "[]", "x", "{}"])
  func `a root that is no pipeline is told`(_ text: String) {
    #expect(!Plans.problems(text).isEmpty)
  }

  @Test(arguments: [
    ("{source: es, target: es}", "both sides are 'es'"),
    ("{source: es}", "needs 'target'"),
    ("{source: e, target: en}", "'e' is not a language tag"),
    ("es", "'languages' must be a mapping"),
    ("{source: [es], target: en}", "'source' must be text"),
  ])
  func `languages are checked`(_ languages: String, _ expected: String) {
    let problems = Plans.problems(
      "cotejo: 1\nlanguages: \(languages)\ninputs: {a: {corpus: x}}\n\(stages)")
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test func `no and on are names, yes is no switch`() {
    let text = Plans.head.replacing("target: en", with: "target: no")
    #expect(Plans.read(text + stages).plan?.target.description == "no")
    let problems = Plans.reading(stages: ["uses: normalize, with: {spaces: yes}"]).problems
    #expect(
      problems.map(\.message) == [
        "'spaces' in stage 'normalize' must be true or false, and this is 'yes'"
      ])
  }

  @Test func `the name comes from the file where none is given`() {
    let bytes = Array((Plans.head + stages).utf8)
    #expect(PlanReader.read(bytes, file: "a/b/news.v2.yml").plan?.name == "news")
    #expect(PlanReader.read(bytes, file: "...").plan?.name == "pipeline")
    #expect(
      Plans.problems("name: ../x\n" + Plans.head + stages) == [
        "p.yml:1:7: error: 'name' is made of letters, digits, '.', '_' and '-'"
      ])
  }

  @Test(arguments: [
    (["uses: align"], "needs sentences, which no stage before it makes; put 'segment' before it"),
    (["uses: segment", "uses: normalize"], "needs documents"),
    (["uses: segment", "uses: align", "uses: learn"], "put it before 'align'"),
    (["uses: segment", "uses: filter"], "put 'align' or 'trace' before it"),
    (["uses: segment", "uses: align", "uses: segment, id: again"], "needs documents"),
    (["uses: normalize", "uses: normalize"], "a second stage 'normalize'"),
    (["uses: segment, id: a.b"], "'id' is made of"),
    (["uses: segment, form: x"], "unknown key 'form' in a stage; did you mean 'from'?"),
    (["with: {}"], "a stage needs 'uses'"),
    (["uses: [x]"], "'uses' must be text"),
    (["uses: segment, with: 3"], "stage 'segment' must be a mapping"),
    (["uses: segment", "uses: align", "uses: export"], "stage 'export' needs 'to'"),
  ])
  func `stages are checked, and their order`(_ stages: [String], _ expected: String) {
    let problems = Plans.reading(stages: stages).problems.map(\.description)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test func `the missing maker is told once, not for each stage behind it`() {
    #expect(Plans.reading(stages: ["uses: align", "uses: filter"]).problems.count == 1)
  }

  @Test(arguments: [
    ("a.tmx", "a.tmx", "'a.tmx' is written by stage 'export' already"),
    ("a.tmx", "manifest.json", "format"),
    ("a.tmx", "rejected.jsonl", "'rejected.jsonl' is written by the run itself already"),
    ("x.es.tsv", "a.txt", "does not end in"),
  ])
  func `two files of one name are refused`(_ first: String, _ second: String, _ expected: String) {
    let problems = Plans.reading(stages: [
      "uses: segment", "uses: align", "uses: export, with: {to: \(first)}",
      "uses: export, with: {to: \(second)}",
    ]).problems.map(\.description)
    #expect(problems.count == 1)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test func `a metric needs its stage, and a check its bounds`() {
    let problems = Plans.reading(
      stages: ["uses: segment"],
      checks: """
        checks:
          - {metric: align.score.mean, minimum: 0.5}
          - {metric: documents.failed}
          - {metric: documents.failed, minimum: 2, maximum: 1}
          - {minimum: 1}
          - 3
        """
    ).problems.map(\.message)
    #expect(
      problems == [
        "'align.score.mean' needs a stage 'align'",
        "a check needs a 'minimum' or a 'maximum'",
        "'minimum' is above 'maximum'; nothing could pass",
        "a check needs 'metric': the figure that is checked",
        "a check must be a mapping, and this is '3'",
      ])
  }

  @Test func `params stand where they are named`() throws {
    let reading = Plans.read(
      """
      cotejo: 1
      params: {score: 0.25, folder: x, set: {a: 1}}
      languages: {source: es, target: en}
      inputs: {a: {corpus: "corpora/${params.folder}/y"}}
      stages:
        - uses: segment
        - uses: align
        - {uses: filter, with: {minimumScore: "${params.score}"}}
      """, settings: ["folder=z", "filter.minimumWords=3"])
    let plan = try #require(reading.plan, "\(reading.problems)")
    #expect(plan.inputs[0].corpus == "corpora/z/y")
    let filter = try #require(plan.stages[2].stage as? FilterStage)
    #expect(filter.values[FilterStage.minimumScore] == 0.25)
    #expect(filter.values[FilterStage.minimumWords] == 3)
  }

  @Test func `what is set on the command line is checked like the file`() {
    let text = Plans.head + stages
    #expect(
      Plans.problems(text, settings: ["segment.paragraphs=lines", "segmnt.x=1", "score=1"]) == [
        "--set score=1: error: the pipeline has no param 'score'",
        "--set segment.paragraphs=lines: error: 'paragraphs' in stage 'segment' must be one of "
          + "automatic, line, blankLine, and this is 'lines'; did you mean 'line'?",
        "--set segmnt.x=1: error: the pipeline has no stage 'segmnt'; did you mean 'segment'?",
      ])
  }
}
