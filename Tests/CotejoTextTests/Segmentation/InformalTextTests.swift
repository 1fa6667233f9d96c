import Testing

@testable import CotejoText

struct InformalTextTests {
  private func isInformal(_ text: String, from floor: Int = 0) -> Bool {
    let bytes = Array(text.utf8)
    return InformalText.isInformal(bytes.span, floor: floor, ceiling: bytes.count)
  }

  @Test(arguments: [
    "We won!!", "Really?!", "i know", "So i'm late", "Write to a@b.de", "See http://a.org",
    "Fine :)",
    "Fine :-)", "Sent 3/27/2001 by Bo", "Sent 12/1/99", "well.. maybe",
  ])
  func `signs of haste and of the web are seen`(_ text: String) {
    #expect(isInformal(text))
  }

  @Test(arguments: [
    "", "We won! Really?", "I know", "vols. i. and ii.", "well... maybe", "It was 1/2 of 3/4",
    "The time: 10:15 (noon)", "and/or", "!", "?", "a:", "1/", "/2/",
  ])
  func `plain text has none`(_ text: String) {
    #expect(!isInformal(text))
  }

  @Test func `one sign in a long text is not enough`() {
    let page = String(repeating: "The committee met in the afternoon. ", count: 100)
    #expect(!isInformal(page + "See http://a.org"))
    #expect(isInformal(page + "See http://a.org and http://b.org"))
    #expect(!isInformal(page + "!!!!!!!!!!!!!!!!"))
  }

  @Test(arguments: ["!!", "??", "..", " i ", " i'm", "a@b", "x://", ":)", ":-)", "1/2/99"])
  func `a sign is seen wherever it stands`(_ sign: String) {
    for before in 0..<20 {
      for behind in 0..<20 {
        let text =
          String(repeating: "n", count: before) + sign + String(repeating: "n", count: behind)
        #expect(isInformal(text), "\(text)")
      }
    }
  }

  @Test func `what stands before the paragraph means nothing`() {
    let text = "!! a@b.de i know. Quiet words only, one after the other."
    #expect(!isInformal(text, from: 18))
    #expect(isInformal(text, from: 10))
  }
}
