import CotejoTestSupport
import Testing

@testable import CotejoText

struct NormalizerTests {
  private func normalize(
    _ text: String, _ change: (inout Normalizer.Options) -> Void = { _ in }
  ) throws -> (text: String, repairs: Repairs) {
    var options = Normalizer.Options()
    change(&options)
    var normalizer = try Normalizer(options)
    let bytes = Array(text.utf8)
    let (view, repairs) = try normalizer.normalize(TextView(unchanged: bytes))
    expectFaithful(view, to: bytes)
    return (String(decoding: view.bytes, as: UTF8.self), repairs)
  }

  @Test(
    arguments: [
      ("", "", []), ("n\u{303}", "\u{F1}", [.composed]), ("a\u{200B}b", "ab", [.zeroWidth]),
      ("a\u{FEFF}b\u{2060}", "ab", [.zeroWidth]), ("pa\u{AD}la", "pala", [.softHyphen]),
      ("a\u{A0}b", "a b", [.space]), ("5\u{202F}000\u{2009}€", "5 000 €", [.space]),
      ("a\u{3000}b\u{1680}c", "a b c", [.space]),
      ("a\r\nb\0", "a\nb", [.carriageReturnLineFeed, .nul]),
      // Joiners go between Latin letters only, also past marks.
      ("a\u{200D}b", "ab", [.zeroWidth]), ("e\u{301}\u{200C}b", "éb", [.zeroWidth, .composed]),
      ("a\u{200B}\u{200D}b", "ab", [.zeroWidth]), ("👩\u{200D}🚀", "👩\u{200D}🚀", []),
      ("می\u{200C}خواهم", "می\u{200C}خواهم", []), ("a\u{200D}", "a\u{200D}", []),
      ("\u{200D}a", "\u{200D}a", []), ("क्\u{200D}ष", "क्\u{200D}ष", []),
      // Taken out in between, so that letter and mark meet.
      ("e\u{200B}\u{301}", "é", [.zeroWidth, .composed]),
      ("ni&Atilde;&plusmn;o", "niño", [.entity, .mojibake]),
      ("o\u{FB01}cina", "oficina", [.ligature]),
      ("\u{FF21}", "A", [.fullWidth]), ("c\u{430}sa", "casa", [.lookAlike]),
      ("a\u{93}b\u{94}", "a“b”", [.windowsControl]), ("a\u{81}b", "ab", [.control]),
      ("â€œSÃ\u{AD}â€\u{9D}", "“Sí”", [.mojibake]), ("a&nbsp;b", "a b", [.entity, .space]),
      ("a\u{200E}b\u{202A}", "ab", [.directionMark]), ("א\u{200F}b", "א\u{200F}b", []),
    ] as [(String, String, [Repairs.Kind])])
  func normalizes(text: String, normalized: String, kinds: [Repairs.Kind]) throws {
    let result = try normalize(text)
    // By bytes: Swift's strings are equal across forms.
    #expect(Array(result.text.utf8) == Array(normalized.precomposed.utf8))
    #expect(result.repairs.entries.map(\.kind) == kinds)
  }

  @Test(arguments: [
    "¿Qué? ¡Ay! 1º y 2ª", "«a» “b” ‘c’ „d‟ \"e\" 'f' ‹g›", "— – - ‐ ‑ ― −", "x² ½ ™ …", "Ã",
    "& &c.", "a  b\t c\n\n d", "日本語", "а (кириллица)", "ΑΒΓ", "👨\u{200D}👩\u{200D}👧",
  ])
  func leavesWhatAReaderSees(text: String) throws {
    let result = try normalize(text)
    #expect(Array(result.text.utf8) == Array(text.utf8))
    #expect(result.repairs.isEmpty)
  }

