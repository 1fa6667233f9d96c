import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct RunForecastTests {
  private func reasons(_ forecast: RunForecast, _ id: String) -> [String: String] {
    let stage = forecast.stages.first { $0.id == id }
    return Dictionary(
      uniqueKeysWithValues: (stage?.runs ?? []).map {
        (forecast.pairs[$0.pair], $0.reason.description)
      })
  }

  @Test func `before the first run everything runs, and behind it nothing`() async throws {
    let small = SmallRun(pairs: 3)
    let before = try await small.runner().forecast()
    #expect(before.stages.map(\.id) == ["segment", "align", "filter"])
    #expect(before.stages.allSatisfy { $0.stored == 0 && $0.runs.count == 3 })
    #expect(reasons(before, "align")["d0"] == "no earlier run")
    #expect(small.folder.names(in: "").sorted() == ["corpus"])
    _ = try await small.run()
    let after = try await small.runner().forecast()
    #expect(after.stages.allSatisfy { $0.stored == 3 && $0.runs.isEmpty })
  }

  @Test func `each thing that changed is named`() async throws {
    let small = SmallRun(pairs: 4)
    small.folder.write([0xFF], to: "corpus/es/d2.txt")
    _ = try await small.run()
    small.folder.write("Otra cosa.\n", to: "corpus/es/d0.txt")
    small.folder.write("Something else.\n", to: "corpus/en/d1.txt")
    small.folder.write("Dos.\n", to: "corpus/es/d2.txt")
    small.folder.write("Nuevo.\n", to: "corpus/es/d9.txt")
    small.folder.write("New.\n", to: "corpus/en/d9.txt")
    small.folder.write([0xFF], to: "corpus/es/d8.txt")
    small.folder.write("Eight.\n", to: "corpus/en/d8.txt")
    let forecast = try await small.runner().forecast()
    #expect(
      reasons(forecast, "segment") == [
        "d0": "es/d0.txt changed", "d1": "en/d1.txt changed", "d2": "was in quarantine",
        "d9": "new",
      ])
    #expect(forecast.stages[0].stored == 1)
    #expect(forecast.unreadable.map { forecast.pairs[$0] } == ["d8"])
  }

  @Test func `a parameter is named with both values, and what follows with the stage`() async throws
  {
    let small = SmallRun(pairs: 2)
    var stages = SmallRun.stages
    stages.insert("uses: filter, id: early", at: 2)
    _ = try await small.run(SmallRun.pipeline(stages))
    stages[2] = "uses: filter, id: early, with: {minimumWords: 2}"
    let forecast = try await small.runner(SmallRun.pipeline(stages)).forecast()
    #expect(forecast.stages.map(\.stored) == [2, 2, 0, 0])
    #expect(reasons(forecast, "early")["d0"] == "minimumWords was 0, is 2")
    #expect(reasons(forecast, "filter")["d1"] == "'early' runs")
  }

  @Test func `what other documents decide is not foretold`() async throws {
    let small = SmallRun(pairs: 2)
    var stages = SmallRun.stages
    stages.insert("uses: filter, id: late", at: 4)
    let forecast = try await small.runner(SmallRun.pipeline(stages)).forecast()
    #expect(reasons(forecast, "late")["d0"] == "'deduplicate' decides")
    stages.insert("uses: learn", at: 1)
    let learning = try await small.runner(SmallRun.pipeline(stages)).forecast()
    #expect(learning.stages.first { $0.id == "learn" }?.isBarrier == true)
    #expect(reasons(learning, "align")["d1"] == "'learn' runs")
  }

  @Test func `a manifest that cannot be read is none`() async throws {
    let small = SmallRun(pairs: 2)
    _ = try await small.run()
    let manifest = small.folder.bytes("out/manifest.json")
    let context = RunContext(
      folder: "\(small.folder.path)/out", source: try LanguageTag("es"),
      target: try LanguageTag("en"), version: "1")
    #expect(EarlierRun(in: context)?.pairs.count == 2)
    for cut in stride(from: 0, to: manifest.count, by: 37) {
      small.folder.write(Array(manifest[..<cut]), to: "out/manifest.json")
      #expect(EarlierRun(in: context) == nil)
    }
    small.folder.write([0xFF, 0x7B], to: "out/manifest.json")
    #expect(EarlierRun(in: context) == nil)
  }
}
