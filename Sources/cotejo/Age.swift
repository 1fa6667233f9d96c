import ArgumentParser

/// How long ago something was, as `30d` or `12h` on the command line.
struct Age: ExpressibleByArgument {
  /// In seconds.
  let seconds: Int

  private static let units: [(letter: Character, seconds: Int, name: String)] = [
    ("w", 604_800, "week"), ("d", 86_400, "day"), ("h", 3600, "hour"), ("m", 60, "minute"),
    ("s", 1, "second"),
  ]

  init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads a whole number and one of the letters `w`, `d`, `h`, `m` and `s`.
  init?(argument: String) {
    guard let last = argument.last, let unit = Self.units.first(where: { $0.letter == last }),
      let number = Int(argument.dropLast()), number >= 0,
      !number.multipliedReportingOverflow(by: unit.seconds).overflow
    else { return nil }
    seconds = number * unit.seconds
  }

  /// `3 days`, in the largest unit of which there are at least two.
  var text: String {
    let unit = Self.units.dropFirst().first { seconds >= 2 * $0.seconds } ?? Self.units[4]
    let number = seconds / unit.seconds
    return "\(number) \(unit.name)\(number == 1 ? "" : "s")"
  }
}
