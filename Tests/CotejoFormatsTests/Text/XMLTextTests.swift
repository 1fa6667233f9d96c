import Testing

@testable import CotejoFormats

struct XMLTextTests {
  @Test(arguments: [
    ("a<b>&\"'", "a&lt;b&gt;&amp;\"'", 0), ("]]>", "]]&gt;", 0), ("a\tb\nc\rd", "a\tb\nc&#13;d", 0),
    ("\0\u{1}\u{B}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4),
    ("a\u{FFFE}b\u{FFFF}", "a\u{FFFD}b\u{FFFD}", 2),
    ("\u{FFFD}\u{FFFC}\u{FEFF}", "\u{FFFD}\u{FFFC}\u{FEFF}", 0),
    ("\u{7F}\u{85}\u{2028}", "\u{7F}\u{85}\u{2028}", 0),
    ("\u{1FFFE}", "\u{1FFFE}", 0), ("", "", 0), ("ñ¿😀", "ñ¿😀", 0),
  ])
  func `Element text is escaped, what XML forbids replaced and counted`(
    text: String, expected: String, replaced: Int
  ) {
    var bytes: [UInt8] = []
    #expect(XMLText.append(text, to: &bytes) == replaced)
    #expect(bytes == Array(expected.utf8))
  }

  @Test
  func `Attribute values keep their white space and quotation marks`() {
    var bytes: [UInt8] = []
    #expect(XMLText.append(attribute: "a\"b\tc\nd\r\u{1}", to: &bytes) == 1)
    #expect(bytes == Array("a&quot;b&#9;c&#10;d&#13;\u{FFFD}".utf8))
  }
}
