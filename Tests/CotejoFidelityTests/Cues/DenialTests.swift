import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct DenialTests {
  private static func denials(_ source: String) throws -> [String] {
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let resources = try FidelityResources(
      source: es, target: en, lexicons: [], languageData: nil,
      calibration: try Calibration([], place: "none"))
    var batch = try PairBatch([RenderedPair(source, "Yes.")], resources)
    let side = batch.pair(0).source
    return side.denials().map { side.string(side.span(of: $0.words)) }
  }

  @Test(arguments: [
    ("No vino nadie.", ["No vino nadie"]),
    ("No vino; nadie llamó.", ["No", "nadie"]),
    ("Ni él ni ella vinieron.", ["Ni él ni"]),
    ("Salió sin que nadie lo viera.", ["sin que nadie"]),
    ("Sin la carta del alcalde no vendrá.", ["Sin", "no"]),
    ("No pidió al Sr. Ruiz ninguna carta.", ["No pidió al Sr. Ruiz ninguna"]),
    ("No sólo vino, sin embargo.", []),
  ])
  func wordsThatDenyTogetherAreOne(text: String, expected: [String]) throws {
    #expect(try Self.denials(text) == expected)
  }
}
