import CotejoFormats
import CotejoQuotation
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// What every stage that works on single pairs makes of pairs of several kinds, against what is put
/// back from the bytes of its result.
struct StageResultTests {
  /// Beads of sentences, with rejections and checks there before other stages.
  private static let sentenceStages = [
    "uses: normalize, with: {quotes: true, ellipses: true}", "uses: normalize, id: again",
    "uses: segment", "uses: align",
    "uses: check", "uses: filter, with: {lengthRatio: 1.6, languages: verify}",
    "uses: check, id: strict, with: {altered: drop, minimumProbability: 0.9}",
    "uses: filter, id: late, with: {minimumWords: 4, minimumScore: 0.2}",
    #"uses: exec, with: {shell: true, command: 'echo a >&2; sed -e 1s/score\":[0-9.]*/score\":0.5/ -e 2d'}"#,
  ]
  /// Beads of quotations.
  private static let quotationStages = [
    "uses: normalize", "uses: segment", "uses: quotes",
    "uses: trace, with: {minimumConfidence: 0.05}",
    "uses: check, with: {altered: drop}", "uses: filter, with: {maximumWords: 9}",
    #"uses: exec, with: {command: [sed, 's/score":[0-9.]*/score":0.5/']}"#,
  ]

  private static let original = """
    PRESIDENTA ELENA SOTO: Buenos días a todas y todos. El puente no se va a cerrar. Vamos a reparar \
    las dos torres antes de diciembre, con recursos de la provincia.

    PREGUNTA: ¿Vinieron 300 personas?

    PRESIDENTA ELENA SOTO: Vinieron 300 personas a la ciudad. Muchas gracias. Vivimos cerca del río.
    """
  private static let article = """
    Elena Soto spoke on Monday. “The bridge is not going to be closed,” Soto said. “My uncle sells \
    umbrellas on Sundays,” said Bruno Katz. Soto said that both towers would be repaired before \
    December.

    “There came 900 people to the city,” she said. We live near the river. We live near the river.
    """

  /// Pairs as they come from files.
  private static func pairs() throws -> [(name: String, pair: PairState)] {
    let broken =
      "\u{FEFF}"
      + article.replacing("people", with: "peo\u{AD}ple&eacute;")
      .replacing("\n", with: "\r\n") + "\u{0}\u{2028}Se\u{F1}or Ma\u{A0}n\u{303}ana. Ã±"
    var latin = DocumentReader(charset: .detect)
    let bytes = original.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let pair = DocumentPair(
      id: "l", source: "es/l", target: "en/l", isLineParallel: false)
    let detected = try latin.document(of: bytes, id: "es/l", language: LanguageTag("es"))
    latin.charset = .named("utf-16be")
    let wide = article.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    return [
      ("article with its original", try Pairs.pair(original, article)),
      ("repaired", try Pairs.pair(original.replacing(" ", with: "\u{A0}\u{200B}"), broken)),
      (
        "other charsets",
        PairState(
          number: 7, pair: pair, source: detected,
          target: try latin.document(of: wide, id: "en/l", language: LanguageTag("en")))
      ),
      (
        "line by line",
        try Pairs.pair(
          "Uno.\r\n\r\n Dos \u{2028}y tres.\nCuatro.\n", "One.\nNothing.\nTwo and “three”.\n \n",
          isLineParallel: true)
      ),
      ("one side longer", try Pairs.pair(original + "\n" + original, "Good morning.")),
      ("without letters", try Pairs.pair("…\n\n—", "“”\n\n\n")),
      ("without text", try Pairs.pair("", " \n")),
    ]
  }

  private static func plan(_ stages: [String], head: String = Plans.head) throws -> Plan {
    let reading = Plans.read(head + "stages:\n" + stages.map { "  - {\($0)}\n" }.joined())
    return try #require(reading.plan, "\(reading.problems)")
  }

  // Opening lexicons and language data for each test would take most of their time.
  private static let resources = Result {
    let sentences = try plan(sentenceStages)
    return try StageResources(sentences, sentences.stages + plan(quotationStages).stages)
  }

  /// Takes a pair through stages, each time beside one that gets the result back from bytes.
  private static func follow(
    _ pair: PairState, _ plan: Plan, _ resources: StageResources, _ name: String
  ) throws -> PairState {
    var tools = StageTools(resources: resources)
    var state = pair
    var restored = pair
    for planned in plan.stages {
      let stage = try #require(planned.stage as? any DocumentStage)
      let parts = type(of: stage).changes
      try stage.process(&state, as: planned.id, tools: &tools, resources: resources)
      let bytes = state.encodeResult(of: parts, stage: planned.id)
      try restored.decodeResult(bytes, parts: parts, stage: planned.id, resources: resources)
      #expect(restored.differences(from: state) == [], "\(name), \(planned.id)")
      #expect(restored.encodeResult(of: parts, stage: planned.id) == bytes)
    }
    state.renderUnits()
    restored.renderUnits()
    #expect(restored.units == state.units)
    return state
  }

