import CotejoTestSupport
import Testing

@testable import CotejoICU

struct UnicodeNormalizerTests {
  @Test(
    arguments: [
      ("", nil), ("plain", nil), ("¿Qué? ¡Sí! «1º»", nil), ("“a” – b… 5 €, ™", nil), ("日本語", nil),
      ("cafe\u{301}", "caf\u{E9}"), ("\u{301}", nil), ("x\u{301}", nil),
      ("\u{1100}\u{1161}", "\u{AC00}"), ("5 \u{212B}", "5 \u{C5}"),
      // A canonical singleton inside the block of quotes and dashes.
      ("a\u{2000}b", "a\u{2002}b"), ("\u{2126}", "\u{3A9}"),
      ("n\u{303}\u{303}", "\u{F1}\u{303}"),
      // The fast path must not stop looking after a character that it knows.
      ("“n\u{303}”", "“\u{F1}”"),
    ] as [(String, String?)])
  func composes(text: String, composed: String?) throws {
    let source = Array(text.utf8)
    var normalizer = try UnicodeNormalizer(.nfc)
    let changed = try normalizer.normalized(source.span)
    #expect(changed?.bytes == composed.map { Array($0.utf8) })
  }

  @Test(
    arguments: [
      ("1º", "1o"), ("ﬁn", "fin"), ("ＡＢ", "AB"), ("a\u{A0}b", "a b"), ("…", "..."),
      ("plain", nil), ("é", nil),
    ] as [(String, String?)])
  func composesForCompatibility(text: String, composed: String?) throws {
    let source = Array(text.utf8)
    var normalizer = try UnicodeNormalizer(.nfkc)
    let changed = try normalizer.normalized(source.span)
    #expect(changed?.bytes == composed.map { Array($0.utf8) })
  }

  @Test func tellsWhatItChanged() throws {
    let source = Array("ae\u{301}o".utf8)
    var normalizer = try UnicodeNormalizer(.nfc)
    let changed = try #require(try normalizer.normalized(source.span))
    #expect(changed.edits == [Edit(source: 1..<4, result: 1..<3)])
  }

  @Test(arguments: [UnicodeNormalizer.Form.nfc, .nfkc])
  func onceIsEnough(form: UnicodeNormalizer.Form) throws {
    var generator = SeededGenerator(seed: 7)
    var normalizer = try UnicodeNormalizer(form)
    for round in 0..<400 {
      let source = Array(generator.text(scalars: round % 60).utf8)
      guard let once = try normalizer.normalized(source.span) else { continue }
      expectTiling(once, source: source)
      #expect(String(validating: once.bytes, as: UTF8.self) != nil)
      #expect(try normalizer.normalized(once.bytes.span) == nil)
    }
  }

  // The fast path against ICU itself: text that it passes must be what ICU would write.
  @Test func theFastPathAgreesWithICU() throws {
    let normalizer = try UnicodeNormalizer(.nfc)
    for scalar in (UInt32(0)...0x2200).compactMap(Unicode.Scalar.init) {
      // Behind a letter, and ahead of a mark that composes with many.
      let source = Array("e\(scalar)".utf8)
      let alone = try normalizer.isNormalized(source.span)
      let marked = try normalizer.isNormalized((source + Array("\u{301}\u{300}".utf8)).span)
      #expect(alone || !marked, "U+\(String(scalar.value, radix: 16))")
      let string = "e\(scalar)"
      #expect(try alone == Self.isNFC(string), "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// Whether ICU, asked without the fast path, leaves a text as it is.
  private static func isNFC(_ text: String) throws -> Bool {
    // A character that is normalized but that the fast path does not know sends it all to ICU.
    var normalizer = try UnicodeNormalizer(.nfc)
    return try normalizer.normalized(Array("日\(text)".utf8).span) == nil
  }

  @Test func growsForLongText() throws {
    let source = Array(String(repeating: "año y man\u{303}ana ", count: 100_000).utf8)
    var normalizer = try UnicodeNormalizer(.nfc)
    let changed = try #require(try normalizer.normalized(source.span))
    #expect(changed.edits.count == 100_000)
    #expect(changed.bytes.count == source.count - 100_000)
    #expect(try normalizer.normalized([0x61].span) == nil)
  }
}
