import Testing

@testable import CotejoFidelity

@Suite struct TenseCheckTests {
  @Test(arguments: [
    ("La empresa vendió la casa.", "The company will sell the house.", "will sell"),
    ("El rey murió en la ciudad.", "The king will die in the city.", "will die"),
    (
      "El ministro firmó el acuerdo con los sindicatos.",
      "The minister will sign the agreement with the unions.", "will sign"
    ),
    (
      "El ministro firmará el acuerdo con los sindicatos.",
      "The minister signed the agreement with the unions.", "signed"
    ),
  ])
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(TenseCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
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
    let found = try WordingFixture.suspicions(TenseCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }
}
