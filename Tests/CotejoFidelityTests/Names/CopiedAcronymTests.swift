import CotejoTestSupport
import Testing

@testable import CotejoFidelity

@Suite struct CopiedAcronymTests {
  /// The acronyms found in a pair, with whether more speaks for each than against it.
  private static func found(_ source: String, _ target: String) throws -> [String: Bool] {
    let pair = try CheckedPairs.pair(source, target)
    return Dictionary(
      uniqueKeysWithValues: CopiedAcronym.all(in: pair).map {
        (pair.target.string(pair.target.words[$0.target].span), $0.evidence > 0)
      })
  }

  @Test(arguments: [
    (
      "Se midió el gasto energético diario (GED) en reposo.",
      "Daily energy expenditure (GED) was measured at rest.", "GED"
    ),
    (
      "Midieron la presión del agua (PA) y la temperatura.",
      "They measured the water pressure (PA) and the temperature.", "PA"
    ),
    (
      "La GED (gasto energético diario) bajó mucho.",
      "The GED (daily energy expenditure) fell a lot.", "GED"
    ),
    (
      "Un caso de insuficiencia renal del adulto mayor (IRAM) en el hospital.",
      "A case of kidney failure of the elderly (IRAM) in the hospital.", "IRAM"
    ),
  ])
  func anAcronymWithTheOriginalsInitialsIsFound(
    _ source: String, _ target: String, _ acronym: String
  ) throws {
    #expect(try Self.found(source, target) == [acronym: true])
    #expect(try CheckedExamples.isFlagged(.untranslated, source, target))
    #expect(try CheckedExamples.marked(.untranslated, source, target) == acronym)
  }

  @Test(arguments: [
    // Rendered.
    (
      "Se midió el gasto energético diario (GED) en reposo.",
      "Daily energy expenditure (DEE) was measured at rest."
    ),
    // The rendering's words have the same initials.
    (
      "Usaron la terapia manual pasiva (TMP) en casa.",
      "They used therapeutic manual procedures (TMP) at home."
    ),
    // The original's acronym is of another language already.
    (
      "Se midió el gasto energético diario (DEE) en reposo.",
      "Daily energy expenditure (DEE) was measured at rest."
    ),
    // The rendering explains nothing.
    ("El GED bajó mucho este año.", "The GED fell a lot this year."),
    ("La sede (SEDE) cerró.", "The seat closed."),
    ("(GED)", "(GED)"), ("GED (", "GED ("), ("", ""),
    // Where all is in capitals there are no acronyms.
    ("EL GED (GASTO DIARIO)", "THE GED (COST DAILY)"),
  ])
  func whatIsRightIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try Self.found(source, target).isEmpty)
  }

  @Test func theAcronymOfABodyMayStay() throws {
    let source = "Lo anunció el Instituto Provincial de Caminos (IPC) el lunes."
    let target = "The Provincial Road Institute (IPC) announced it on Monday."
    #expect(try Self.found(source, target) == ["IPC": false])
    #expect(try !CheckedExamples.isFlagged(.untranslated, source, target))
  }

  @Test func aListedAcronymOfTheOtherLanguageIsFound() throws {
    #expect(
      try Self.found("La OMS avisó el lunes.", "The OMS gave warning on Monday.") == ["OMS": true])
    #expect(
      try Self.found("La OMS avisó el lunes.", "The WHO (OMS) gave warning on Monday.").isEmpty)
    #expect(try Self.found("La NASA avisó el lunes.", "NASA gave warning on Monday.").isEmpty)
  }

  @Test func acronymsOfEnglishMayStand() throws {
    var batch = try PairBatch(
      [
        RenderedPair(
          "They measured daily energy expenditure (DEE) at rest.",
          "Midieron el gasto energético diario (DEE) en reposo.")
      ], CheckedPairs.resources(from: "en", to: "es"))
    #expect(CopiedAcronym.all(in: batch.pair(0)).isEmpty)
  }

  @Test func noTextIsTooStrange() throws {
    var random = SeededGenerator(seed: 5)
    let parts = [
      "(", ")", "GED", "gasto", "de", " ", " ", " ", ".", "É", "\u{0}", "A1", "U.N.", "x",
    ]
    for _ in 0..<300 {
      let sides = (0..<2).map { _ in
        (0..<Int.random(in: 0..<12, using: &random)).map { _ in
          parts.randomElement(using: &random) ?? ""
        }.joined()
      }
      let pair = try CheckedPairs.pair(sides[0], sides[1])
      for acronym in CopiedAcronym.all(in: pair) {
        #expect(pair.source.words.indices.contains(acronym.source))
        #expect(pair.target.words.indices.contains(acronym.target))
      }
    }
  }
}
