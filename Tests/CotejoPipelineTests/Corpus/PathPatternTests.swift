import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct PathPatternTests {
  private func pattern(_ text: String) throws -> PathPattern {
    try PathPattern.read(text).get()
  }

  @Test(arguments: [
    ("es/{stem}.txt", "es/a.txt", ["stem": "a"]),
    ("es/{stem}.txt", "es/a.b.txt", ["stem": "a.b"]),
    (
      "{date}_{slug}.txt", "2031-03-04_water_plan.txt",
      ["date": "2031-03-04", "slug": "water_plan"]
    ),
    ("{y}/{s}.es.txt", "2031/ñandú.es.txt", ["y": "2031", "s": "ñandú"]),
    ("{a}/{a}.txt", "x/x.txt", ["a": "x"]),
    ("a.txt", "a.txt", [:]),
    ("{date}-{slug}.txt", "2031-03-04-plan.txt", ["date": "2031-03-04", "slug": "plan"]),
    ("{slug}-{date}.txt", "a-b-2031_03_04.txt", ["slug": "a-b", "date": "2031_03_04"]),
    ("{date}-{slug}.txt", "spring-plan-b.txt", ["date": "spring", "slug": "plan-b"]),
    ("{date}-{slug}.txt", "2031-02-30-plan.txt", ["date": "2031", "slug": "02-30-plan"]),
    ("{date}/{date}-{x}.txt", "20310304/20310304-a.txt", ["date": "20310304", "x": "a"]),
  ])
  func `matches`(_ text: String, _ path: String, _ captures: [String: String]) throws {
    #expect(try pattern(text).match(path) == captures)
  }

  @Test(arguments: [
    ("es/{stem}.txt", "es/b/a.txt"), ("es/{stem}.txt", "es/.txt"), ("es/{stem}.txt", "es/a.txt~"),
    ("es/{stem}.txt", "en/a.txt"), ("{a}/{a}.txt", "x/y.txt"), ("a.txt", "a.txt.gz"),
    ("{s}.es.txt", "a.en.txt"),
  ])
  func `does not match`(_ text: String, _ path: String) throws {
    #expect(try pattern(text).match(path) == nil)
  }

  @Test(arguments: [
    "", "/a", "../a", "a/../b", "{a", "a}", "{}", "{1}", "{a b}", "{a}{b}", "{a.b}",
    String(repeating: "{a}/", count: 20),
  ])
  func `what is no pattern is told`(_ text: String) {
    #expect(throws: PathPattern.Fault.self) { try PathPattern.read(text).get() }
  }

  @Test func `names come once, in order`() throws {
    #expect(try pattern("{b}/{a}-{b}.txt").captures == ["b", "a"])
  }

  @Test(arguments: ["{a}-{b}-{c}-{d}-{e}-{f}-{g}.x", "{a}-{b}-{c}-{d}-{e}-{f}-{g}-{h}"])
  func `many captures and many ways take no time`(_ text: String) throws {
    let path = String(repeating: "-", count: 250) + ".txt/"
    #expect(try pattern(text).match(path) == nil)
  }

  @Test(arguments: 0..<20)
  func `random patterns and paths never trap`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab{}/.é_-".unicodeScalars)
    func text(_ count: Int) -> String {
      var view = String.UnicodeScalarView()
      for _ in 0..<count { view.append(letters.randomElement(using: &random) ?? "a") }
      return String(view)
    }
    for _ in 0..<200 {
      guard
        case .success(let pattern) = PathPattern.read(text(Int.random(in: 0..<12, using: &random)))
      else { continue }
      let path = text(Int.random(in: 0..<15, using: &random))
      guard let found = pattern.match(path) else { continue }
      // What was matched puts the path together again.
      var rebuilt = ""
      for part in pattern.parts {
        switch part {
        case .literal(let bytes): rebuilt += String(decoding: bytes, as: UTF8.self)
        case .capture(let name): rebuilt += found[name] ?? "?"
        }
      }
      #expect(rebuilt == path)
    }
  }
}
