import Cotejo
import Foundation
import Testing

@testable import CotejoCommand

struct UnderlinedTextTests {
  private static let plain = TerminalStyle(hasColor: false, width: 40)

  private func lines(
    _ text: String, _ stretches: [(String, UnderlinedText.Mark)], width: Int = 40
  ) -> [String] {
    let marked = stretches.map { words, mark in
      let before =
        text.utf8.count - (text.range(of: words).map { text[$0.lowerBound...].utf8.count } ?? 0)
      return (span: TextSpan(Int32(before), Int32(before + words.utf8.count)), mark: mark)
    }
    return UnderlinedText(Array(text.utf8), marked: marked).lines(width: width, Self.plain)
  }

  @Test func `marks stand below their words, faults above doubts`() {
    #expect(
      lines("niño y niña", [("niño", .fault), ("y niña", .doubt)])
        == ["niño y niña", "^^^^ ~~~~~~"])
    #expect(lines("niña", [("niña", .doubt), ("ña", .fault)]) == ["niña", "~~^^"])
  }

  @Test func `wide and combining characters keep the columns`() {
    #expect(lines("東京 a", [("a", .fault)]) == ["東京 a", "     ^"])
    #expect(lines("n\u{303} a", [("a", .fault)]) == ["n\u{303} a", "  ^"])
    #expect(lines("東 a", [("東", .fault)]) == ["東 a", "^^"])
  }

  @Test func `long texts are folded with their marks`() {
    #expect(
      lines("uno dos tres", [("dos tres", .fault)], width: 8)
        == ["uno dos", "    ^^^", "tres", "^^^^"])
    #expect(lines("abcdefgh", [], width: 3) == ["abc", "def", "gh"])
  }

  @Test func `what cannot be seen is made visible`() {
    #expect(lines("a\tb\u{1B}c\u{202E}d", []) == ["a␉b␛c<U+202E>d"])
    #expect(lines("a\u{7F}\nb", []) == ["a␡␊b"])
  }

  @Test func `an empty stretch marks the character there, one behind the end none`() {
    func marks(_ offset: Int32) -> [String] {
      UnderlinedText(Array("abc".utf8), marked: [(TextSpan(offset, offset), .fault)])
        .lines(width: 40, Self.plain)
    }
    #expect(marks(1) == ["abc", " ^"])
    #expect(marks(3) == ["abc"])
    #expect(UnderlinedText([], marked: []).lines(width: 40, Self.plain).isEmpty)
  }
}
