import CotejoAlignment
import CotejoFidelity
import CotejoFormats
import CotejoText
import Testing

@testable import CotejoPipeline

/// The stage `check` on pairs of documents; whole runs are in `CheckRunTests`.
struct CheckStageTests {
  private static let shared = Result {
    try StageResources(
      Plan(
        name: "t", file: "t.yml", source: LanguageTag("es"), target: LanguageTag("en"), inputs: [],
        stages: [], gates: []),
      [
        PlannedStage(
          id: "check", place: Place(file: "t.yml"), stage: Pairs.stage(CheckStage.self),
          origin: .inputs([0]))
      ])
  }

  private func check(
    _ state: inout PairState, _ values: [String: ParameterValue] = [:]
  ) throws {
    let resources = try Self.shared.get()
    var tools = StageTools(resources: resources)
    try Pairs.stage(CheckStage.self, values).process(
      &state, as: "check", tools: &tools, resources: resources)
  }

  private static let lines = [
    ("Vinieron 300 personas a la ciudad.", "There came 900 people to the city."),
    ("La ministra firmó el acuerdo.", "The minister signed the agreement."),
  ]

  @Test func `each bead with both sides keeps what the check came to`() throws {
    var state = try Pairs.aligned(Self.lines + [("Gracias.", ""), ("…", "—")])
    try check(&state)
    #expect(state.checks.map { $0?.verdict } == [.altered, .faithful, nil, .cannotTell])
    #expect(state.remaining == 4)
    let finding = try #require(state.checks[0]?.findings.first)
    #expect(finding.type == .number)
    #expect(finding.severity == .critical)
    #expect(finding.source.map(\.document) == ["es/p0.txt"])
    #expect(finding.source.map(\.text) == ["300"])
    #expect(finding.source.map(\.start) == [9] && finding.source.map(\.end) == [12])
    #expect(finding.target.map(\.text) == ["900"])
    #expect(finding.target.map(\.start) == [11])
    #expect(state.unit(of: 0).check == state.checks[0])
    #expect(state.unit(of: 2).check == nil)
  }

  @Test func `what was rejected is not checked, and what is altered may be rejected`() throws {
    var state = try Pairs.aligned(Self.lines + Self.lines)
    state.reject(2, by: "filter", "x", "")
    try check(&state, ["altered": .text("drop")])
    #expect(Pairs.reasons(state) == ["altered", nil, "x", nil])
    #expect(state.rejections[0]?.stage == "check")
    #expect(state.rejections[0]?.detail == state.checks[0]?.findings.first?.message)
    #expect(state.checks[2] == nil)
  }

  @Test(arguments: [(0.0, true), (1.0, false)])
  func `the minimum probability tells findings from notes`(
    _ minimum: Double, _ isAltered: Bool
  ) throws {
    var state = try Pairs.aligned([Self.lines[0]])
    try check(&state, ["minimumProbability": .number(minimum)])
    #expect(state.checks[0]?.verdict == (isAltered ? .altered : .faithful))
    let findings = try #require(state.checks[0]?.findings)
    #expect(!findings.isEmpty)
    #expect(findings.contains { $0.severity > .note } == isAltered)
  }

