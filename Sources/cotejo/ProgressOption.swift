import ArgumentParser
import Cotejo

/// How the progress of a run is shown.
struct ProgressOption: ParsableArguments {
  /// The ways that can be asked for.
  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case automatic
    case bar
    case lines
    case json
    case none
  }

  @Option(
    help: ArgumentHelp(
      "How progress is shown on standard error: a bar (on a terminal), lines now and then (elsewhere), "
        + "json, an object a line, or none.", valueName: "style"))
  var progress = Choice.automatic

  /// The style; nil for none.
  func style(isQuiet: Bool) -> ProgressDisplay.Style? {
    switch progress {
    case .automatic: isQuiet ? nil : ProgressDisplay.Style.ofStandardError
    case .bar: .bar
    case .lines: .lines
    case .json: .json
    case .none: nil
    }
  }
}
