import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoPipeline

struct LearnStageTests {
  private let lines: [(source: String, target: String)] = (0..<40).map {
    $0.isMultiple(of: 2)
      ? ("el agua \($0)", "the water \($0)") : ("la casa \($0)", "the house \($0)")
  }

  private func learnt(from lines: [(source: String, target: String)]) throws -> StageResources {
    let stage = Pairs.stage(LearnStage.self, ["lexicon": .text("none")])
    var resources = try Pairs.resources()
    var collector = stage.collector(resources)
    collector.add(try stage.observe(try Pairs.aligned(lines), resources: resources))
    try collector.conclude(&resources, jobs: 1)
    return resources
  }

  @Test func `words of the corpus are learnt`() throws {
    let lexicon = try #require(try learnt(from: lines).learnt)
    let found = lexicon.find(Array("agua".utf8).span, .source)
    let water = try #require(found)
    var best: String?
    lexicon.forEachTranslation(of: water, .source) { translation in
      if best == nil { best = lexicon.word(translation.word, .target) }
    }
    #expect(best == "water")
  }

  @Test func `a corpus with nothing to learn from is no error`() throws {
    _ = try learnt(from: [("—", "—")])
  }

  @Test func `the passes are those of the plan`() {
    #expect(Pairs.stage(LearnStage.self).passes == 1)
    #expect(Pairs.stage(LearnStage.self, ["passes": .integer(3)]).passes == 3)
  }
}
