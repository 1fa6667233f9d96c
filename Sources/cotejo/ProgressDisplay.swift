import Cotejo

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Draws the progress of a run on standard error: a bar on a terminal, else a line now and then.
struct ProgressDisplay {
  /// How it is drawn.
  enum Style {
    case bar
    case lines
    case json

    /// A bar where standard error is a terminal.
    static var ofStandardError: Style { isatty(STDERR_FILENO) == 1 ? .bar : .lines }
  }

  private let style: Style
  private let clock = ContinuousClock()
  private var phase: RunProgress.Phase?
  private var phaseStart: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?
  private var isLineOpen = false

  /// Starts the clock.
  init(style: Style) {
    self.style = style
    phaseStart = clock.now
  }

  /// Shows how far the run is, unless it was shown a moment ago.
  mutating func show(_ progress: RunProgress) {
    let now = clock.now
    if progress.phase != phase {
      phase = progress.phase
      phaseStart = now
      // A line that says that nothing is done yet is of use to programs alone.
      lastShown = style == .lines ? now : nil
    }
    let pause: Duration =
      switch style {
      case .bar: .milliseconds(100)
      case .json: .seconds(1)
      case .lines: .seconds(5)
      }
    if let lastShown, now - lastShown < pause { return }
    lastShown = now
    let seconds = RunClock.seconds(now - phaseStart)
    switch style {
    case .bar:
      Diagnostics.write("\r" + Self.bar(progress, seconds: seconds, width: width) + "\u{1B}[K")
      isLineOpen = true
    case .lines: Diagnostics.write(Self.line(progress, seconds: seconds) + "\n")
    case .json: Diagnostics.write(progress.jsonLine(seconds: seconds) + "\n")
    }
  }

  /// Clears the bar, so that other text can follow.
  mutating func clear() {
    if isLineOpen { Diagnostics.write("\r\u{1B}[K") }
    isLineOpen = false
  }

  private var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// A bar with share, rate and the time that is left, within `width` columns.
  static func bar(_ progress: RunProgress, seconds: Double, width: Int) -> String {
    let name = name(progress.phase)
    let figures = figures(progress, seconds: seconds)
    let room = min(40, width - name.count - figures.count - 6)
    guard room >= 8 else { return String("\(name) \(figures)".prefix(width - 1)) }
    let filled = Int((share(progress) * Double(room)).rounded(.down))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
    return "\(name) \(bar) \(figures)"
  }

  /// The same as a line of a log.
  static func line(_ progress: RunProgress, seconds: Double) -> String {
    "\(name(progress.phase)): \(figures(progress, seconds: seconds))"
  }

  private static func name(_ phase: RunProgress.Phase) -> String {
    switch phase {
    case .reading: "reading"
    case .opening: "opening"
    case .observing(let stage, let pass, let passes):
      passes > 1 ? "\(stage) \(pass)/\(passes)" : stage
    case .concluding(let stage): "\(stage): training"
    case .processing: "pairs"
    case .finishing: "writing"
    }
  }

  /// The share that is done, by bytes: documents differ in size.
  private static func share(_ progress: RunProgress) -> Double {
    guard progress.totalBytes > 0 else {
      return progress.totalPairs > 0 ? Double(progress.pairs) / Double(progress.totalPairs) : 1
    }
    return Double(progress.bytes) / Double(progress.totalBytes)
  }

  private static func figures(_ progress: RunProgress, seconds: Double) -> String {
    let share = share(progress)
    var text = "\(Int((share * 100).rounded(.down))) % · \(progress.pairs)/\(progress.totalPairs)"
    guard seconds > 0.5, progress.pairs > 0 else { return text }
    let rate = Double(progress.pairs) / seconds
    text += rate >= 10 ? " · \(Int(rate.rounded()))/s" : " · \(RunSummary.oneDecimal(rate))/s"
    if share > 0, share < 1 {
      text += " · \(RunSummary.clock(seconds / share * (1 - share))) left"
    }
    return text
  }
}