  @Test func `every stage is restored for every kind of pair`() throws {
    var stages: Set<String> = []
    var reasons: Set<String> = []
    for list in [Self.sentenceStages, Self.quotationStages] {
      let plan = try Self.plan(list)
      let resources = try Self.resources.get()
      stages.formUnion(plan.stages.map { type(of: $0.stage).name })
      for (name, pair) in try Self.pairs()
      where name != "line by line" || list.contains("uses: align") {
        let state = try Self.follow(pair, plan, resources, name)
        reasons.formUnion(state.rejections.compactMap { $0.map { "\($0.stage) \($0.reason)" } })
      }
    }
    let all = StageCatalog.all.filter { $0 is any DocumentStage.Type }.map { $0.name }
    #expect(stages == Set(all))
    // The pairs are such that stages have something to say.
    #expect(reasons.isSuperset(of: ["filter oneSided", "late minimumWords", "trace elsewhere"]))
    #expect(reasons.contains { $0.hasPrefix("strict") || $0.hasPrefix("check") }, "\(reasons)")
  }

  /// Few transcripts are in memory; of many, those that traces lead to are read again.
  @Test(arguments: [2, 12])
  func `articles with transcripts`(_ days: Int) async throws {
    let folder = TemporaryFolder()
    for day in 1..<days {
      let line = "En el centro no se va a ver nada para los \(day) alcaldes.\n"
      folder.write("PRESIDENTA ELENA SOTO: " + line, to: "corpus/es/\(10 + day).txt")
    }
    folder.write(Self.original.replacing(" días", with: "\u{A0}dÃ­as"), to: "corpus/es/m/u.txt")
    folder.write(Self.article, to: "corpus/articles/a.txt")
    let plan = try Self.plan(
      Self.quotationStages,
      head: """
        cotejo: 1
        languages: {source: es, target: en}
        inputs:
          press: {corpus: \(folder.path)/corpus, roles: {en: "articles/{stem}.txt"}, transcripts: es}

        """)
    let input = plan.inputs[0]
    let found = CorpusReader(
      source: plan.source, target: plan.target, roles: input.roles, transcripts: input.transcripts
    ).read(folder.file("corpus"))
    let inputs = [RunInput(plan: input, corpus: try #require(found.corpus, "\(found.problems)"))]
    var resources = try Self.resources.get()
    try await resources.openTranscripts(
      of: inputs, for: plan.stages, index: .folder(folder.file("index")), jobs: 1)
    let pair = try RunPair.all(of: inputs)[0].read(number: 0, resources)
    let state = try Self.follow(pair, plan, resources, "\(days) transcripts")
    #expect(state.traced?.transcripts.map(\.document) == ["es/m/u.txt"])
    #expect(state.traced?.transcripts[0].text.edits.isEmpty == false)

    // What is in memory holds for the run; a file that is read again must be what it was.
    var second = try Self.resources.get()
    try await second.openTranscripts(
      of: inputs, for: plan.stages, index: .folder(folder.file("index")), jobs: 1)
    folder.write(Self.original + "\nY otra cosa.\n", to: "corpus/es/m/u.txt")
    let bytes = state.encodeResult(of: [.traces], stage: "trace")
    var restored = state
    do throws(ResultDamage) {
      try restored.decodeResult(bytes, parts: [.traces], stage: "trace", resources: second)
      #expect(days < 9)
    } catch {
      #expect(days > 8)
      #expect(error.message.contains("leads to 'es/m/u.txt'"))
    }
  }

  @Test func `what documents and stages are called is not in the bytes`() throws {
    for list in [Self.sentenceStages, Self.quotationStages] {
      let plan = try Self.plan(list)
      let resources = try Self.resources.get()
      func results(number: Int, suffix: String) throws -> [[UInt8]] {
        var tools = StageTools(resources: resources)
        var state = try Pairs.pair(Self.original, Self.article, number: number)
        return try plan.stages.map { planned in
          let stage = try #require(planned.stage as? any DocumentStage)
          let id = planned.id + suffix
          try stage.process(&state, as: id, tools: &tools, resources: resources)
          return state.encodeResult(of: type(of: stage).changes, stage: id)
        }
      }
      #expect(try results(number: 0, suffix: "") == results(number: 12, suffix: "-renamed"))
    }
  }

  @Test func `a stage with another name puts its own on its rejections`() throws {
    let before = try Pairs.aligned([("Uno.", ""), ("Dos.", "Two.")])
    var after = before
    try Pairs.run(FilterStage.self, on: &after)
    var restored = before
    try restored.decodeResult(
      after.encodeResult(of: [.rejections], stage: "filter"), parts: [.rejections],
      stage: "sieve", resources: Pairs.resources())
    #expect(restored.rejections.map { $0?.stage } == ["sieve", nil])
    #expect(restored.remaining == 1)
  }
}
