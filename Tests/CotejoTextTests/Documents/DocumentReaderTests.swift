import CotejoTestSupport
import Testing

@testable import CotejoText

struct DocumentReaderTests {
  private func read(
    _ bytes: [UInt8], _ charset: DocumentReader.Charset = .utf8
  ) throws(TextError) -> Document {
    try DocumentReader(charset: charset).document(
      of: bytes, id: "es/a.txt", language: LanguageTag("es"))
  }

  private func text(of document: Document) -> String {
    String(decoding: document.text.bytes, as: UTF8.self)
  }

  @Test func keepsCleanTextAsTheSameArray() throws {
    let bytes = Array("¿Qué? «1º»\n\n“Sí” – dijo…\t3 €\n".utf8)
    let document = try read(bytes)
    #expect(document.repairs.isEmpty)
    #expect(document.text.edits.isEmpty)
    #expect(document.charset == "UTF-8")
    let same = document.text.bytes.withUnsafeBufferPointer { view in
      bytes.withUnsafeBufferPointer { $0.baseAddress == view.baseAddress }
    }
    #expect(same)
  }

  @Test(arguments: [DocumentReader.Charset.utf8, .detect, .named("windows-1252")])
  func takesAnEmptyFile(charset: DocumentReader.Charset) throws {
    let document = try read([], charset)
    #expect(document.text.bytes.isEmpty)
    #expect(document.repairs.isEmpty)
  }

  @Test(
    arguments: [
      ("a\r\nb", "a\nb", [.carriageReturnLineFeed], 1), ("a\rb", "a\nb", [.carriageReturn], 1),
      ("a\r\r\nb", "a\n\nb", [.carriageReturnLineFeed, .carriageReturn], 1),
      ("ñ\u{85}b", "ñ\nb", [.nextLine], 2), ("a\u{2028}b", "a\nb", [.lineSeparator], 1),
      ("a\u{2029}b", "a\nb", [.paragraphSeparator], 1), ("a\0b", "ab", [.nul], 1),
      ("a\u{0C}b", "a b", [.control], 1), ("a\u{0B}b", "a b", [.control], 1),
      ("a\u{1F}b", "a b", [.control], 1), ("a\u{7}b", "ab", [.control], 1),
      ("a\u{7F}b", "ab", [.control], 1), ("a\u{93}b", "a“b", [.windowsControl], 1),
      ("a\tb\n", "a\tb\n", [], 0), ("a\r", "a\n", [.carriageReturn], 1),
      ("\u{FEFF}ab", "ab", [.byteOrderMark], 0), ("\u{FEFF}", "", [.byteOrderMark], 0),
      // Only the one at the start is a byte order mark.
      ("a\u{FEFF}b", "a\u{FEFF}b", [], 0),
      // Not the reader's matter.
      ("a\u{AD}\u{A0}\u{200B}\u{2003}b", "a\u{AD}\u{A0}\u{200B}\u{2003}b", [], 0),
    ] as [(String, String, [Repairs.Kind], Int)])
  func repairsAndCounts(
    source: String, repaired: String, kinds: [Repairs.Kind], first: Int
  ) throws {
    for padding in ["", "0123456789", "áéíóú"] {
      // A mark is one only at the start.
      if kinds == [.byteOrderMark], !padding.isEmpty { continue }
      let bytes = Array((padding + source).utf8)
      let document = try read(bytes)
      #expect(text(of: document) == padding + repaired)
      #expect(document.repairs.entries.map(\.kind) == kinds)
      #expect(document.source == bytes)
      let places = document.repairs.entries.map(\.tally.first)
      #expect(places.min() == (kinds.isEmpty ? nil : padding.utf8.count + first))
      expectFaithful(document.text, to: bytes)
    }
  }

  @Test func leavesTheMarkOutOfTheFirstWord() throws {
    let document = try read(Array("\u{FEFF}Hola\r\nadiós\0".utf8))
    #expect(document.text.sourceSpan(of: TextSpan(0, 4)) == TextSpan(3, 7))
    #expect(document.text.sourceSpan(of: TextSpan(5, 11)) == TextSpan(9, 15))
    #expect(document.repairs[.carriageReturnLineFeed] == Repairs.Tally(count: 1, first: 7))
    #expect(document.repairs[.nul] == Repairs.Tally(count: 1, first: 15))
  }

