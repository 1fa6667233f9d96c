import CotejoTestSupport
import Foundation
import Testing

@testable import CotejoFormats

struct JSONScannerTests {
  private func accepts(_ bytes: [UInt8]) -> Bool {
    var scanner = JSONScanner(bytes)
    do {
      try scanner.skipValue()
      try scanner.end()
      return true
    } catch {
      #expect((0...bytes.count).contains(error.offset))
      return false
    }
  }

  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "-0", "10.5e-3", "1E+9", #""a""#, " [ 1 , 2 ] ",
    #"{"a":{"b":[null]}}"#, #""\u00e9\ud83d\ude00""#, "\t\n\r[]",
  ])
  func `JSON is accepted`(text: String) {
    #expect(accepts(Array(text.utf8)))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{,}", #"{"a"}"#, #"{"a":}"#, "01", "1.", ".5", "+1", "1e", "-", "nul", "tru",
    "'a'", #""a"#, "\"\n\"", #""\x""#, #""\u12""#, #""\ud83d""#, #""\ud83dx""#, #""\ude00""#,
    #""\ud83d\u0041""#, "[] []", "NaN", "{a:1}", "[1 2]", #"{"a":1 "b":2}"#, "//", #""\u12g4""#,
  ])
  func `Anything else is not`(text: String) {
    #expect(!accepts(Array(text.utf8)))
  }

  @Test
  func `Strings are decoded`() throws {
    var scanner = JSONScanner(Array(#""a\"\\\/\b\f\n\r\té\u00e9\u0000\ud83D\uDe00""#.utf8))
    var text: [UInt8] = []
    try scanner.string(into: &text)
    #expect(
      String(decoding: text, as: UTF8.self) == "a\"\\/\u{8}\u{C}\n\r\té\u{E9}\0😀")
  }

  @Test(
    arguments: [
      ("0", 0), (" 42 ,", 42), ("2147483647", Int32.max), ("-0", 0), ("7]", 7),
      ("2147483648", nil), ("-1", nil), ("1.0", nil), ("1e3", nil), ("\"1\"", nil), ("null", nil),
      ("", nil), ("+1", nil), ("[1]", nil), ("99999999999999999999999", nil),
    ] as [(String, Int32?)])
  func `Whole numbers from 0 are read, nothing else`(_ text: String, _ expected: Int32?) {
    var scanner = JSONScanner(Array(text.utf8))
    #expect((try? scanner.wholeNumber()) == expected)
    // The scanner stands behind the number.
    if expected != nil { #expect(scanner.peek() == text.utf8.last { $0 == 0x2C || $0 == 0x5D }) }
  }

  @Test
  func `Nesting has a bound, and no depth overflows the stack`() {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: UInt8(ascii: "["), count: depth)
        + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(accepts(nested(60)))
    #expect(!accepts(nested(65)))
    #expect(!accepts(nested(1_000_000)))
  }

  @Test
  func `Changed JSON never traps and what is accepted another parser accepts`() {
    var generator = SeededGenerator(seed: 33)
    let seeds = [
      #"{"source":[{"document":"a","start":0,"end":12,"text":"Sí.\u2028"}],"score":0.93e1}"#,
      #"[null,true,false,-1.5E+3,"\ud83d\ude00\n",{"a":{"b":[[]]}}]"#,
    ].map { Array($0.utf8) }
    for round in 0..<4000 {
      var bytes = seeds[round % 2]
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0x00...0x7E, using: &generator)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: index)
        }
      }
      // Cut characters are for the readers to find; the scanner is only given UTF-8.
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      // Foundation lets a comma stand before a closing brace; it must not be the stricter one.
      guard accepts(bytes) else { continue }
      #expect(throws: Never.self, "\(String(decoding: bytes, as: UTF8.self))") {
        try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      }
    }
  }
}
