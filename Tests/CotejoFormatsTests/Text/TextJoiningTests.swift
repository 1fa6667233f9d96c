import Testing

@testable import CotejoFormats

struct TextJoiningTests {
  @Test(arguments: [
    (["Hola.", "Adiós."], "Hola. Adiós."), (["今日は。", "明日は。"], "今日は。明日は。"),
    (["今日は。", "OK."], "今日は。 OK."), (["OK.", "今日は。"], "OK. 今日は。"),
    (["안녕.", "네."], "안녕. 네."), (["𠀀", "𠀁"], "𠀀𠀁"), (["😀", "😀"], "😀 😀"), (["a"], "a"),
    ([], ""), (["", "a"], "a"), (["a", ""], "a"), (["a", " \t", "b"], "a b"), (["全", "＋"], "全＋"),
  ])
  func `Sentences are joined as their script is written`(texts: [String], expected: String) {
    var bytes: [UInt8] = Array("今\t".utf8)
    let before = bytes.count
    bytes.append(
      folded: texts.map { TranslationUnit.Segment(document: "", start: 0, end: 0, text: $0) })
    #expect(String(decoding: bytes[before...], as: UTF8.self) == expected)
  }
}