  @Test(
    arguments: [
      ([0xFF], 0, "line 1, column 1"),
      ([0x61, 0x0A, 0xC3, 0xB1, 0xF1, 0x6F], 4, "line 2, column 2"),
      ([0x61, 0x0D, 0x0A, 0x0D, 0xC3], 4, "line 3, column 1"),
      ([0xE2, 0x80], 0, "line 1, column 1"),
      ([0x61, 0xED, 0xA0, 0x80], 1, "line 1, column 2"), ([0xC0, 0x80], 0, "line 1, column 1"),
      ([0xF4, 0x90, 0x80, 0x80], 0, "line 1, column 1"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], 4, "line 1, column 3"),
    ] as [([UInt8], Int, String)])
  func refusesInvalidUTF8(bytes: [UInt8], offset: Int, place: String) {
    let error = #expect(throws: TextError.self) { try read(bytes) }
    #expect(error?.code == .invalidEncoding)
    #expect(error?.place == "es/a.txt")
    #expect(error?.offset == offset)
    #expect(error?.message == "is not valid UTF-8 at \(place) (byte \(offset))")
  }

  @Test func refusesUTF16UnlessAsked() throws {
    let bytes: [UInt8] =
      [0xFF, 0xFE] + "¿a\r\n?".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let error = #expect(throws: TextError.self) { try read(bytes) }
    #expect(error?.message == "is not UTF-8: its byte order mark says UTF-16LE")
    for charset in [DocumentReader.Charset.detect, .named("UTF-16")] {
      let document = try read(bytes, charset)
      #expect(text(of: document) == "¿a\n?")
      #expect(document.charset == "UTF-16LE")
      #expect(document.text.sourceSpan(of: TextSpan(0, 3)) == TextSpan(2, 6))
      #expect(document.text.sourceSpan(of: TextSpan(3, 4)) == TextSpan(6, 10))
      expectFaithful(document.text, to: bytes)
    }
  }

  @Test(arguments: [
    ("UTF-16BE", true), ("UTF-16LE", true), ("UTF-16BE", false), ("UTF-16LE", false),
  ])
  func detectsUTF16(charset: String, mark: Bool) throws {
    let text = (mark ? "\u{FEFF}" : "") + "El señor presidente habló de la educación."
    let bytes = text.utf16.flatMap {
      let pair = [UInt8($0 & 255), UInt8($0 >> 8)]
      return charset == "UTF-16LE" ? pair : pair.reversed()
    }
    let document = try read(bytes, .detect)
    #expect(document.charset == charset)
    #expect(self.text(of: document) == "El señor presidente habló de la educación.")
  }

  /// Spanish in windows-1252, with its quotes and euro sign.
  private let windows: [UInt8] = {
    let text = "El señor presidente habló de la educación pública y de los niños de la nación. "
    return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      + [0x93, 0x61, 0x94, 0x20, 0x80]
  }()

  @Test(arguments: [DocumentReader.Charset.detect, .named("windows-1252"), .named("cp1252")])
  func convertsOtherCharsets(charset: DocumentReader.Charset) throws {
    let document = try read(windows, charset)
    #expect(text(of: document).hasSuffix("de la nación. “a” €"))
    // One byte in the source for each character of the view.
    let end = Int32(document.text.bytes.count)
    #expect(
      document.text.sourceSpan(of: TextSpan(end - 3, end))
        == TextSpan(Int32(windows.count - 1), Int32(windows.count)))
    expectFaithful(document.text, to: windows)
  }

  @Test func detectsWhatStandsFarFromTheStart() throws {
    let plain = Array(String(repeating: "Esto no dice nada. ", count: 2000).utf8)
    let document = try read(plain + windows, .detect)
    #expect(document.charset == "windows-1252")
    #expect(text(of: document).hasSuffix("“a” €"))
  }

  @Test func countsWhatIsMalformedUnderDetection() throws {
    let good = Array(String(repeating: "Señor, ¿qué dirá mañana? ", count: 10).utf8)
    let bytes = good + [0xF1] + good
    let document = try read(bytes, .detect)
    #expect(document.charset == "UTF-8")
    #expect(document.repairs[.malformed] == Repairs.Tally(count: 1, first: good.count))
    expectFaithful(document.text, to: bytes)
  }

  @Test func refusesWhatIsMalformedInANamedCharset() {
    let error = #expect(throws: TextError.self) {
      try read([0x61, 0x0A, 0x93, 0xFA, 0x81], .named("Shift_JIS"))
    }
    #expect(error?.code == .invalidEncoding)
    #expect(error?.offset == 4)
    #expect(error?.message == "is not valid Shift_JIS at byte 4")
  }

  @Test func refusesUnknownCharsets() {
    let error = #expect(throws: TextError.self) { try read([0x61], .named("klingon")) }
    #expect(error?.message == "no charset is called 'klingon'")
    #expect(!DocumentReader.knows(charset: "klingon") && DocumentReader.knows(charset: "latin1"))
  }

  @Test func refusesWhatIsNoText() {
    // The start of a PNG and of a program.
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48]
    let error = #expect(throws: TextError.self) { try read(png, .detect) }
    #expect(error?.message == "is not text in any known charset")
  }

  @Test func readsFiles() throws {
    let folder = TemporaryFolder()
    folder.write(Array("hola\r\n".utf8), to: "a.txt")
    let path = folder.file("a.txt")
    let document = try DocumentReader().document(at: path, language: LanguageTag("es"))
    #expect(document.id == path)
    #expect(text(of: document) == "hola\n")
    let named = try DocumentReader().document(at: path, id: "a.txt", language: LanguageTag("es"))
    #expect(named.id == "a.txt")
  }

  @Test(arguments: [
    DocumentReader.Charset.utf8, .detect, .named("windows-1252"), .named("UTF-16"),
    .named("GB18030"), .named("ISO-2022-JP"),
  ])
  func takesAnyBytes(charset: DocumentReader.Charset) throws {
    var generator = SeededGenerator(seed: 29)
    // Bytes that mean something to the reader, more often than chance has them.
    let pieces: [[UInt8]] = [
      [0x0D], [0x0A], [0], [0x0D, 0x0A], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9],
      [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC3, 0xB1], [0x61], [0x20], [0xF0, 0x9F, 0x98, 0x80],
      [0x1B], [0x0C], [0xC2],
    ]
    var made = 0
    for round in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<round % 40 {
        bytes +=
          Int.random(in: 0..<12, using: &generator) == 0
          ? [UInt8.random(in: 0...255, using: &generator)]
          : pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      do {
        let document = try read(bytes, charset)
        made += 1
        expectFaithful(document.text, to: bytes)
        #expect(!document.text.bytes.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A })
        for (_, tally) in document.repairs.entries {
          #expect(tally.count > 0 && (0..<bytes.count).contains(tally.first))
        }
      } catch {
        #expect(error.code == .invalidEncoding, "\(error) \(bytes)")
        #expect(error.place == "es/a.txt")
        if let offset = error.offset { #expect((0..<bytes.count).contains(offset)) }
      }
    }
    #expect(made > 30)
  }
}
