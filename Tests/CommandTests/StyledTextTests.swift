import CotejoTestSupport
import Testing

@testable import CotejoCommand

struct StyledTextTests {
  private static let plain = TerminalStyle(hasColor: false, width: 80)
  private static let colored = TerminalStyle(hasColor: true, width: 80)

  @Test func `roles are marks without colours`() {
    var text = StyledText("one ")
    text.append("two\n three ", .omitted)
    text.append("four", .added)
    text.append(", five")
    #expect(text.lines(width: 80, Self.plain) == ["one [-two three-] {+four+}, five"])
  }

  @Test func `roles are colours that end with their line`() {
    var text = StyledText("one ")
    text.append("two three", .omitted)
    text.append(" four")
    #expect(
      text.lines(width: 9, Self.colored) == [
        "one \u{1B}[2mtwo\u{1B}[0m", "\u{1B}[2mthree\u{1B}[0m", "four",
      ])
  }

  @Test func `long words are cut, short ones never`() {
    let text = StyledText("a abcdefghij b")
    #expect(text.lines(width: 4, Self.plain) == ["a", "abcd", "efgh", "ij b"])
    #expect(StyledText("").lines(width: 4, Self.plain).isEmpty)
    #expect(StyledText(" \n ").lines(width: 4, Self.plain).isEmpty)
  }

  @Test func `one line ends in an ellipsis where it is cut`() {
    let text = StyledText("the words of the article")
    #expect(text.line(width: 24, Self.plain) == "the words of the article")
    #expect(text.line(width: 20, Self.plain) == "the words of the…")
    #expect(StyledText("abcdefgh").line(width: 5, Self.plain) == "abcd…")
  }

  @Test func `nothing in a text steers the terminal`() {
    let text = StyledText("a\u{1B}[31mb\u{7}c\u{9B}d\u{202E}e\u{2028}f\u{0}")
    #expect(
      text.lines(width: 80, Self.colored) == ["a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d\u{FFFD}e f\u{FFFD}"]
    )
  }

  @Test func `columns are those of a terminal`() {
    #expect(StyledText("e\u{301}n\u{303}").width(Self.plain) == 2)
    #expect(StyledText("日本").width(Self.plain) == 4)
    #expect(StyledText("日本語").lines(width: 4, Self.plain) == ["日本", "語"])
  }

  @Test(arguments: 0..<20)
  func `no line is too long and no letter is lost`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var styled = StyledText()
    for role in [TerminalStyle.Role.plain, .omitted, .plain, .added] {
      styled.append(random.text(upTo: 60), role)
    }
    let whole = styled.lines(width: 1_000_000, Self.plain).joined()
    let lines = styled.lines(width: 12, Self.plain)
    for line in lines {
      #expect(StyledText(line).width(Self.plain) <= 12)
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
    }
    #expect(
      lines.joined().unicodeScalars.filter { $0 != " " }.map(\.value)
        == whole.unicodeScalars.filter { $0 != " " }.map(\.value))
  }
}
