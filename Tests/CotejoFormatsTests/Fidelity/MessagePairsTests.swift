import CotejoFormats
import CotejoTestSupport
import Testing

struct MessagePairsTests {
  private static let header = """
    msgid ""
    msgstr ""
    "Language: en\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"


    """

  private static let valid =
    header + """
      # A comment
      #: a.c:1
      msgctxt "menu"
      msgid "Abrir \\"uno\\"\\t"
      msgstr ""
      "Open "
      "\\x22one\\042\\n"

      #, c-format, fuzzy
      msgid "Cerrar"
      msgstr "Close?"

      #, c-format
      msgid "Un archivo"
      msgid_plural "%d archivos"
      msgstr[0] "One file"
      msgstr[1] "%d files"

      msgid "Nada"
      msgstr ""
      #~ msgid "Viejo"
      #~ msgstr "Old"

      """

  @Test func `messages are pairs`() throws {
    let reading = try PairReading(Self.valid, as: "en.po")
    #expect(
      reading.texts == [
        "menu|Abrir \"uno\"\t|8|Abrir \"uno\"\t|Open \"one\"\n",
        "Un archivo[0]|19|Un archivo|One file", "Un archivo[1]|19|%d archivos|%d files",
      ])
    #expect(reading.skipped == ["fuzzy", "untranslated", "obsolete"])
    #expect(reading.faults.isEmpty && reading.end == nil)
  }

  @Test func `the only form renders the plural`() throws {
    let text = "msgid \"Uno\"\nmsgid_plural \"Muchos\"\nmsgstr[0] \"Many\"\n"
    #expect(try PairReading(text, as: "a.po").texts == ["Uno[0]|1|Muchos|Many"])
  }

  @Test func `a file in the language of the originals is turned round`() throws {
    let text = "msgid \"\"\nmsgstr \"Language: es_MX\\n\"\n\nmsgid \"One\"\nmsgstr \"Uno\"\n"
    #expect(try PairReading(text, as: "es.po").texts == ["One|4|Uno|One"])
    #expect(try PairReading(text, as: "es.po", from: "de", to: "fr").end?.line == 1)
  }

  @Test(arguments: ["ISO-8859-1", "windows-1252"])
  func `another charset is refused`(_ charset: String) throws {
    let text = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=\(charset)\\n\"\n"
    let end = try #require(try PairReading(text + "\nmsgid \"a\"\nmsgstr \"b\"\n", as: "a.po").end)
    #expect(end.code == .invalidEncoding)
    #expect(end.message.contains(charset.lowercased()))
  }

  @Test(arguments: [
    "msgstr \"b", "msgstr b", "msgstr \"b\" c", "msgstr \"\\q\"", "msgstr \"\\xFF\"",
    "nonsense \"b\"",
    "msgstr[99999] \"b\"", "msgid_plural \"b\"",
  ])
  func `a bad message costs itself alone`(_ line: String) throws {
    let text = "msgid \"a\"\n\(line)\n\nmsgctxt \"x\"\nmsgid \"c\"\nmsgstr \"d\"\n"
    let reading = try PairReading(text, as: "a.po")
    #expect(reading.texts == ["x|c|4|c|d"])
    #expect(reading.faults.count == 1)
    #expect(reading.end == nil)
  }

  @Test func `bytes that are not UTF-8 are told with their line`() throws {
    let bytes =
      Array("msgid \"a\"\nmsgstr \"".utf8) + [0xE1] + Array("\"\n\nmsgid \"c\"\nmsgstr \"d\"".utf8)
    let reading = try PairReading(bytes, as: "a.po")
    #expect(reading.texts == ["c|4|c|d"])
    #expect(reading.faultLines == [2])
  }

  /// What stands whole before a line that cannot be read is no part of it.
  @Test(arguments: [
    ("msgid \"x", ["a|1|a|b", "c|7|c|d"]), ("msgctxt \"x", ["a|1|a|b", "c|7|c|d"]),
    ("nonsense", ["a|1|a|b", "c|7|c|d"]),
  ])
  func `a bad line does not cost the message before it`(
    _ line: String, _ texts: [String]
  ) throws {
    let text = "msgid \"a\"\nmsgstr \"b\"\n\n\(line)\nmsgstr \"y\"\n\nmsgid \"c\"\nmsgstr \"d\"\n"
    let reading = try PairReading(text, as: "a.po")
    #expect(reading.texts == texts)
    #expect(reading.faultLines == [4])
    // Without a blank line between, only what begins as a message does is another one.
    let dense = try PairReading(text.replacing("\n\n", with: "\n"), as: "a.po")
    #expect(dense.texts.contains("a|1|a|b") == (line != "nonsense"))
  }

  @Test(arguments: 0..<120)
  func `damaged files give pairs and faults with places`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let file = PairReading.mutated(Array(Self.valid.utf8), &generator)
    #expect(try PairReading(file, as: "a.po").isSound)
  }
}
