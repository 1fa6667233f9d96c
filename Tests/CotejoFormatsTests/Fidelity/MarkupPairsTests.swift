import CotejoFidelity
import CotejoFormats
import CotejoTestSupport
import Testing

struct MarkupPairsTests {
  private static func tmx(_ units: String, before: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(before)<tmx version="1.4"><header srclang="es"/><body>
    \(units)
    </body></tmx>

    """
  }

  private static let unit = """
    <tu tuid="a"><prop type="x">no</prop>
      <tuv xml:lang="es-MX"><seg>Uno <bpt i="1">&lt;b><sub>no</sub></bpt>dos<ept i="1"/><hi>!</hi></seg></tuv>
      <tuv xml:lang="fr"><seg>Un</seg></tuv>
      <tuv xml:lang="EN-us"><seg>One &amp; <ph x="1">{0}</ph>two</seg></tuv>
    </tu>
    """

  @Test func `units of TMX are pairs without codes`() throws {
    let reading = try PairReading(Self.tmx(Self.unit), as: "a.tmx")
    #expect(reading.texts == ["a|3|Uno dos!|One & two"])
    #expect(reading.faults.isEmpty && reading.end == nil)
  }

  @Test(arguments: [
    ("es", "castellano"), ("es-MX", "mexicano"), ("es-AR", "castellano"), ("es-419", "castellano"),
  ])
  func `the closest language is taken`(_ wanted: String, _ text: String) throws {
    let unit = """
      <tu><tuv xml:lang="es-MX"><seg>mexicano</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv>
      <tuv lang="es"><seg>castellano</seg></tuv></tu>
      """
    let reading = try PairReading(Self.tmx(unit), as: "a.tmx", from: wanted)
    #expect(reading.texts == ["1|3|\(text)|x"])
  }

  @Test func `a unit that lacks a side is told and the rest goes on`() throws {
    let alone = "<tu tuid=\"b\"><tuv xml:lang=\"es\"><seg>Sola</seg></tuv></tu>\n"
    let reading = try PairReading(Self.tmx(alone + Self.unit), as: "a.tmx")
    #expect(reading.faultLines == [3])
    #expect(reading.faults.first?.message == "unit 'b' has no text in 'en'")
    #expect(reading.texts.count == 1)
  }

  @Test func `a document type without entities is taken, and nothing is fetched`() throws {
    let type = "<!DOCTYPE tmx SYSTEM \"no-such-file.dtd\">\n"
    let reading = try PairReading(Self.tmx(Self.unit, before: type), as: "a.tmx")
    #expect(reading.texts.count == 1 && reading.end == nil)
    let unit = Self.unit.replacing("dos", with: "d&oacute;s")
    let lost = try PairReading(Self.tmx(unit + Self.unit, before: type), as: "a.tmx")
    #expect(lost.texts.count == 1)
    #expect(lost.faults.first?.message.contains("oacute") == true)
  }

  @Test(arguments: [
    "<!DOCTYPE tmx [<!ENTITY a \"b\">]>", "<!DOCTYPE tmx [<!ENTITY a SYSTEM \"/etc/passwd\">]>",
    "<!DOCTYPE tmx [<!ENTITY % a SYSTEM \"x.dtd\"> %a;]>",
    "<!DOCTYPE tmx [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;&a;\">]>",
  ])
  func `entities are refused`(_ type: String) throws {
    let reading = try PairReading(Self.tmx(Self.unit, before: type), as: "a.tmx")
    #expect(reading.pairs.isEmpty)
    #expect(reading.end?.message == "declares an entity, which is not taken from files of pairs")
    #expect(reading.end?.line == 2)
  }

  @Test func `what is complete before a fault is kept`() throws {
    let text = Self.tmx(Self.unit + "\n<tu><tuv>")
    let reading = try PairReading(text, as: "a.tmx")
    #expect(reading.texts.count == 1)
    #expect(reading.end?.code == .malformed)
    #expect(reading.end?.line == 9)
  }

  @Test func `bytes that are no text cost their unit alone`() throws {
    let unit = Self.unit.replacing("\"a\"", with: "\"b\"")
    let text = Array(Self.tmx(Self.unit + "\n" + unit).utf8)
    let place = try #require(text.firstRange(of: Array("Uno".utf8))?.lowerBound)
    for damage: [UInt8] in [[0xF1], [0xE2, 0x82], [0x00], [0x0B], [0xED, 0xA0, 0x80]] {
      let reading = try PairReading(
        text[..<place] + damage + Array(text[place...]), as: "a.tmx")
      #expect(reading.texts == ["b|8|Uno dos!|One & two"])
      #expect(reading.faultLines == [3])
      #expect(reading.end == nil)
    }
  }

  @Test(arguments: ["ISO-8859-1", "UTF-16"])
  func `other encodings that XML knows are read`(_ encoding: String) throws {
    let text = Self.tmx(Self.unit).replacing("UTF-8", with: encoding).replacing(
      "Uno", with: "Añ\u{F3}")
    let bytes: [UInt8] =
      encoding == "UTF-16"
      ? [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      : text.unicodeScalars.map { UInt8($0.value) }
    let reading = try PairReading(bytes, as: "a.tmx")
    #expect(reading.texts == ["a|3|Añó dos!|One & two"])
  }

  @Test func `a text is the same wherever the pieces of the file end`() throws {
    // Pieces have 65,536 bytes: characters of two and three bytes lie across their ends.
    for shift in 0..<3 {
      let long = String(repeating: "ñ€", count: 60_000) + String(repeating: "x", count: shift)
      let unit = Self.unit.replacing("Uno", with: String(repeating: "x", count: shift) + long)
      let reading = try PairReading(Self.tmx(unit), as: "a.tmx")
      #expect(reading.faults.isEmpty && reading.end == nil)
      let source = try #require(reading.pairs.first).pair.source
      #expect(source.count == long.utf8.count + shift + " dos!".utf8.count)
    }
  }

  @Test func `elements are not nested without bound`() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    let end = try PairReading(Self.tmx(deep), as: "a.tmx").end
    #expect(end?.message == "nests elements deeper than 256")
  }

  private static let xliff = """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:o="urn:other">
    <file original="f.txt" source-language="es" target-language="en-US" datatype="x"><body>
    <trans-unit id="1"><source>Uno <g id="1">dos</g><x id="2"/> <mrk mtype="seg">tres</mrk><ph id="3">no</ph></source>
      <seg-source>no</seg-source><target>One two</target><alt-trans><source>no</source><target>no</target></alt-trans>
      <o:source>no</o:source></trans-unit>
    <trans-unit id="2"><source>Sola</source></trans-unit>
    <trans-unit id="3" translate="no"><source>no</source></trans-unit>
    </body></file></xliff>
    """

  @Test func `units of XLIFF 1.2 are pairs`() throws {
    let reading = try PairReading(Self.xliff, as: "a.xlf")
    #expect(reading.texts == ["f.txt#1|3|Uno dos tres|One two"])
    #expect(reading.faultLines == [6])
    #expect(reading.skipped == ["not to be translated"])
  }

  @Test func `a file the other way round is turned, one in other languages is not taken`() throws {
    let turned = try PairReading(Self.xliff, as: "a.xlf", from: "en", to: "es")
    #expect(turned.texts == ["f.txt#1|3|One two|Uno dos tres"])
    let other = try PairReading(Self.xliff, as: "a.xlf", from: "de", to: "en")
    #expect(other.pairs.isEmpty && other.faults.count == 2)
  }

  private static let segments = """
    <xliff version="2.1" srcLang="es" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">
    <file id="f"><notes><note>no</note></notes><unit id="u"><originalData><data id="d">no</data></originalData>
    <segment><source>Uno <pc id="1">dos</pc><cp hex="0001"/></source><target>One<ph id="2"/> two</target></segment>
    <ignorable><source> </source></ignorable>
    <segment id="s"><source>Tres</source><target>Three</target></segment></unit></file></xliff>
    """

  @Test func `segments of XLIFF 2 are pairs`() throws {
    let reading = try PairReading(Self.segments, as: "a.xliff")
    #expect(reading.texts == ["f#u|3|Uno dos\u{1}|One two", "f#u#s|5|Tres|Three"])
    #expect(reading.faults.isEmpty && reading.end == nil)
  }

  @Test(arguments: 0..<120)
  func `damaged files give pairs and faults with places`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = TemporaryFolder()
    for (text, name) in [
      (Self.tmx(Self.unit + Self.unit), "a.tmx"), (Self.xliff, "a.xlf"), (Self.segments, "b.xlf"),
    ] {
      let file = PairReading.mutated(Array(text.utf8), &generator)
      #expect(try PairReading(file, as: name, in: folder).isSound)
    }
  }
}
