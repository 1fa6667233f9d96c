import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct CorpusSurveyTests {
  // Loading it for each folder would take most of the time.
  private static let model = Result { try LanguageModel.shipped() }

  private func survey(
    _ files: [String: String], from source: String? = nil, to target: String? = nil
  ) throws -> (survey: CorpusSurvey, folder: TemporaryFolder) {
    let folder = Prose.folder(files)
    let survey = try CorpusSurvey(
      folder.path, source: source.map { try LanguageTag($0) },
      target: target.map { try LanguageTag($0) }, model: Self.model.get())
    return (survey, folder)
  }

  private func found(_ survey: CorpusSurvey) -> [String] {
    survey.proposals.map { "\($0.layout.rawValue) \($0.source)-\($0.target): \($0.description)" }
  }

  @Test(arguments: [
    (["es/a.txt", "en/a.txt"], "folders es-en: es/… + en/…"),
    (["ES/a.txt", "de/a.txt"], "folders es-de: es/… + de/…"),
    (["de/x/a.txt", "en/x/a.txt", "en/README.txt"], "folders de-en: de/… + en/…"),
    (["a.es-MX.txt", "a.en.txt"], "suffixes es-MX-en: stem.es-MX.txt + stem.en.txt"),
    (["a.es", "a.en"], "lines es-en: stem.es + stem.en (line by line)"),
    (["a_es.txt", "a_en.txt", "b_es.txt"], "roles es-en: {stem}_es.txt + {stem}_en.txt"),
    (["es-a.txt", "en-a.txt"], "roles es-en: es-{stem}.txt + en-{stem}.txt"),
    (
      ["2031/a_ES.txt", "2031/a_EN.txt"],
      "roles es-en: {folder}/{stem}_ES.txt + {folder}/{stem}_EN.txt"
    ),
    (
      ["texts/es/a.txt", "texts/en/a.txt"],
      "roles es-en: {folder}/es/{stem}.txt + {folder}/en/{stem}.txt"
    ),
    (
      ["2031/es/03/a.txt", "2031/en/03/a.txt"],
      "roles es-en: {folder}/es/{folder3}/{stem}.txt + {folder}/en/{folder3}/{stem}.txt"
    ),
    (["pt/a.txt", "no/a.txt"], "folders no-pt: no/… + pt/…"),
  ])
  func `names tell languages and layout`(_ paths: [String], _ expected: String) throws {
    let (survey, folder) = try survey(
      Dictionary(uniqueKeysWithValues: paths.map { ($0, "x\n") }))
    #expect(found(survey) == [expected])
    let proposal = try #require(survey.proposals.first)
    let corpus = try #require(proposal.reader?.read(folder.path).corpus)
    #expect(corpus.pairs.count == 1)
  }

  @Test func `a table wins, and its head tells the languages`() throws {
    let (survey, folder) = try survey([
      "manifest.tsv": "\u{FEFF}id\ten\tes\tdate\r\na\tx.txt\ty.txt\t2031\r\n", "x.txt": "x",
      "y.txt": "y", "es/a.txt": "x", "en/a.txt": "y",
    ])
    #expect(found(survey) == ["manifest es-en: manifest.tsv"])
    _ = folder
  }

  @Test func `where names say nothing the text tells the languages`() throws {
    let (survey, folder) = try survey([
      "originales/1.txt": Prose.spanish, "originales/2.txt": Prose.spanish,
      "renderings/1.txt": Prose.english, "renderings/2.txt": Prose.english,
      "notes/todo.md": "x",
    ])
    #expect(
      found(survey) == ["roles es-en: originales/{stem}.txt + renderings/{stem}.txt"])
    #expect(survey.proposals.first?.evidence == .text)
    _ = folder
  }

  @Test func `articles beside transcripts are told by their quotation marks`() throws {
    let (survey, folder) = try survey([
      "press/2031-03-04.txt": Prose.spanish, "press/2031-03-11.txt": Prose.spanish,
      "news/bridge.txt": Prose.article, "news/more/tariffs.txt": Prose.article,
      "news/other.txt": Prose.article,
    ])
    #expect(found(survey) == ["articles es-en: articles news/{stem}.txt, transcripts press"])
    _ = folder
  }

  @Test func `articles in Spanish on what was said in English, too`() throws {
    let (survey, folder) = try survey([
      "a/1.txt": Prose.english, "a/2.txt": Prose.english, "b/x.txt": "«Sí». " + Prose.spanish,
    ])
    #expect(found(survey) == ["articles en-es: articles b/{stem}.txt, transcripts a"])
    _ = folder
  }

  @Test func `all layouts that fit are named`() throws {
    var (survey, folder) = try survey([
      "es/1.txt": Prose.spanish, "en/1.txt": Prose.english, "news/x.txt": Prose.article,
    ])
    #expect(
      found(survey) == [
        "folders es-en: es/… + en/…",
        "articles es-en: articles news/{stem}.txt, transcripts es",
      ])
    let question = survey.question(survey.proposals).description
    #expect(question.contains("--layout folders --from es --to en: es/… + en/…"))
    #expect(question.contains("--layout articles"))
    (survey, folder) = try self.survey(["es/1.txt": "x", "en/1.txt": "x", "fr/1.txt": "x"])
    #expect(survey.proposals.count == 3)
    (survey, folder) = try self.survey(
      ["es/1.txt": "x", "en/1.txt": "x", "fr/1.txt": "x"], from: "fr", to: "es")
    #expect(found(survey) == ["folders fr-es: fr/… + es/…"])
    _ = folder
  }

  @Test(arguments: [
    [:],
    ["a.txt": Prose.spanish, "b.txt": Prose.english],
    ["es/1.txt": "x"],
    ["notes.md": "x", "run.sh": "x", "a.pdf": "x"],
    ["es/{a}.txt": "x", "x/en/{a}.txt": "y"],
    ["memory.tmx": "<tmx/>"],
    ["es/a.txt.gz": "x", "en/a.txt.gz": "x", "b.TSV.XZ": "x"],
  ])
  func `what fits nothing is explained`(_ files: [String: String]) throws {
    let (survey, folder) = try survey(files)
    #expect(found(survey) == [])
    let text = survey.explanation.description
    #expect(text.contains("no layout that is known fits"))
    #expect(text.contains("found: \(survey.inventory)"))
    #expect(text.contains("would fit: es/… + en/…"))
    if files["a.txt"] != nil { #expect(text.contains("1 of 2 read as en, 1 of 2 read as es")) }
    if files["b.TSV.XZ"] != nil {
      #expect(survey.inventory == "2 .txt.gz, 1 .TSV.XZ")
      #expect(text.contains("unpack them"))
    }
    if files["memory.tmx"] != nil { #expect(text.contains("cotejo check")) }
    _ = folder
  }

  @Test func `a folder that is not there is told`() {
    #expect(throws: PipelineError.self) { try CorpusSurvey("/nowhere at all") }
  }

  @Test func `other charsets and swapped sides are told`() throws {
    let folder = Prose.folder(["es/1.txt": Prose.english, "en/1.txt": Prose.english])
    folder.write(Array("El ni".utf8) + [0xF1] + Array("o duerme.\n".utf8), to: "es/2.txt")
    folder.write("The child sleeps.\n", to: "en/2.txt")
    var survey = try CorpusSurvey(folder.path, model: Self.model.get())
    let settled = try survey.settle(on: try #require(survey.proposals.first))
    #expect(settled.charset == "detect")
    #expect(settled.findings.contains { $0.contains("1 of 4") && $0.contains("es/2.txt") })
    #expect(settled.warnings == ["the documents in 'es' read as 'en'"])
    #expect(ConfigurationDraft(settled).corpusFile.contains("\ncharset: detect "))
  }

  @Test func `names of any kind are no trouble`() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "es", "en", "_", "-", ".", "/", "txt", ".txt", "a", " ", "{", "}", "ñ", "EN", "x",
    ]
    for _ in 0..<60 {
      let folder = TemporaryFolder()
      for _ in 0..<8 {
        let parts = (0..<Int.random(in: 1...7, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? "a"
        }
        let path = parts.joined().split(separator: "/").filter { !$0.allSatisfy { $0 == "." } }
          .joined(separator: "/")
        // Where a file stands no folder can be.
        if !path.isEmpty, !SystemCall.isFolder(folder.file(path)) {
          let parents = path.split(separator: "/").dropLast()
          let blocked = parents.indices.contains { end in
            let parent = folder.file(parents[...end].joined(separator: "/"))
            return SystemCall.isThere(parent) && !SystemCall.isFolder(parent)
          }
          if !blocked { folder.write("x\n", to: path) }
        }
      }
      var survey = try CorpusSurvey(folder.path, model: Self.model.get())
      for proposal in survey.proposals {
        guard let settled = try? survey.settle(on: proposal) else { continue }
        #expect(!settled.corpus.pairs.isEmpty)
        let draft = ConfigurationDraft(settled)
        let text = draft.pipeline(file: "p.yml", schema: nil)
        #expect(Plans.problems(text) == [], "\(text)")
        #expect(CorpusFile.read(Array(draft.corpusFile.utf8), file: "c").problems == [])
      }
    }
  }
}