  @Test func `findings lead back to the bytes of files that normalization changed`() throws {
    // A byte order mark, decomposed accents, CRLF inside the sentence, a no-break space.
    let source =
      "\u{FEFF}Llego\u{301} el a\u{303}o.\r\n\r\nEl canto\u{301}n aprobo\u{301}\r\nque vinieran 300\u{A0}personas a la ciudad.\r\n"
    let target =
      "The y\u{AD}ear came.\r\n\r\nThe canton approved\r\nthat 900 people came to the city.\r\n"
    var state = try Pairs.pair(source, target)
    try Pairs.run(NormalizeStage.self, on: &state)
    try Pairs.run(SegmentStage.self, ["paragraphs": .text("blankLine")], on: &state)
    #expect(state.source.sentences.count == 2 && state.target.sentences.count == 2)
    state.join([
      Bead(source: 0..<1, target: 0..<1, score: 1), Bead(source: 1..<2, target: 1..<2, score: 1),
    ])
    try check(&state, ["minimumProbability": .number(0)])
    let finding = try #require(state.checks[1]?.findings.first { $0.type == .number })
    for (places, text, number) in [
      (finding.source, source, "300"), (finding.target, target, "900"),
    ] {
      let place = try #require(places.first)
      let bytes = Array(text.utf8)[place.start..<place.end]
      #expect(String(decoding: bytes, as: UTF8.self) == number)
    }
    // Whatever else is found lies within the files, on the boundaries of characters.
    for check in state.checks.compactMap({ $0 }) {
      for finding in check.findings {
        for (places, text) in [(finding.source, source), (finding.target, target)] {
          for place in places {
            let cut = Array(text.utf8)[place.start..<place.end]
            #expect(String(validating: cut, as: UTF8.self) != nil)
          }
        }
        #expect(!finding.message.contains { $0.isNewline })
      }
    }
  }

  @Test func `a bead of several sentences is checked as one text`() throws {
    var state = try Pairs.aligned(
      [
        ("El perro ladra.", "The dog barks, and there came 900 people to the city."),
        ("Vinieron 300 personas a la ciudad.", ""),
      ],
      beads: [Bead(source: 0..<2, target: 0..<1, score: 0.9)])
    try check(&state)
    let finding = try #require(state.checks[0]?.findings.first { $0.type == .number })
    #expect(finding.source.map(\.start) == [25])
    #expect(finding.source.map(\.text) == ["300"])
  }

  @Test func `joining anew forgets what was checked`() throws {
    var state = try Pairs.aligned(Self.lines)
    try check(&state)
    state.join(state.beads)
    #expect(state.checks == [nil, nil])
  }

  @Test func `parameters, lexicons and data change the fingerprint`() throws {
    let resources = try Self.shared.get()
    func fingerprint(_ values: [String: ParameterValue]) -> String {
      let stage = Pairs.stage(CheckStage.self, values)
      return stage.fingerprint(dependencies: stage.dependencies(resources))
    }
    #expect(fingerprint([:]) == fingerprint(["altered": .text("keep")]))
    #expect(fingerprint([:]) != fingerprint(["altered": .text("drop")]))
    #expect(fingerprint([:]) != fingerprint(["minimumProbability": .number(0.9)]))
    let stage = Pairs.stage(CheckStage.self)
    let dependencies = stage.dependencies(resources)
    #expect(dependencies.count == 2)
    #expect(dependencies.last == resources.checker("automatic").fingerprint)
    #expect(dependencies.first == resources.lexicon("automatic").map(resources.fingerprint(of:)))
  }

  @Test(arguments: [
    ("treshold: 1", "unknown key 'treshold'"),
    ("minimumProbability: high", "must be a number from 0 to 1, and this is 'high'"),
    ("minimumProbability: 1.5", "must be a number from 0 to 1"),
    ("altered: yes", "must be one of drop, keep"),
    ("lexicon: shiped", "did you mean 'shipped'?"),
  ])
  func `parameters that are wrong are told with their place`(
    _ parameter: String, _ expected: String
  ) throws {
    let problems = Plans.reading(
      stages: [
        "uses: segment", "uses: align", "uses: check, with: {\(parameter)}",
      ]
    ).problems.map(\.description)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("p.yml:8:") == true, "\(problems)")
    #expect(problems.first?.contains(expected) == true, "\(problems)")
  }

  @Test func `it needs beads`() {
    let problems = Plans.reading(stages: ["uses: segment", "uses: check"]).problems
    #expect(problems.contains { $0.description.contains("beads") })
    #expect(
      Plans.reading(stages: ["uses: segment", "uses: align", "uses: check"]).problems.isEmpty)
  }
}
