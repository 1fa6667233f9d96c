import CotejoTestSupport
import Testing

@testable import CotejoICU

struct CharsetConverterTests {
  @Test(
    arguments: [
      ("windows-1252", [0x93, 0x68, 0x94, 0x80, 0xF1], "“h”€ñ"),
      ("ISO-8859-1", [0xBF, 0x61], "¿a"),
      ("UTF-16LE", [0x61, 0, 0x3D, 0xD8, 0x00, 0xDE], "a😀"),
      ("Shift_JIS", [0x93, 0xFA, 0x41], "日A"),
      ("UTF-8", [0xC3, 0xB1], "ñ"), ("windows-1252", [], ""), ("IBM037", [0xC1, 0x81], "Aa"),
      ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
    ] as [(String, [UInt8], String)])
  func converts(charset: String, bytes: [UInt8], text: String) throws {
    var converter = try CharsetConverter(charset: charset)
    let conversion = try converter.converted(bytes.span)
    #expect(conversion.text.bytes == Array(text.utf8))
    #expect(conversion.malformed == 0 && conversion.firstMalformed == nil)
    expectTiling(conversion.text, source: bytes)
  }

  @Test func mapsEachCharacterToItsBytes() throws {
    var converter = try CharsetConverter(charset: "windows-1252")
    let bytes: [UInt8] = [0x61, 0xF1, 0x62, 0x93]
    #expect(
      try converter.converted(bytes.span).text.edits == [
        Edit(source: 1..<2, result: 1..<3), Edit(source: 3..<4, result: 4..<7),
      ])
  }

  @Test(
    arguments: [
      ("UTF-8", [0x61, 0xC3, 0x62, 0xFF], 2, 1, "a\u{FFFD}b\u{FFFD}"),
      ("UTF-8", [0x61, 0xE2, 0x80], 1, 1, "a\u{FFFD}"),
      ("UTF-16LE", [0x61, 0, 0x62], 1, 2, "a\u{FFFD}"),
      ("UTF-16BE", [0xDC, 0x00, 0, 0x61], 1, 0, "\u{FFFD}a"),
      ("US-ASCII", [0x61, 0xF1, 0x62], 1, 1, "a\u{FFFD}b"),
    ] as [(String, [UInt8], Int, Int, String)])
  func countsMalformedSequences(
    charset: String, bytes: [UInt8], count: Int, first: Int, text: String
  ) throws {
    var converter = try CharsetConverter(charset: charset)
    let conversion = try converter.converted(bytes.span)
    #expect(conversion.malformed == count)
    #expect(conversion.firstMalformed == first)
    #expect(conversion.text.bytes == Array(text.utf8))
    expectTiling(conversion.text, source: bytes)
  }

  @Test(arguments: ["", "no-such-charset", "UTF-99"])
  func refusesUnknownCharsets(charset: String) {
    let error = #expect(throws: ICUError.self) { _ = try CharsetConverter(charset: charset) }
    #expect(error?.call == "open a charset converter")
    #expect(error?.context == charset)
  }

  @Test(arguments: [
    "UTF-8", "UTF-16LE", "UTF-16", "UTF-32", "windows-1252", "Shift_JIS", "EUC-JP", "GB18030",
    "Big5-HKSCS", "ISO-2022-JP", "ISO-2022-KR", "EUC-KR", "UTF-7", "SCSU", "BOCU-1", "HZ",
    "x-iscii-de", "IMAP-mailbox-name", "CESU-8", "IBM930", "LMBCS-1",
  ])
  func takesAnyBytes(charset: String) throws {
    var generator = SeededGenerator(seed: 13)
    var converter = try CharsetConverter(charset: charset)
    for round in 0..<500 {
      let bytes = (0..<round % 70).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let conversion = try converter.converted(bytes.span)
      expectTiling(conversion.text, source: bytes)
      #expect(String(validating: conversion.text.bytes, as: UTF8.self) != nil)
      if let first = conversion.firstMalformed { #expect((0..<bytes.count).contains(first)) }
    }
  }
}
