import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct WrittenDateTests {
  private func date(_ text: String, _ language: String) throws -> String? {
    let options = language == "en" ? ReadingOptions.english : ReadingOptions.spanish
    let words = try #require(options.pack).transcriptWords
    return WrittenDate.first(in: Array(text.utf8).span, words: words)?.description
  }

  @Test(
    arguments: [
      ("Fecha: 2031-03-04", "2031-03-04"), ("2031/3/4", "2031-03-04"),
      ("Martes 4 de marzo de 2031, 7:34 horas", "2031-03-04"),
      ("a 1.º de septiembre del 2034", "2034-09-01"), ("4 MARZO 2031", "2031-03-04"),
      ("04/03/2031", "2031-03-04"), ("4.3.2031", "2031-03-04"), ("3/14/2031", "2031-03-14"),
      ("5 dic. 2031", "2031-12-05"), ("del 3 al 5 de mayo de 2031", "2031-05-05"),
      ("acta-20310304.txt", "2031-03-04"),
    ])
  func `Spanish dates`(_ text: String, _ expected: String) throws {
    #expect(try date(text, "es") == expected)
  }

  @Test(
    arguments: [
      ("Tuesday, March 4, 2031, 7:34 a.m.", "2031-03-04"), ("March 4th, 2031", "2031-03-04"),
      ("4 March 2031", "2031-03-04"), ("the 4th of March, 2031", "2031-03-04"),
      ("Sept. 9, 2031", "2031-09-09"), ("3/4/2031", "2031-03-04"),
      ("31/4/2031 13/4/2031", "2031-04-13"),
    ])
  func `English dates`(_ text: String, _ expected: String) throws {
    #expect(try date(text, "en") == expected)
  }

  @Test(
    arguments: [
      "", "marzo", "4 de marzo", "marzo de 2031", "31 de febrero de 2031", "12345678901234567890",
      "2031-13-01", "entre 2030-2031", "teléfono 55-1234-5678", "99999999",
    ])
  func `what is no date`(_ text: String) throws {
    #expect(try date(text, "es") == nil)
  }

  @Test func `any text is read without harm`() throws {
    let words = try #require(ReadingOptions.spanish.pack).transcriptWords
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<300 {
      let text = Array((generator.text(upTo: 60) + " 4 de marzo de 2031").utf8)
      // What stands before may be a date of its own, or go on into this one.
      _ = WrittenDate.first(in: text.span, words: words)
    }
  }
}
