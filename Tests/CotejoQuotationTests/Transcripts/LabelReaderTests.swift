import CotejoText
import Testing

@testable import CotejoQuotation

struct LabelReaderTests {
  private func label(_ text: String, _ language: String = "es") throws -> TurnLabel {
    let options = language == "en" ? ReadingOptions.english : ReadingOptions.spanish
    let words = try #require(options.pack).transcriptWords
    return LabelReader(words: words).label(text, span: TextSpan(0, Int32(text.utf8.count)))
  }

  @Test(
    arguments: [
      ("PRESIDENTA DE AURELIA, MARCELA IBARRA QUINTEROS", "Marcela Ibarra Quinteros"),
      ("PRESIDENTA MARCELA IBARRA QUINTEROS", "Marcela Ibarra Quinteros"),
      ("PRESIDENTA DE AURELIA MARCELA IBARRA", "Marcela Ibarra"),
      ("SECRETARIO DE OBRAS, PUERTOS Y CAMINOS, HUGO DE LA PEÑA", "Hugo de la Peña"),
      ("HUGO DE LA PEÑA, SECRETARIO DE OBRAS, PUERTOS Y CAMINOS", "Hugo de la Peña"),
      ("DIRECTORA DEL INSTITUTO DEL AGUA (INAGUA), ELVIRA COSÍO", "Elvira Cosío"),
      ("DIRECTORA GENERAL DEL INSTITUTO DEL AGUA (INAGUA) ELVIRA COSÍO", "Elvira Cosío"),
      ("DIRECTORA DEL INSTITUTO DEL AGUA, ELVIRA COSÍO (INAGUA)", "Elvira Cosío"),
      ("ELVIRA COSÍO-LANDETA", "Elvira Cosío-Landeta"),
      ("SECRETARIO DE OBRAS, GENERAL HUGO PEÑA DE LA O", "Hugo Peña de la O"),
      ("JOSÉ RAMOS Y ZAVALA", "José Ramos y Zavala"),
      ("Sra. Marcela Ibarra", "Marcela Ibarra"),
      ("El señor IBARRA RUIZ", "Ibarra Ruiz"),
      ("DR. HUGO PEÑA, DIRECTOR MÉDICO", "Hugo Peña"),
      ("SUBDIRECTOR DE SALUD. HUGO PEÑA", "Hugo Peña"),
      ("UNIVERSIDAD DEL LITORAL, HUGO PEÑA", "Hugo Peña"),
      ("Amalia Restrepo, corresponsal de Radio Taray", "Amalia Restrepo"),
    ])
  func `Spanish names`(_ text: String, _ name: String) throws {
    let label = try label(text)
    #expect(label.name == name)
    #expect(label.kind == .person)
  }

  @Test(
    arguments: [
      ("PRESIDENT MARCELA IBARRA", "Marcela Ibarra"), ("SECRETARY WHITCOMBE", "Whitcombe"),
      ("Mr. WHITCOMBE", "Whitcombe"),
      ("HAROLD WHITCOMBE, SECRETARY OF COMMERCE", "Harold Whitcombe"),
      ("DIRECTOR OF THE WATER INSTITUTE (WI), ELVIRA COSÍO", "Elvira Cosío"),
    ])
  func `English names`(_ text: String, _ name: String) throws {
    #expect(try label(text, "en").name == name)
  }

  @Test(
    arguments: [
      "PRESIDENTA", "SECRETARIA DE EDUCACIÓN PÚBLICA", "SECRETARIO DE OBRAS, PUERTOS Y CAMINOS",
      "DIRECTOR GENERAL", "MINISTRO DEL INTERIOR",
    ])
  func `an office is no name`(_ text: String) throws {
    let label = try label(text)
    #expect(label.name == nil)
    #expect(label.role == text)
  }

  @Test(
    arguments: [
      ("PREGUNTA", TurnLabel.Kind.question), ("Reportera", .question), ("P", .question),
      ("PREGUNTA (VIDEOLLAMADA)", .question), ("La periodista", .question), ("R", .answer),
      ("INTERVENCIÓN MUJER", .interjection), ("VOCES A CORO", .interjection),
      ("VOZ EN OFF", .voice), ("VOZ HOMBRE 3", .voice),
    ])
  func `labels that name nobody`(_ text: String, _ kind: TurnLabel.Kind) throws {
    let label = try label(text)
    #expect(label.kind == kind)
    #expect(label.name == nil)
  }

  @Test func `remarks are kept, abbreviations are not`() throws {
    let label = try label("HUGO PEÑA (INAGUA) (INTERPRETACIÓN DEL INGLÉS AL ESPAÑOL)")
    #expect(label.remark == "INTERPRETACIÓN DEL INGLÉS AL ESPAÑOL")
    #expect(label.isInterpreted)
    #expect(label.name == "Hugo Peña")
    #expect(try !self.label("HUGO PEÑA (ENLACE)").isInterpreted)
    #expect(try self.label("HAROLD WHITCOMBE (translated)", "en").isInterpreted)
  }
}
