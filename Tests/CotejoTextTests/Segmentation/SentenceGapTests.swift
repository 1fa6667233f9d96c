import Testing

@testable import CotejoText

struct SentenceGapTests {
  /// The gap at the first stop of a text.
  private func gap(_ text: String, isQuoteOpen: Bool = false) throws -> SentenceGap {
    let bytes = Array(text.utf8)
    let stop = try #require(text.firstIndex { ".?!…".contains($0) })
    return SentenceGap(
      at: text.utf8.distance(from: text.startIndex, to: stop), isQuoteOpen: isQuoteOpen,
      in: bytes.span, ceiling: bytes.count)
  }

  @Test(arguments: [
    ("a. B", 2, 3), ("a.  \n B", 2, 6), ("a.» B", 4, 5), ("a. » B", 5, 6), ("a.”) B", 6, 7),
    ("a. « B", 2, 3), ("a.\"B", 2, 2), ("a.[12] B", 6, 7), ("a. [12] B", 7, 8), ("a. [ab] B", 2, 3),
    ("a. . . B", 6, 7), ("a?\u{200B} B", 5, 6), ("a.", 2, 2), ("a. ", 2, 3),
  ])
  func `ends behind what closes`(_ text: String, _ end: Int, _ next: Int) throws {
    let gap = try gap(text)
    #expect(gap.end == end)
    #expect(gap.next == next)
  }

  @Test func `a straight quotation mark that stands off closes only what is open`() throws {
    #expect(try gap("a. \" B", isQuoteOpen: true).end == 4)
    #expect(try gap("a. \" B", isQuoteOpen: false).end == 2)
  }

  @Test func `tells the kinds of stop`() throws {
    #expect(try gap("a. B").isPlainStop)
    #expect(try gap("a… B").isEllipsis)
    #expect(try gap("a... B").isEllipsis)
    #expect(try gap("a?! B").isStrong)
    #expect(try gap("a! B").isSingleExclamation)
    #expect(try !gap("a!! B").isSingleExclamation)
    #expect(try gap("a.» B").isQuoteEnd)
    #expect(try !gap("a.) B").isQuoteEnd)
    #expect(try gap("a?). B").hasOuterStop)
  }
}
