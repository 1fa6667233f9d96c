internal import CotejoQuotation

/// Tells which transcripts of an input an article may quote from.
struct TranscriptMatcher: Sendable {
  /// What was found for an article.
  enum Result: Hashable, Sendable {
    /// Transcripts by number, ascending; never none.
    case transcripts([Int])
    /// Why there is none, for people.
    case nothing(String)
  }

  /// A transcript on a shelf.
  private struct Item {
    /// Its day by number; 0 where the day does not matter.
    var day: Int
    var number: Int
  }

  let match: TranscriptMatch
  private let articles: PathPattern
  private let shared: [String]
  /// The transcripts by what stands for the shared captures, each list by day.
  private var shelves: [[String]: [Item]] = [:]
  /// How many transcripts have no day and are matched with nothing.
  private(set) var undated = 0

  /// Takes the transcripts of an input.
  ///
  /// - Parameters:
  ///   - match: What articles and transcripts must have in common.
  ///   - articles: The path pattern of the articles.
  ///   - selection: What selects the transcripts.
  ///   - paths: The paths of the transcripts below the corpus folder; their numbers are their places
  ///     here.
  ///   - date: The day of a transcript whose path tells none, by its number.
  init(
    _ match: TranscriptMatch, articles: PathPattern, selection: TranscriptSelection,
    paths: [String], date: (Int) -> CalendarDate?
  ) {
    self.match = match
    self.articles = articles
    shared =
      match.criteria.contains(.name) ? match.sharedCaptures(articles, selection) : []
    for (number, path) in paths.enumerated() {
      let captures = selection.pattern.match(path) ?? [:]
      var day = 0
      if match.criteria.contains(.date) {
        guard let date = PathDate.read(captures) ?? date(number) else {
          undated += 1
          continue
        }
        day = date.number
      }
      shelves[key(captures), default: []].append(Item(day: day, number: number))
    }
    for key in shelves.keys {
      shelves[key]?.sort { ($0.day, $0.number) < ($1.day, $1.number) }
    }
  }

  /// That transcripts have no day, for people; `count` is how many there are.
  func notice(of count: Int) -> String? {
    undated == 0
      ? nil : "\(undated) of \(count) transcripts tell no date; no article is traced to them"
  }

  private func key(_ captures: [String: String]) -> [String] { shared.map { captures[$0] ?? "" } }

  /// The transcripts that an article may quote from.
  ///
  /// - Parameter article: Its path below the corpus folder.
  /// - Returns: The numbers of the transcripts, or why there is none.
  /// - Complexity: O(log *n* + *m*) for *n* transcripts, *m* of which are found.
  func transcripts(for article: String) -> Result {
    let captures = articles.match(article) ?? [:]
    let key = key(captures)
    let name = shared.isEmpty ? "" : " for " + key.map { "'\($0)'" }.joined(separator: ", ")
    let shelf = shelves[key] ?? []
    guard match.criteria.contains(.date) else {
      return shelf.isEmpty
        ? .nothing("no transcript\(name)") : .transcripts(shelf.map(\.number).sorted())
    }
    guard let date = PathDate.read(captures) else {
      return .nothing("the name of the article tells no date")
    }
    let first = lowerBound(shelf, date.number - match.window)
    let last = lowerBound(shelf, date.number + match.window + 1)
    guard first < last else {
      let days = match.window == 0 ? "of" : "within \(TranscriptMatch.days(match.window)) of"
      return .nothing("no transcript\(name) \(days) \(date)")
    }
    return .transcripts(shelf[first..<last].map(\.number).sorted())
  }

  /// The first place of a shelf with that day or a later one.
  private func lowerBound(_ shelf: [Item], _ day: Int) -> Int {
    var low = 0
    var high = shelf.count
    while low < high {
      let middle = (low + high) / 2
      if shelf[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
