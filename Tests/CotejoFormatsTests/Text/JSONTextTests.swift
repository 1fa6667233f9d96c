import CotejoFormats
import CotejoTestSupport
import Foundation
import Testing

struct JSONTextTests {
  private func encode(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return bytes
  }

  @Test(arguments: [
    ("", #""""#), ("a/b", #""a/b""#), ("\"\\", #""\"\\""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\0\u{1F}", #""\u0000\u001f""#), ("\u{7F}\u{80}\u{85}\u{9F}", #""\u007f\u0080\u0085\u009f""#),
    ("\u{2028}\u{2029}\u{FEFF}", #""\u2028\u2029\ufeff""#), ("¿«ñ»“—”…?", #""¿«ñ»“—”…?""#),
    ("😀", #""😀""#),
    ("\u{A0}\u{2027}\u{202A}", "\"\u{A0}\u{2027}\u{202A}\""),
  ])
  func `Strings are escaped where they must be and only there`(text: String, expected: String) {
    #expect(encode(text) == Array(expected.utf8))
  }

  @Test
  func `Any text comes back from a strict parser`() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<2000 {
      let text = generator.text(upTo: 40)
      let bytes = [UInt8(ascii: "[")] + encode(text) + [UInt8(ascii: "]")]
      let back = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
      #expect(back?.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
      let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      #expect(
        !lines.contains { $0.value < 0x20 || $0.properties.generalCategory == .lineSeparator })
    }
  }
}
