import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct ProgramMessagesTests {
  private func messages(_ parts: [[UInt8]]) -> ProgramMessages {
    var messages = ProgramMessages()
    for part in parts { messages.append(part) }
    return messages
  }

  @Test func `what fits is kept as it is`() {
    let text = "¿Qué?\n\u{1B}[31mred\u{1B}[0m\r\n"
    let messages = messages(text.utf8.map { [$0] })
    #expect(messages.text == text)
    #expect(messages.lastWords == "¿Qué?\n\u{FFFD}[31mred\u{FFFD}[0m")
    #expect(ProgramMessages().isEmpty)
    #expect(ProgramMessages().text == "")
    #expect(ProgramMessages().lastWords == "")
  }

  @Test(arguments: [0, 1, 2, 5, 64, 1000])
  func `of a flood the beginning and the end are kept`(_ parts: Int) {
    let part = Array(repeating: UInt8(ascii: "x"), count: 7001) + [0x0A]
    let messages = messages(
      [Array("begin\n".utf8)] + Array(repeating: part, count: parts) + [Array("end\n".utf8)])
    let text = messages.text
    #expect(text.hasPrefix("begin\n"))
    #expect(text.hasSuffix("end\n"))
    #expect(text.utf8.count <= 2 * ProgramMessages.share + 100)
    let total = parts * part.count + 10
    let leftOut = max(0, total - 2 * ProgramMessages.share)
    #expect(text.contains("… \(leftOut) bytes are left out …") == (leftOut > 0))
    if leftOut == 0 { #expect(text.utf8.count == total) }
  }

  @Test func `the last words are whole characters, without blanks around them`() {
    for count in 2040...2060 {
      let words = messages([Array((String(repeating: "é", count: count) + " \n\n").utf8)]).lastWords
      #expect(words.unicodeScalars.allSatisfy { $0 == "é" })
      #expect(words.utf8.count > 2000)
    }
    #expect(messages([[0xFF, 0x41, 0x0A]]).lastWords == "\u{FFFD}A")
    #expect(messages([Array(" \n\t ".utf8)]).lastWords == "")
  }
}
