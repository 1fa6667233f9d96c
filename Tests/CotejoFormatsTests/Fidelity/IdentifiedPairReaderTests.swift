import CotejoFidelity
import CotejoFormats
import CotejoTestSupport
import Testing

struct IdentifiedPairReaderTests {
  /// A file of each format with three pairs, the second of them with characters of two and three
  /// bytes.
  private static let files: [(name: String, text: String)] = [
    ("a.tsv", "Uno\tOne\nAñ«o»\tYear…\tmore\nTres\tThree\n"),
    (
      "a.jsonl",
      """
      {"id":"x","source":"Uno","target":"One"}
      {"source":"Añ«o»","target":[{"text":"Year…"}]}
      {"source":"Tr\\u0065s","target":"Three"}

      """
    ),
    (
      "a.tmx",
      """
      <?xml version="1.0"?><tmx version="1.4"><header/><body>
      <tu><tuv xml:lang="es"><seg>Uno</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu>
      <tu><tuv xml:lang="es"><seg>Añ«o»</seg></tuv><tuv xml:lang="en"><seg>Year&#x2026;</seg></tuv></tu>
      <tu><tuv xml:lang="es"><seg>Tres</seg></tuv><tuv xml:lang="en"><seg>Three</seg></tuv></tu>
      </body></tmx>

      """
    ),
    (
      "a.xlf",
      """
      <xliff version="1.2"><file source-language="es" target-language="en"><body>
      <trans-unit id="1"><source>Uno</source><target>One</target></trans-unit>
      <trans-unit id="2"><source>Añ«o»</source><target>Year…</target></trans-unit>
      <trans-unit id="3"><source>Tres</source><target>Three</target></trans-unit>
      </body></file></xliff>

      """
    ),
    (
      "a.po",
      """
      msgid "Uno"
      msgstr "One"

      msgid "Añ«o»"
      msgstr "Year…"

      msgid "Tres"
      msgstr ""
      "Three"

      """
    ),
  ]

  private static func pairs(_ reading: PairReading) -> [RenderedPair] { reading.pairs.map(\.pair) }

  @Test(arguments: Self.files.indices)
  func `a file cut anywhere gives what stands whole before the cut`(_ index: Int) throws {
    let (name, text) = Self.files[index]
    let folder = TemporaryFolder()
    let bytes = Array(text.utf8)
    let whole = Self.pairs(try PairReading(bytes, as: name, in: folder))
    #expect(
      whole == [
        RenderedPair("Uno", "One"), RenderedPair("Añ«o»", "Year…"), RenderedPair("Tres", "Three"),
      ])
    for end in 0...bytes.count {
      let reading = try PairReading(Array(bytes[..<end]), as: name, in: folder)
      #expect(reading.isSound)
      // A line or message that is cut may be a shorter pair; all before it are what they were.
      let pairs = Self.pairs(reading)
      let sure = pairs.dropLast(name == "a.tsv" || name == "a.po" ? 1 : 0)
      #expect(whole.starts(with: sure))
    }
  }

  @Test(arguments: Self.files.indices)
  func `a byte order mark and the line ends of Windows change nothing`(_ index: Int) throws {
    let (name, text) = Self.files[index]
    let whole = Self.pairs(try PairReading(text, as: name))
    let windows = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    #expect(Self.pairs(try PairReading(windows, as: name)) == whole)
  }

  @Test(arguments: Self.files.indices)
  func `NUL and bytes that are no text cost their pair alone`(_ index: Int) throws {
    let (name, text) = Self.files[index]
    let bytes = Array(text.utf8)
    let place = try #require(bytes.firstRange(of: Array("Añ«o»".utf8))?.lowerBound)
    for damage: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF5, 0x80]] {
      let damaged = bytes[..<place] + damage + bytes[place...]
      let reading = try PairReading(Array(damaged), as: name)
      #expect(Self.pairs(reading) == [RenderedPair("Uno", "One"), RenderedPair("Tres", "Three")])
      #expect(reading.faults.count == 1)
      #expect(reading.end == nil)
    }
    let reading = try PairReading(Array(bytes[..<place] + [0] + bytes[place...]), as: name)
    #expect(reading.isSound)
    #expect(Self.pairs(reading).first == RenderedPair("Uno", "One"))
    #expect(Self.pairs(reading).last == RenderedPair("Tres", "Three"))
  }

  @Test(arguments: Self.files.indices)
  func `characters that some take for line ends stay in their text`(_ index: Int) throws {
    let (name, text) = Self.files[index]
    // NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
    let odd = text.replacing("Añ«o»", with: "A\u{85}ñ\u{2028}o\u{2029}")
    let pairs = Self.pairs(try PairReading(odd, as: name))
    #expect(pairs.count == 3)
    #expect(pairs[1] == RenderedPair("A\u{85}ñ\u{2028}o\u{2029}", "Year…"))
  }

  @Test(arguments: ["a.tsv", "a.jsonl", "a.po"])
  func `an empty file has no pairs`(_ name: String) throws {
    for text in ["", "\n", "\r\n\r\n", "\u{FEFF}"] {
      let reading = try PairReading(text, as: name)
      #expect(reading.pairs.isEmpty && reading.faults.isEmpty && reading.end == nil)
    }
  }

  @Test(arguments: ["a.tmx", "a.xlf"])
  func `an empty file is no markup`(_ name: String) throws {
    for text in ["", "\n", "\u{FEFF}", "no markup", "<", "<tmx>"] {
      let reading = try PairReading(text, as: name)
      #expect(reading.pairs.isEmpty)
      #expect(reading.end?.code == .malformed)
    }
  }

  /// A file that never ends what it began would else be held whole.
  @Test(arguments: [
    ("a.tmx", "<tmx><tu tuid=\""), ("a.tmx", "<tmx><!-- "), ("a.xlf", "<xliff><file original='"),
  ])
  func `markup without end is refused`(_ name: String, _ start: String) throws {
    let bytes = Array(start.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 5 << 20)
    let end = try #require(try PairReading(bytes, as: name).end)
    #expect(end.message == "holds markup with more than the 4194304 bytes that are allowed")
  }

  @Test func `many comments are no long one`() throws {
    let comment = "<!-- \(String(repeating: "x", count: 1000)) -->\n"
    let comments = String(repeating: comment, count: 5000)
    let text = Self.files[2].text.replacing("<body>", with: "<body>" + comments)
    let reading = try PairReading(text, as: "a.tmx")
    #expect(reading.pairs.count == 3)
    #expect(reading.end == nil)
  }

  @Test func `a line beyond the limit is refused with its line`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: (1 << 26) + 1)
    let line = try PairReading(Array("a\tb\n".utf8) + long, as: "a.tsv")
    #expect(line.texts == ["1|1|a|b"])
    #expect(line.end?.code == .tooLarge)
    #expect(line.end?.line == 2)
  }
}
