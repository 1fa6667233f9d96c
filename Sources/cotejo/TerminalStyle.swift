import ArgumentParser
import Cotejo

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How text for people is set: in colours, or with marks of plain text in their place.
struct TerminalStyle: Hashable, Sendable {
  /// When there are colours.
  enum Color: String, CaseIterable, ExpressibleByArgument {
    /// On a terminal, unless the environment has `NO_COLOR`.
    case auto
    case always
    case never
  }

  /// What some words are.
  enum Role: Hashable, Sendable {
    case plain
    case name
    case place
    case found
    case notFound
    case elsewhere
    /// Source words that a rendering passes over.
    case omitted
    /// Words of a rendering under which nothing stands in the source.
    case added
    /// Words that a finding is about.
    case fault
    /// Words that only a note is about, or a finding that is waived.
    case doubt
  }

  /// Whether there are colours.
  var hasColor: Bool
  /// How many columns a line may have.
  var width: Int

  /// Columns where no terminal tells how many it has.
  private static let standardWidth = 100
  /// Fewer columns than these are not tried to be fitted.
  private static let leastWidth = 40

  /// The style of standard output.
  static func standardOutput(_ color: Color) -> Self {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    // See https://no-color.org: any value but the empty one.
    let isPlain = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
    let hasColor =
      switch color {
      case .auto: isTerminal && !isPlain
      case .always: true
      case .never: false
      }
    var size = winsize()
    let columns =
      isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      ? Int(size.ws_col) : standardWidth
    return Self(hasColor: hasColor, width: max(leastWidth, columns))
  }

  /// The escape sequence that begins words of a role (ECMA-48, SGR); empty for plain ones.
  func opening(_ role: Role) -> String {
    guard hasColor else { return "" }
    return switch role {
    case .plain: ""
    case .name: "\u{1B}[1m"
    case .place: "\u{1B}[36m"
    case .found: "\u{1B}[32m"
    case .notFound: "\u{1B}[33m"
    case .elsewhere: "\u{1B}[35m"
    case .omitted: "\u{1B}[2m"
    case .added: "\u{1B}[1;4m"
    case .fault: "\u{1B}[1;31m"
    case .doubt: "\u{1B}[33m"
    }
  }

  /// The escape sequence that ends words of a role.
  func closing(_ role: Role) -> String { opening(role).isEmpty ? "" : "\u{1B}[0m" }

  /// What stands around words of a role where there are no colours.
  func marks(_ role: Role) -> (before: String, after: String) {
    if hasColor { return ("", "") }
    return switch role {
    case .omitted: ("[-", "-]")
    case .added: ("{+", "+}")
    default: ("", "")
    }
  }
}
