import CotejoFidelity
import CotejoFormats
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct JoinedPiecesTests {
  /// A text in which words are pieces: `[` and `]` of the example mark them and are not part of it.
  private static func pieces(_ marked: String, document: String = "a") -> [TextPiece] {
    var bytes: [UInt8] = []
    var spans: [TextSpan] = []
    var start = 0
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): start = bytes.count
      case UInt8(ascii: "]"): spans.append(TextSpan(Int32(start), Int32(bytes.count)))
      default: bytes.append(byte)
      }
    }
    let text = TextView(unchanged: bytes)
    return spans.map { TextPiece(document: document, text: text, span: $0) }
  }

  private static func text(_ joined: JoinedPieces) -> String {
    String(decoding: joined.bytes, as: UTF8.self)
  }

  @Test func `pieces stand on one line with a space between`() {
    let joined = JoinedPieces(Self.pieces("x [uno\ndos]\n\n[tres\r\ncuatro] y"))
    #expect(Self.text(joined) == "uno dos tres  cuatro")
    #expect(Self.text(JoinedPieces([])).isEmpty)
  }

  @Test func `a range leads back to its document`() {
    let joined = JoinedPieces(Self.pieces("x [uno dos] y [tres]"))
    let one = joined.segments(of: TextSpan(4, 7))
    #expect(one.map(\.text) == ["dos"])
    #expect(one.map(\.start) == [6] && one.map(\.end) == [9])
    #expect(joined.segments(of: nil).isEmpty)
    #expect(joined.segments(of: TextSpan(7, 8)).isEmpty)
  }

  @Test func `words of two pieces are one place where only blanks part them`() {
    let near = JoinedPieces(Self.pieces("[uno dos.] \n[tres]"))
    #expect(near.segments(of: TextSpan(4, 13)).map(\.text) == ["dos. tres"])
    #expect(near.segments(of: TextSpan(4, 13)).map(\.end) == [14])
    let apart = JoinedPieces(Self.pieces("[uno dos] no [tres]"))
    #expect(apart.segments(of: TextSpan(4, 12)).map(\.text) == ["dos", "tres"])
  }

  @Test func `pieces between which words stand are joints`() {
    let apart = JoinedPieces(Self.pieces("[uno dos] no [tres].\n[cuatro]"))
    #expect(apart.joints == [.init(offset: 8, gap: 4), .init(offset: 13, gap: 2)])
    #expect(JoinedPieces(Self.pieces("[uno dos.] \n[tres]")).joints.isEmpty)
    let turned = JoinedPieces(Array(Self.pieces("[uno] [dos]").reversed()))
    #expect(turned.joints == [.init(offset: 4, gap: nil)])
    let two = JoinedPieces(
      Self.pieces("[uno]", document: "a") + Self.pieces("   [dos]", document: "b"))
    #expect(two.joints == [.init(offset: 4, gap: nil)])
  }

  @Test func `words of two documents, or in another order, are two places`() {
    let two = JoinedPieces(
      Self.pieces("[uno]", document: "a") + Self.pieces("   [dos]", document: "b"))
    #expect(two.segments(of: TextSpan(0, 7)).map(\.document) == ["a", "b"])
    #expect(two.segments(of: TextSpan(0, 7)).map(\.start) == [0, 3])
    let turned = JoinedPieces(Array(Self.pieces("[uno] [dos]").reversed()))
    #expect(turned.segments(of: TextSpan(0, 7)).map(\.text) == ["dos", "uno"])
  }

  @Test func `every word of random pieces leads back to itself`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      var marked = ""
      var words: [String] = []
      for number in 1...Int.random(in: 1...9, using: &generator) {
        let letter = ["a", "ñ", "語"].randomElement(using: &generator) ?? "a"
        words.append(String(repeating: letter, count: number))
        marked += [" x ", "\n", " ", ""].randomElement(using: &generator) ?? ""
        marked += "[\(words[number - 1])]"
      }
      let joined = JoinedPieces(Self.pieces(marked))
      var offset: Int32 = 0
      for word in words {
        let end = offset + Int32(word.utf8.count)
        #expect(joined.segments(of: TextSpan(offset, end)).map(\.text) == [word])
        offset = end + 1
      }
      #expect(Int(offset) == joined.bytes.count + 1)
    }
  }
}
