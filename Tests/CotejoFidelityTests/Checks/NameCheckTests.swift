import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct NameCheckTests {
  @Test(arguments: [
    ("Ayer llegó Marta Quintela a Lugo.", "Yesterday Bettina Kowalczyk arrived in Lugo."),
    ("El presidente viajó a Noruega en tren.", "The president travelled to Portugal by train."),
    ("La obra, explicó Urquijo, está acabada.", "The work, Hendricks explained, is finished."),
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isSuspected(.name, source, target))
  }

  @Test(arguments: [
    ("El presidente viajó a Noruega en tren.", "The president travelled to Norway by train."),
    ("La cumbre de Pekín terminó.", "The summit in Beijing ended."),
    ("La ONU y la OTAN firmaron.", "The UN and NATO signed."),
    ("Lo dijo Viacheslav Petrov.", "Vyacheslav Petrov said so."),
    ("Habló en Totana.", "She spoke in Totana's square."),
    ("Vive en los Estados Unidos.", "He lives in the US."),
    ("La obra, explicó Ana Urquijo, está acabada.", "The work, Urquijo explained, is finished."),
    ("El lunes vuelve la Seguridad Social.", "On Monday the Social Security is back."),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.name, source, target))
  }

  @Test func anExchangedNameIsCritical() throws {
    let finding = try #require(
      CheckedExamples.findings(
        .name, "La obra, explicó Urquijo, está acabada.", "The work, Hendricks explained, is done."
      ).first)
    #expect(finding.severity == .critical)
    #expect(finding.source?.range == 18..<25)
    #expect(finding.target?.range == 10..<19)
  }
}
