import Testing

@testable import CotejoText

struct ColonMarkTests {
  @Test(
    arguments: [
      ("http://a.org/b?c Sí", 16), ("http://a.org).", 12), ("http://ñ", nil), ("http:/a", nil),
      ("a: b", nil), ("x://a", 5),
    ] as [(String, Int?)])
  func `an address ends before its trailing marks`(_ text: String, _ end: Int?) throws {
    let bytes = Array(text.utf8)
    let colon = try #require(bytes.firstIndex(of: 0x3A))
    #expect(ColonMark.addressEnd(at: colon, in: bytes.span, ceiling: bytes.count) == end)
  }

  @Test(
    arguments: [
      ("a :) B", 4), ("a :-( B", 5), ("a ;D", 4), ("a:) B", nil), ("a : B", nil), ("a :)B", nil),
      ("a :", nil),
    ] as [(String, Int?)])
  func `an emoticon stands apart`(_ text: String, _ end: Int?) throws {
    let bytes = Array(text.utf8)
    let eyes = try #require(bytes.firstIndex { $0 == 0x3A || $0 == 0x3B })
    #expect(
      ColonMark.emoticonEnd(at: eyes, in: bytes.span, floor: 0, ceiling: bytes.count) == end)
  }
}
