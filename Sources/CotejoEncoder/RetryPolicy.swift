/// When a request that failed for the moment is sent again.
///
/// Waits double from time to time, with full jitter (a random share of each), so that clients that
/// failed together do not come back together: Brooker, "Exponential Backoff and Jitter" (2015). At
/// least half of a wait is kept.
public struct RetryPolicy: Hashable, Sendable {
  /// How often a request is sent again.
  public var mostRetries = 5
  /// Seconds before it is sent for the second time.
  public var firstDelay = 0.5
  /// Seconds that no wait exceeds.
  public var longestDelay = 30.0
  /// The most seconds that a server may ask to wait; one that asks for more has failed.
  public var longestPatience = 120.0

  /// Makes the usual policy.
  public init() {}

  /// Whether an HTTP status may be another one a moment later.
  static func isPassing(_ status: Int) -> Bool {
    // 501 and 505 tell what the server cannot do.
    [408, 425, 429].contains(status)
      || (500...599).contains(status) && ![501, 505].contains(status)
  }

  /// How long to wait after a failure.
  ///
  /// - Parameters:
  ///   - retries: How often it was sent again already.
  ///   - asked: The seconds the server asked to wait.
  ///   - chance: A random number from 0 to 1.
  /// - Returns: Seconds; nil if the request is not to be sent again.
  func delay(after retries: Int, asked: Double?, chance: Double) -> Double? {
    guard retries < mostRetries else { return nil }
    var delay = firstDelay
    for _ in 0..<retries where delay < longestDelay { delay *= 2 }
    delay = min(delay, longestDelay) * (0.5 + chance / 2)
    guard let asked else { return delay }
    guard asked <= longestPatience else { return nil }
    // Its own word counts, but those it was said to should not all come at once.
    return asked + delay * chance / 2
  }
}
