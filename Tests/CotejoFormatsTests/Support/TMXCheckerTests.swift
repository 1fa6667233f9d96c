import Testing

struct TMXCheckerTests {
  private static let head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"c\" "
    + "creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"c\" adminlang=\"en\" srclang=\"es\" "
    + "datatype=\"plaintext\"/>\n<body>"

  @Test
  func `What is valid passes`() throws {
    let unit = "<tu><tuv xml:lang=\"es\"><seg>a &amp; b</seg></tuv></tu>"
    #expect(try TMXChecker(Self.head + unit + "</body></tmx>").units[0][0].text == "a & b")
  }

  @Test(arguments: [
    "<tu></tu>", "<tu><tuv><seg>a</seg></tuv></tu>", "<tu><tuv xml:lang=\"es\"></tuv></tu>",
    "<tu><tuv xml:lang=\"es\"><seg>a & b</seg></tuv></tu>",
    "<tu><tuv xml:lang=\"es\"><seg>a</seg><prop type=\"x\">b</prop></tuv></tu>",
    "<tu><tuv xml:lang=\"es\"><seg>a > b</seg></tuv></tu>", "<tu>", "</tu>", "text",
    "<tu><tuv xml:lang=\"es\"><seg>\u{1}</seg></tuv></tu>",
    "<tu><tuv xml:lang=\"es\"><seg>a</seg></tuv><prop type=\"x\">b</prop></tu>",
  ])
  func `What is not fails: the checker checks`(body: String) {
    #expect(throws: TMXChecker.Fault.self) { try TMXChecker(Self.head + body + "</body></tmx>") }
  }
}
