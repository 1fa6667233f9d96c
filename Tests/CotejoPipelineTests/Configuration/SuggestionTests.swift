import Testing

@testable import CotejoPipeline

struct SuggestionTests {
  @Test(arguments: [
    ("treshold", "threshold"), ("minimunScore", "minimumScore"), ("Segment", "segment"),
    ("segmnt", "segment"), ("wran", "warn"), ("colums", "columns"),
  ])
  func `finds what was meant`(_ name: String, _ meant: String) {
    let candidates = ["threshold", "minimumScore", "segment", "warn", "skip", "columns", "align"]
    #expect(Suggestion.nearest(to: name, among: candidates) == meant)
  }

  @Test(arguments: ["xyz", "", "nothing like it", String(repeating: "a", count: 1000)])
  func `says nothing where nothing is near`(_ name: String) {
    #expect(Suggestion.text(for: name, among: ["threshold", "segment"]).isEmpty)
  }

  @Test func `the first of equals counts`() {
    #expect(Suggestion.nearest(to: "cab", among: ["cat", "car"]) == "cat")
  }

  @Test(arguments: [("", "abc", 3), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)])
  func `counts slips`(_ left: String, _ right: String, _ slips: Int) {
    #expect(
      Suggestion.slips(between: Array(left.unicodeScalars), and: Array(right.unicodeScalars))
        == slips)
  }
}