  @Test func doesOnlyWhatIsAskedFor() throws {
    let text = "n\u{303}\u{200B}\u{A0}\u{AD}\0\u{200E}"
    #expect(try normalize(text) { $0.form = .none }.text.unicodeScalars.count == 3)
    #expect(try normalize(text) { $0.zeroWidth = false }.repairs[.zeroWidth] == nil)
    #expect(try normalize(text) { $0.zeroWidth = false }.repairs[.softHyphen] == nil)
    #expect(try normalize(text) { $0.spaces = false }.repairs[.space] == nil)
    #expect(try normalize(text) { $0.controls = false }.repairs[.nul] == nil)
    #expect(try normalize(text) { $0.directionMarks = false }.repairs[.directionMark] == nil)
    let nothing = try normalize(text) {
      $0.form = .none
      ($0.zeroWidth, $0.spaces, $0.controls, $0.directionMarks) = (false, false, false, false)
    }
    #expect(Array(nothing.text.utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ("&lt;", \Normalizer.Options.entities), ("Ã±", \.mojibake), ("\u{FB01}", \.ligatures),
    ("\u{FF21}", \.fullWidth), ("c\u{430}sa", \.lookAlikes),
  ])
  func mendsOnlyWhatIsAskedFor(
    text: String, option: any WritableKeyPath<Normalizer.Options, Bool> & Sendable
  ) throws {
    #expect(try normalize(text).repairs.isEmpty == false)
    #expect(try normalize(text) { $0[keyPath: option] = false }.repairs.isEmpty)
  }

  @Test(arguments: [
    ("“a”", \Normalizer.Options.quotes), ("a—b", \.dashes), ("a…", \.ellipses),
  ])
  func leavesMarksUnlessAskedFor(
    text: String, option: any WritableKeyPath<Normalizer.Options, Bool> & Sendable
  ) throws {
    #expect(try normalize(text).repairs.isEmpty)
    #expect(try normalize(text) { $0[keyPath: option] = true }.repairs.isEmpty == false)
  }

  @Test func handsBackCleanTextAsTheSameArray() throws {
    var normalizer = try Normalizer()
    let bytes = Array("“Señor”, ¿qué – 1º? …\n".utf8)
    let (view, _) = try normalizer.normalize(TextView(unchanged: bytes))
    let same = view.bytes.withUnsafeBufferPointer { view in
      bytes.withUnsafeBufferPointer { $0.baseAddress == view.baseAddress }
    }
    #expect(same)
  }

  @Test func leadsBackToTheFile() throws {
    // Byte order mark, CR LF, a decomposed letter and a no-break space.
    let bytes = Array("\u{FEFF}Si\u{301}.\r\nNo\u{A0}se\u{301}.".utf8)
    let document = try DocumentReader().document(of: bytes, id: "a", language: LanguageTag("es"))
    var normalizer = try Normalizer()
    let normalized = try normalizer.normalize(document)
    #expect(String(decoding: normalized.text.bytes, as: UTF8.self) == "Sí.\nNo sé.")
    #expect(normalized.text.sourceSpan(of: TextSpan(0, 4)) == TextSpan(3, 8))
    #expect(normalized.text.sourceSpan(of: TextSpan(1, 3)) == TextSpan(4, 7))
    #expect(normalized.text.sourceSpan(of: TextSpan(5, 12)) == TextSpan(10, 19))
    #expect(normalized.repairs[.composed] == Repairs.Tally(count: 2, first: 4))
    #expect(normalized.repairs[.space] == Repairs.Tally(count: 1, first: 12))
    #expect(normalized.source == bytes)
    expectFaithful(normalized.text, to: bytes)
  }

  @Test func looksThroughLongRunsOnce() throws {
    // Quadratic in time if each joiner looked for its own neighbours.
    let text = "a" + String(repeating: "\u{200D}", count: 100_000) + "b"
    #expect(try normalize(text).text == "ab")
  }

  @Test func onceIsEnough() throws {
    var generator = SeededGenerator(seed: 31)
    let pieces = [
      "a", "é", "e\u{301}", "ñ", "\u{303}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}",
      "\u{FEFF}",
      "\u{AD}", "\u{A0}", "\u{2003}", "\r", "\n", "\0", "\u{85}", "\u{2028}", "\u{200E}", "א", "👩",
      "¿",
      "“", "日", "\u{2000}", " ", "\u{1100}", "\u{1161}",
    ]
    var normalizer = try Normalizer()
    for round in 0..<600 {
      let text = (0..<round % 25).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let bytes = Array(text.utf8)
      let document = try DocumentReader().document(of: bytes, id: "", language: LanguageTag("es"))
      let once = try normalizer.normalize(document)
      expectFaithful(once.text, to: bytes)
      let twice = try normalizer.normalize(TextView(unchanged: once.text.bytes))
      #expect(twice.view.bytes == once.text.bytes)
      #expect(twice.repairs.isEmpty)
    }
  }
}

extension String {
  /// The same text with the letters of the tests composed.
  fileprivate var precomposed: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\u{301}", text.last == "e" {
        text.removeLast()
        text.append("\u{E9}")
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
