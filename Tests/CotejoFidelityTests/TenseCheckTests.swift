import Testing

@testable import CotejoFidelity

@Suite struct TenseCheckTests {
  @Test(arguments: [
    (
      "El ministro firmó el acuerdo con los sindicatos.",
      "The minister will sign the agreement with the unions.", "will sign"
    ),
    (
      "El ministro firmará el acuerdo con los sindicatos.",
      "The minister signed the agreement with the unions.", "signed"
    ),
  ])
  func faults(source: String, target: String, word: String) throws {
    let faults = try WordingFixture.faults(.tense, source, target)
    let found = faults.map {
      WordingFixture.text($0.target ?? $0.source, $0.target == nil ? source : target)
    }
    #expect(found.contains(word), "\(faults)")
  }

  @Test(arguments: [
    (
      "El ministro firmó el acuerdo con los sindicatos.",
      "The minister has signed the agreement with the unions."
    ),
    ("El ministro va a firmar el acuerdo.", "The minister will sign the agreement."),
    ("El ministro dijo que firmará el acuerdo.", "The minister said he would sign the agreement."),
    ("El acuerdo está firmado por el ministro.", "Signed by the minister, the agreement is there."),
  ])
  func harmless(source: String, target: String) throws {
    #expect(try WordingFixture.faults(.tense, source, target) == [])
  }
}
