import CotejoQuotation
import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct PathDateTests {
  @Test(arguments: [
    ("2031-03-04", "2031-03-04"), ("20310304", "2031-03-04"), ("2031_03_04", "2031-03-04"),
    ("2031.03.04", "2031-03-04"), ("2032-02-29", "2032-02-29"),
  ])
  func `days are read`(_ text: String, _ expected: String) {
    #expect(PathDate.read(Array(text.utf8)[...])?.description == expected)
  }

  @Test(arguments: [
    "", "2031", "2031-3-4", "2031-03_04", "2031-02-29", "2031/03/04", "04-03-2031", "2031-13-01",
    "+0310304", "2031 03 04", "203103040", "٢٠٣١-٠٣", "0000-01-01", "2031-03-0x",
  ])
  func `anything else is none`(_ text: String) {
    #expect(PathDate.read(Array(text.utf8)[...]) == nil)
  }

  @Test(
    arguments: [
      (["date": "20310304", "slug": "x"], "2031-03-04"),
      (["year": "2031", "month": "3", "day": "04"], "2031-03-04"),
      (["date": "x", "year": "2031", "month": "3", "day": "4"], nil),
      (["year": "2031", "month": "13", "day": "4"], nil),
      (["year": "31", "month": "3", "day": "4"], nil),
      (["year": "2031", "month": "3"], nil), (["year": "2031", "month": "March", "day": "4"], nil),
      ([:], nil),
    ] as [([String: String], String?)])
  func `captures tell a day`(_ captures: [String: String], _ expected: String?) {
    #expect(PathDate.read(captures)?.description == expected)
  }

  @Test(arguments: 0..<20)
  func `any bytes are a day or none`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let digits = Array("0123456789-_.x\u{FF}".utf8)
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        digits.randomElement(using: &random) ?? 0
      }
      guard let date = PathDate.read(text[...]) else { continue }
      let plain = text.filter { (0x30...0x39).contains($0) }
      #expect(date.description.utf8.filter { $0 != 0x2D } == plain)
    }
  }
}
