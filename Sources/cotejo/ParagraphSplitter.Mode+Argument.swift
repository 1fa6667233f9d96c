public import ArgumentParser
public import Cotejo

extension ParagraphSplitter.Mode: ExpressibleByArgument {
  /// The name on the command line: words are parted by hyphens there, `blank-line`.
  private var argument: String {
    switch self {
    case .automatic, .line: rawValue
    case .blankLine: "blank-line"
    }
  }

  /// Takes the mode by its name on the command line.
  public init?(argument: String) {
    guard let mode = Self.allCases.first(where: { $0.argument == argument }) else { return nil }
    self = mode
  }

  /// The name, to show it as a default.
  public var defaultValueDescription: String { argument }

  /// The names of all modes.
  public static var allValueStrings: [String] { allCases.map(\.argument) }
}
