import Cotejo

/// A run from its start to its report: signals wait where they must, and progress is shown.
struct RunSession {
  /// How progress is shown; nil for not at all.
  let progress: ProgressDisplay.Style?

  /// Does the run.
  func report(
    _ run: ((RunProgress) -> Void) async throws(PipelineError) -> RunReport
  ) async throws -> RunReport {
    Interruption.install()
    var isHeld = true
    var display = progress.map { ProgressDisplay(style: $0) }
    do {
      let report = try await run { progress in
        let mustGoOn = progress.phase == .opening || progress.phase == .finishing
        if mustGoOn != isHeld {
          if mustGoOn { Interruption.hold() } else { Interruption.release() }
          isHeld = mustGoOn
        }
        display?.show(progress)
      }
      display?.clear()
      return report
    } catch {
      display?.clear()
      throw error
    }
  }
}
