import CotejoTestSupport
import Testing

@testable import CotejoFormats

struct JSONLinesTests {
  /// The strings of a text that has one on each line, with the numbers of the lines.
  private func strings(_ bytes: [UInt8]) throws(FormatError) -> [(text: [UInt8], line: Int)] {
    try JSONLines.read(bytes, place: "a.jsonl") { (scanner, line) throws(JSONScanner.Fault) in
      var text: [UInt8] = []
      try scanner.string(into: &text)
      return (text, line)
    }
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), (" \t\r\n", []), ("\u{FEFF}", []),
    ("\"a\"", [1]), ("\"a\"\n", [1]), ("\u{FEFF}\"a\"\r\n\"a\"", [1, 2]),
    ("\n \"a\" \n\r\n\t\n\"a\"\n\n", [2, 5]),
    // What ends a line elsewhere does not end one of JSON Lines.
    ("\"\u{2028}\u{85}\"\n\"a\"", [1, 2]),
  ])
  func `each line that is not blank is a record`(_ text: String, _ lines: [Int]) throws {
    #expect(try strings(Array(text.utf8)).map(\.line) == lines)
  }

  @Test(arguments: [
    ("x", 0, "'\"' is missing"), ("\"a", 2, "a string does not end"),
    ("\"a\" \"b\"", 4, "something stands behind the value"),
    ("\"\0\"", 1, "a control character stands in a string"),
    // A mark is none behind the start of the text.
    ("\u{FEFF}\"a\"", 0, "'\"' is missing"),
  ])
  func `what is no record is an error with its line and byte`(
    _ line: String, _ offset: Int, _ message: String
  ) {
    let error = #expect(throws: FormatError.self) {
      try strings(Array("\"a\"\r\n\n\(line)\n\"b\"\n".utf8))
    }
    #expect(
      error
        == FormatError(
          .malformed, place: "a.jsonl", line: 3, message: "\(message) (byte \(offset) of the line)")
    )
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80]] as [[UInt8]])
  func `bytes that are not UTF-8 are an error with their line`(_ wrong: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let error = #expect(throws: FormatError.self) {
      try strings([0x0A, quote] + wrong + [quote, 0x0A])
    }
    #expect(error?.line == 2 && error?.message.hasPrefix("the line is not valid UTF-8") == true)
  }

  @Test func `a fault of the reader is an error, too`() {
    let error = #expect(throws: FormatError.self) {
      try JSONLines.read(Array("1\n2".utf8), place: "a") {
        (scanner, line) throws(JSONScanner.Fault) in
        if line == 2 { throw scanner.fault("two is too many") }
        try scanner.skipValue()
      }
    }
    #expect(error?.line == 2 && error?.message == "two is too many (byte 0 of the line)")
  }

  @Test func `what is written line by line is read again`() throws {
    var generator = SeededGenerator(seed: 17)
    let blanks = ["", " ", "\t\r", "\r"].map { Array($0.utf8) }
    for _ in 0..<300 {
      let texts = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        generator.text(upTo: 20)
      }
      var (bytes, lines, number): ([UInt8], [Int], Int) = ([], [], 1)
      if Bool.random(using: &generator) { bytes = [0xEF, 0xBB, 0xBF] }
      for text in texts {
        while Int.random(in: 0..<4, using: &generator) == 0 {
          bytes += (blanks.randomElement(using: &generator) ?? []) + [0x0A]
          number += 1
        }
        JSONText.append(text, to: &bytes)
        bytes += Bool.random(using: &generator) ? [0x0A] : [0x0D, 0x0A]
        lines.append(number)
        number += 1
      }
      if Bool.random(using: &generator), !texts.isEmpty { bytes.removeLast() }
      let read = try strings(bytes)
      #expect(read.map(\.text) == texts.map { Array($0.utf8) })
      #expect(read.map(\.line) == lines)
    }
  }

  @Test func `changed text never traps, and an error names one of its lines`() {
    var generator = SeededGenerator(seed: 18)
    var (read, refused) = (0, 0)
    for _ in 0..<3000 {
      var bytes = Array("\u{FEFF}\"uno\"\n\r\n \"d\\u00f3s\" \r\n\"three\"\n".utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] =
          Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : "\"\\\n\r u0".utf8.randomElement(using: &generator) ?? 0
      }
      let lines = bytes.count { $0 == 0x0A } + 1
      do {
        #expect(try strings(bytes).allSatisfy { (1...lines).contains($0.line) })
        read += 1
      } catch {
        #expect(error.code == .malformed && (1...lines).contains(error.line ?? 0))
        refused += 1
      }
    }
    // The test would be idle if all went one way.
    #expect(read > 100 && refused > 100)
  }
}
