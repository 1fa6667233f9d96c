/// Which transcripts of its input an article may quote from.
public struct TranscriptMatch: Hashable, Sendable, CustomStringConvertible {
  /// What an article and a transcript must have in common.
  public enum Criterion: String, CaseIterable, Sendable {
    /// The day, or one near it.
    case date
    /// What the captures that both path patterns have stand for.
    case name
  }

  /// What they must have in common: all of these; at least one.
  public var criteria: [Criterion]
  /// How many days the one may be before or after the other.
  public var window: Int

  /// The days that an article may be away from what it quotes, unless the plan says so: what is said
  /// in the evening stands in the paper of the next day.
  public static let defaultWindow = 1
  /// The widest window, a hundred years.
  static let maximumWindow = 36_525

  /// `by date, up to 1 day apart`.
  public var description: String {
    let names = criteria.map(\.rawValue).joined(separator: " and ")
    guard criteria.contains(.date), window > 0 else { return "by \(names)" }
    return "by \(names), up to \(Self.days(window)) apart"
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// Reads a number of days such as `1d`.
  static func window(_ text: String) -> Int? {
    guard text.last == "d", let days = Int(text.dropLast()), text.first?.isNumber == true,
      (0...maximumWindow).contains(days)
    else { return nil }
    return days
  }

  /// The names of the captures that both patterns have; the day is none where it is a criterion itself.
  func sharedCaptures(_ articles: PathPattern, _ transcripts: TranscriptSelection) -> [String] {
    let others = transcripts.pattern.captures
    return articles.captures.filter {
      others.contains($0) && !(criteria.contains(.date) && PathDate.names.contains($0))
    }
  }
}
