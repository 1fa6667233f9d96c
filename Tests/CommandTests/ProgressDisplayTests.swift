import CotejoPipeline
import Testing

@testable import CotejoCommand

struct ProgressDisplayTests {
  private func progress(_ pairs: Int, bytes: Int, of total: Int = 1000) -> RunProgress {
    RunProgress(
      phase: .processing, pairs: pairs, totalPairs: 10, bytes: bytes, totalBytes: total)
  }

  @Test func `the share goes by bytes, the rate by pairs`() {
    #expect(
      ProgressDisplay.line(progress(5, bytes: 250), seconds: 10)
        == "pairs: 25 % · 5/10 · 0.5/s · 30 s left")
    #expect(ProgressDisplay.line(progress(0, bytes: 0), seconds: 0) == "pairs: 0 % · 0/10")
    #expect(
      ProgressDisplay.line(progress(10, bytes: 0, of: 0), seconds: 1)
        == "pairs: 100 % · 10/10 · 10/s")
  }

  @Test(arguments: [21, 40, 60, 80, 200])
  func `the bar fits the terminal`(_ width: Int) {
    for bytes in [0, 1, 500, 999, 1000] {
      let bar = ProgressDisplay.bar(progress(5, bytes: bytes), seconds: 3, width: width)
      #expect(bar.count < width)
    }
    #expect(ProgressDisplay.bar(progress(5, bytes: 500), seconds: 0, width: 80).contains("█░"))
  }

  @Test(arguments: [
    (0.04, "0.0 s"), (3.26, "3.3 s"), (12.4, "12 s"), (125, "2:05 min"), (3723, "1:02:03 h"),
    (1e12, "ages"),
  ])
  func `durations read well`(_ seconds: Double, _ text: String) {
    #expect(RunSummary.clock(seconds) == text)
  }
}
