import Testing

@testable import CotejoPipeline

struct StageTests {
  @Test func `fingerprints depend on values, not on how they were given`() {
    let plain = Pairs.stage(FilterStage.self)
    let spelled = Pairs.stage(
      FilterStage.self, ["minimumScore": .number(0), "oneSided": .text("drop")])
    let other = Pairs.stage(FilterStage.self, ["minimumScore": .number(0.1)])
    #expect(plain.fingerprint() == spelled.fingerprint())
    #expect(plain.fingerprint() != other.fingerprint())
    #expect(plain.fingerprint() != plain.fingerprint(dependencies: [""]))
    #expect(
      plain.fingerprint(dependencies: ["a", "b"]) != plain.fingerprint(dependencies: ["ab"]))
    #expect(plain.fingerprint().count == 64)
  }

  @Test func `names are unique, and so are those of parameters`() {
    #expect(Set(StageCatalog.names).count == StageCatalog.all.count)
    for stage in StageCatalog.all {
      #expect(Set(stage.parameters.map(\.name)).count == stage.parameters.count)
      #expect(!stage.summary.isEmpty)
    }
  }

  @Test func `every stage is of a kind that the runner knows`() {
    for type in StageCatalog.all {
      let stage = type.init(values: ParameterValues([:], for: type.parameters))
      let kinds = [
        stage is any DocumentStage, stage is any BarrierStage, stage is any OrderedStage,
      ]
      #expect(kinds.filter { $0 }.count == 1, "\(type.name)")
    }
  }
}
